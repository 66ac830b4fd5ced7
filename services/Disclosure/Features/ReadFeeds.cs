using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.Disclosure.Pages;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>Anybody follows what happens, as Atom (RFC 4287): everything, a province, a park, the parks that a search finds. The newest hundred events, newest first.</summary>
public static class ReadFeeds
{
    private const int Most = 100;
    private const string Atom = "http://www.w3.org/2005/Atom";

    public static void MapReadFeeds(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/feeds/all.atom", (EventDatabase database, WebShell site, CancellationToken cancel, [RegularExpression("zh|en")] string language = "zh") =>
            SendAsync(database, site, "all", new(), language, cancel)).Feed("ReadFeed", "Everything that happens, as Atom");
        routes.MapGet("/feeds/provinces/{adcode:regex(^[1-9][0-9]{{5}}$)}.atom", (string adcode, EventDatabase database, WebShell site, CancellationToken cancel, [RegularExpression("zh|en")] string language = "zh") =>
            SendAsync(database, site, $"provinces/{adcode}", new() { ["public_parks.province ="] = adcode }, language, cancel)).Feed("ReadProvinceFeed", "What happens in a province, as Atom");
        routes.MapGet("/feeds/parks/{id:guid}.atom", (Guid id, EventDatabase database, WebShell site, CancellationToken cancel, [RegularExpression("zh|en")] string language = "zh") =>
            SendAsync(database, site, $"parks/{id}", new() { ["public_parks.id ="] = id }, language, cancel)).Feed("ReadParkFeed", "What happens to a park, as Atom");
        routes.MapGet("/feeds/search.atom", SearchAsync).Feed("ReadSearchFeed", "What happens to the parks that a search finds, as Atom");
    }

    /// <summary>Words, province, stage and industry as the list of parks takes them; a park that comes to fit is in it from then on, with all that it did.</summary>
    private static Task<IResult> SearchAsync(
        EventDatabase database, WebShell site, CancellationToken cancel,
        [RegularExpression("[1-9][0-9]{5}")] string? province = null,
        [RegularExpression(ListParks.StageCodes)] string? stage = null,
        [MaxLength(40)] string? industry = null,
        [MaxLength(SearchText.Longest)] string? q = null,
        [RegularExpression("zh|en")] string language = "zh")
    {
        var conditions = new Dictionary<string, object?> { ["public_parks.province ="] = province, ["public_parks.stage ="] = stage, ["public_parks.industry ="] = industry };
        if (SearchText.Patterns(q ?? "") is { Length: > 0 } patterns) conditions["public_parks.search like all"] = patterns;
        var asked = QueryString.Create(new Dictionary<string, string?> { ["province"] = province, ["stage"] = stage, ["industry"] = industry, ["q"] = q }.Where(each => each.Value is not null));
        return SendAsync(database, site, "search", conditions, language, cancel, asked.Value);
    }

    private static void Feed(this RouteHandlerBuilder route, string name, string summary) => route
        .AllowAnonymous().WithName(name).WithSummary(summary).Produces<string>(StatusCodes.Status200OK, "application/atom+xml");

    private static async Task<IResult> SendAsync(
        EventDatabase database, WebShell site, string which, Dictionary<string, object?> conditions, string language, CancellationToken cancel, string? asked = null)
    {
        var given = conditions.Where(each => each.Value is not null).ToList();
        var where = given.Count == 0 ? "true" : string.Join(" and ", given.Select((each, n) => string.Create(CultureInfo.InvariantCulture, $"{each.Key} (${n + 1})")));
        await using var command = database.Source.CreateCommand(
            $"select line from public_events join public_parks on public_parks.id = park_id where {where} order by at desc, event_id desc limit {Most}");
        command.Parameters.AddRange(given.Select(each => new NpgsqlParameter { Value = each.Value }).ToArray());

        var events = new List<EventLine>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            events.Add(JsonSerializer.Deserialize<EventLine>(reader.GetString(0), RegistryJson.Http)!);
        }

        return new Ready(Write(events, which, asked ?? "", site, language == "en" ? Tongue.English : Tongue.Chinese));
    }

    private static byte[] Write(IReadOnlyList<EventLine> events, string which, string asked, WebShell site, Tongue t)
    {
        using var written = new MemoryStream();
        using (var xml = XmlWriter.Create(written, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, t.Code);
            xml.WriteElementString("id", Atom, site.Absolute($"api/public/v1/feeds/{which}.atom{asked}"));
            xml.WriteElementString("title", Atom, which.StartsWith("parks/", StringComparison.Ordinal) && events.Count > 0 ? $"{events[0].ParkName} · {t.Say("brand")}" : t.Say("brandLong"));
            xml.WriteElementString("updated", Atom, Time(events.Count > 0 ? events[0].At : DateTimeOffset.UnixEpoch));
            Link(xml, "self", site.Absolute($"api/public/v1/feeds/{which}.atom{asked}{(t == Tongue.English ? (asked.Length > 0 ? "&language=en" : "?language=en") : "")}"));
            foreach (var happened in events)
            {
                Entry(xml, happened, site, t);
            }
        }

        return written.ToArray();
    }

    private static void Entry(XmlWriter xml, EventLine e, WebShell site, Tongue t)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, $"urn:uuid:{e.EventId}");
        xml.WriteElementString("title", Atom, $"{e.ParkName}: {t.Of(e.Title)}");
        xml.WriteElementString("updated", Atom, Time(e.At));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, t.Actor(e.Actor));
        xml.WriteEndElement();
        Link(xml, "alternate", site.Absolute($"{t.Prefix}/parks/{e.ParkId}".TrimStart('/')));
        xml.WriteElementString("summary", Atom, string.Join("; ", e.Facts.Select(f => $"{t.Fact(f.Key)}: {f.Value}")));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private sealed class Ready(byte[] body) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => Answer.WriteAsync(httpContext, body, PublicPage.TagOf(body), "application/atom+xml; charset=utf-8");
    }
}
