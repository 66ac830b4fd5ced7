using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.Disclosure.Pages;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>
/// Anybody reads the public pages without a script: the built page of the web, filled with what the register says. Chinese at
/// <c>/pages/zh/…</c>, English at <c>/pages/en/…</c>; the gateway shows them at <c>/…</c> and <c>/en/…</c>.
/// </summary>
public static class ReadPages
{
    private const int MostParks = 200;

    public static void MapReadPages(this IEndpointRouteBuilder routes)
    {
        foreach (var (name, tongue) in new[] { ("zh", Tongue.Chinese), ("en", Tongue.English) })
        {
            routes.Page(name, "", (HttpContext http, Source from, WebShell shell, CancellationToken cancel) => HomeAsync(http, from, shell, tongue, cancel));
            routes.Page(name, "/parks/{id:guid}", (Guid id, Source from, WebShell shell, TimeProvider clock, CancellationToken cancel) => ParkAsync(id, from, shell, tongue, clock, cancel));
            routes.Page(name, "/parks/{id:guid}/years/{year:int}", (Guid id, int year, Source from, WebShell shell, CancellationToken cancel) => YearAsync(id, year, from, shell, tongue, cancel));
            routes.Page(name, "/parks/{id:guid}/process", (Guid id, Source from, WebShell shell, TimeProvider clock, CancellationToken cancel) => ParkAsync(id, from, shell, tongue, clock, cancel, "/process"));
            routes.MapDisputePages(name, tongue);
            routes.MapSubscriptionPages(name, tongue);
            routes.MapReleasePages(name, tongue);
            routes.Page(name, "/{**path}", (string? path, RulePacks packs, WebShell shell) => Other(path ?? "", packs, shell, tongue));
        }
    }

    internal static void Page(this IEndpointRouteBuilder routes, string language, string path, Delegate handle) => routes
        .MapGet($"/pages/{language}{path}", handle)
        .AllowAnonymous()
        .WithSummary("A public page that needs no script")
        .ExcludeFromDescription();

    private static async Task<IResult> HomeAsync(HttpContext http, Source from, WebShell shell, Tongue tongue, CancellationToken cancel)
    {
        var question = (string?)http.Request.Query["q"] is { } q ? q[..Math.Min(q.Length, SearchText.Longest)] : null;
        var query = new ParkQuery(from.Database.Source);
        foreach (var pattern in SearchText.Patterns(question ?? ""))
        {
            query.Where("search like", pattern);
        }

        var (total, items) = await query.PageAsync(1, MostParks, cancel);
        var parks = JsonSerializer.Deserialize<IReadOnlyList<ParkItem>>([.. "["u8, .. items, .. "]"u8], RegistryJson.Http)!;
        return new HtmlAnswer(shell.Fill(PlainHome.Of(parks, total, question, await ReadFigures.CountAsync(from.Database, cancel), tongue), "", tongue));
    }

    private static async Task<IResult> ParkAsync(Guid id, Source from, WebShell shell, Tongue tongue, TimeProvider clock, CancellationToken cancel, string part = "")
    {
        if (await from.FindAsync($"/parks/{id}", cancel) is not { } json) return Missing(shell, tongue);
        var (park, known) = (Read<ParkPage>(json), new Dictionary<string, byte[]> { [$"/parks/{id}"] = json });
        if (part.Length == 0 && park.Years is [.., var latest] && await from.FindAsync($"/parks/{id}/years/{latest.Year}", cancel) is { } year) known[$"/parks/{id}/years/{latest.Year}"] = year;
        return new HtmlAnswer(shell.Fill(PlainPark.Of(park, tongue, clock.Today(), part == "/process" ? tongue.Say("parkProcess.about") : null), $"parks/{id}{part}", tongue, known));
    }

    private static async Task<IResult> YearAsync(Guid id, int year, Source from, WebShell shell, Tongue tongue, CancellationToken cancel) =>
        await from.FindAsync($"/parks/{id}", cancel) is { } park && await from.FindAsync($"/parks/{id}/years/{year}", cancel) is { } disclosed
            ? new HtmlAnswer(shell.Fill(
                PlainPark.Of(Read<ParkPage>(park), Read<YearPage>(disclosed), tongue), $"parks/{id}/years/{year}", tongue,
                new Dictionary<string, byte[]> { [$"/parks/{id}"] = park, [$"/parks/{id}/years/{year}"] = disclosed }))
            : Missing(shell, tongue);

    private static HtmlAnswer Other(string path, RulePacks packs, WebShell shell, Tongue tongue) =>
        PlainOther.Find(path, [.. packs.All.Select(ReadRulePacks.RulePackItem.Of), .. packs.Titles.Select(ReadRulePacks.RulePackItem.Of)], tongue) is { } page
            ? new HtmlAnswer(shell.Fill(page, path, tongue))
            : Missing(shell, tongue);

    internal static HtmlAnswer Missing(WebShell shell, Tongue tongue) =>
        new(shell.Fill(PlainPage.NotFound(tongue), "", tongue), StatusCodes.Status404NotFound);

    private static T Read<T>(byte[] json) => JsonSerializer.Deserialize<T>(json, RegistryJson.Http)!;

    /// <summary>The ready answers.</summary>
    public sealed class Source(EventDatabase database)
    {
        public EventDatabase Database { get; } = database;

        /// <summary>Null when the public sees nothing at that path.</summary>
        public async Task<byte[]?> FindAsync(string path, CancellationToken cancel)
        {
            await using var command = Database.Source.CreateCommand("select body from public_pages where path = $1");
            command.Parameters.Add(new() { Value = path });
            return (byte[]?)await command.ExecuteScalarAsync(cancel);
        }
    }
}

/// <summary>A page with a tag over its bytes; 304 when the caller has it already.</summary>
internal sealed class HtmlAnswer(byte[] body, int status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        return Answer.WriteAsync(httpContext, body, PublicPage.TagOf(body), "text/html; charset=utf-8");
    }
}
