using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PilotRegistry.Contracts;

namespace PilotRegistry.Disclosure.Pages;

/// <summary>Where the pages are; section <c>Disclosure</c>.</summary>
public sealed class PageSettings
{
    /// <summary>The folder of the built web pages; without it pages carry no script and no style, and still say everything.</summary>
    public string? WebRoot { get; init; }
}

/// <summary>
/// The built page of the web, filled: title, description, the addresses in both languages, and what the page says without its
/// script. The script takes the last part away when it shows its own.
/// </summary>
public sealed class WebShell(IOptions<PageSettings> settings, IConfiguration configuration, IHttpContextAccessor asked)
{
    private const string Bare = "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><!--page--><!--/page--></head><body><div id=\"app\"></div><!--plain--><!--/plain--></body></html>";

    private static readonly (string Path, string Title)[] Places = [("", "page.home"), ("compare", "page.compare"), ("rules", "page.rules"), ("data", "page.data"), ("about", "page.about")];

    private readonly string shell = settings.Value.WebRoot is { Length: > 0 } root && File.Exists(Path.Combine(root, "index.html"))
        ? File.ReadAllText(Path.Combine(root, "index.html")) : Bare;

    private readonly string origin = (configuration["Auth:Issuer"] ?? "").TrimEnd('/');

    /// <param name="path">The page's place without language, e.g. <c>parks/…</c>; empty for the first page.</param>
    /// <param name="known">What the script would ask for first, by the address it would ask; it is spared the question.</param>
    public byte[] Fill(PlainPage page, string path, Tongue t, IReadOnlyDictionary<string, byte[]>? known = null)
    {
        var filled = Between(shell.Replace("<html lang=\"zh-CN\">", $"<html lang=\"{t.Code}\">", StringComparison.Ordinal), "page", Head(page, path, t));
        return Encoding.UTF8.GetBytes(Between(filled, "plain", Body(page, path, t) + Known(known ?? new Dictionary<string, byte[]>())));
    }

    private string Head(PlainPage page, string path, Tongue t)
    {
        var head = new Html()
            .Raw($"<title>{Html.Text(page.Title is { } title ? $"{title} · {t.Say("brand")}" : t.Say("brandLong"))}</title>")
            .Raw($"<meta name=\"description\" content=\"{Html.Text(page.Description)}\">");
        return page.Status != StatusCodes.Status200OK || !page.IsForAll
            ? head.Raw("<meta name=\"robots\" content=\"noindex\">").ToString()
            : head.Raw($"<link rel=\"canonical\" href=\"{Address(t, path)}\">")
                .Raw($"<link rel=\"alternate\" hreflang=\"zh-CN\" href=\"{Address(Tongue.Chinese, path)}\">")
                .Raw($"<link rel=\"alternate\" hreflang=\"en\" href=\"{Address(Tongue.English, path)}\">")
                .Raw($"<link rel=\"alternate\" hreflang=\"x-default\" href=\"{Address(Tongue.Chinese, path)}\">").ToString();
    }

    /// <summary>An address that also holds elsewhere.</summary>
    public string Absolute(string path) => $"{origin}/{path}";

    private string Body(PlainPage page, string path, Tongue t) => new Html()
        .Raw("<div id=\"plain\" class=\"site\"><header class=\"masthead\"><div class=\"measure\">")
        .Raw($"<a class=\"brand\" href=\"{t.Prefix}/\"><img src=\"/favicon.svg\" width=\"32\" height=\"32\" alt=\"\">{Html.Text(t.Say("brand"))}</a>")
        .Raw($"<nav aria-label=\"{Html.Text(t.Say("frame.nav"))}\"><ul>{string.Concat(Places.Select(p => $"<li>{Html.Link($"{t.Prefix}/{p.Path}", t.Say(p.Title))}</li>"))}</ul></nav>")
        .Raw($"<div class=\"tools\"><a href=\"{Html.Text(Local(t.Other, path) + asked.HttpContext?.Request.QueryString)}\" lang=\"{t.Other.Code}\" hreflang=\"{t.Other.Code}\">{(t.Other == Tongue.English ? "English" : "中文")}</a></div></div></header>")
        .Raw("<main class=\"measure\"><div class=\"plain-page\">").Raw(page.Main).Raw("</div></main>")
        .Raw($"<footer class=\"foot\"><div class=\"measure\"><nav aria-label=\"{Html.Text(t.Say("frame.data"))}\"><ul>{string.Concat(Data(t).Select(link => $"<li>{link}</li>"))}</ul></nav><p>{Html.Text(t.Say("frame.sources"))}</p></div></footer></div>")
        .ToString();

    private static IEnumerable<string> Data(Tongue t) =>
    [
        Html.Link("/api/public/v1/open-data/parks.csv", t.Say("frame.parksCsv")),
        Html.Link("/api/public/v1/open-data/years.csv", t.Say("frame.yearsCsv")),
        Html.Link("/api/public/v1/open-data/events.jsonl", t.Say("frame.eventsJsonl")),
    ];

    /// <summary>Data, not a script: it is never run. "&lt;" is written so that no text in it can end it.</summary>
    private static string Known(IReadOnlyDictionary<string, byte[]> known) => known.Count == 0 ? "" :
        $"<script type=\"application/json\" id=\"known\">{{{string.Join(',', known.Select(k => $"{JsonSerializer.Serialize(k.Key, RegistryJson.Http)}:{Encoding.UTF8.GetString(k.Value).Replace("<", "\\u003c", StringComparison.Ordinal)}"))}}}</script>";

    private string Address(Tongue t, string path) => Html.Text(origin + Local(t, path));

    private static string Local(Tongue t, string path) => $"{t.Prefix}/{path}";

    /// <summary>What stands between the two marks of that name, replaced; a page without marks stays as it is.</summary>
    private static string Between(string page, string name, string content)
    {
        var (open, close) = ($"<!--{name}-->", $"<!--/{name}-->");
        var (from, to) = (page.IndexOf(open, StringComparison.Ordinal), page.IndexOf(close, StringComparison.Ordinal));
        return from < 0 || to < from ? page : $"{page[..from]}{content}{page[(to + close.Length)..]}";
    }
}
