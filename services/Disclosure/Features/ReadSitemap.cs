using System.Text;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.Disclosure.Pages;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Search engines read which public pages there are: those of everybody, of every park, of every disclosed year, in both languages.</summary>
public static class ReadSitemap
{
    /// <summary>One file may name 50,000 addresses; two languages each.</summary>
    private const int Most = 24_000;

    public static void MapReadSitemap(this IEndpointRouteBuilder routes) => routes
        .MapGet("/pages/sitemap.xml", HandleAsync)
        .AllowAnonymous()
        .WithSummary("Which public pages there are")
        .ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(EventDatabase database, WebShell site, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            $"select path from public_pages where path not like '%/timeline' order by path limit {Most}");
        var paths = new List<string>(PlainOther.Paths.Append("data/releases").Prepend(""));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            paths.Add(reader.GetString(0).TrimStart('/'));
        }

        var body = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var address in paths.SelectMany(path => new[] { path, $"en/{path}" }))
        {
            body.Append(null, $"<url><loc>{Html.Text(site.Absolute(address))}</loc></url>\n");
        }

        return new Ready(Encoding.UTF8.GetBytes(body.Append("</urlset>\n").ToString()));
    }

    private sealed class Ready(byte[] body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Answer.WriteAsync(httpContext, body, PublicPage.TagOf(body), "application/xml; charset=utf-8");
    }
}
