using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
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
            SendAsync(database, site, "feeds/all.atom", FollowedParks.All, language, cancel)).Feed("ReadFeed", "Everything that happens, as Atom");
        routes.MapGet("/feeds/provinces/{adcode:regex(^[1-9][0-9]{{5}}$)}.atom", (string adcode, EventDatabase database, WebShell site, CancellationToken cancel, [RegularExpression("zh|en")] string language = "zh") =>
            SendAsync(database, site, $"feeds/provinces/{adcode}.atom", new(Province: adcode), language, cancel)).Feed("ReadProvinceFeed", "What happens in a province, as Atom");
        routes.MapGet("/feeds/parks/{id:guid}.atom", (Guid id, EventDatabase database, WebShell site, CancellationToken cancel, [RegularExpression("zh|en")] string language = "zh") =>
            SendAsync(database, site, $"feeds/parks/{id}.atom", new(id), language, cancel)).Feed("ReadParkFeed", "What happens to a park, as Atom");
        routes.MapGet("/feeds/search.atom", SearchAsync).Feed("ReadSearchFeed", "What happens to the parks that a search finds, as Atom");
    }

    /// <summary>Where the feed of the same entries lies in the reader's language, from the register's address on.</summary>
    internal static string AddressOf(FollowedParks followed, Tongue t) => AddressOf(followed.Feed, t);

    /// <summary>An entry's title, as its feed and its mail say it.</summary>
    internal static string TitleOf(EventLine e, Tongue t) => $"{e.ParkName}: {t.Of(e.Title)}";

    /// <summary>Where an entry leads.</summary>
    internal static string LinkOf(EventLine e, WebShell site, Tongue t) => site.Absolute($"{t.Prefix}/parks/{e.ParkId}".TrimStart('/'));

    private static string AddressOf(string feed, Tongue t) =>
        $"api/public/v1/{feed}{(t == Tongue.Chinese ? "" : feed.Contains('?', StringComparison.Ordinal) ? "&language=en" : "?language=en")}";

    /// <summary>The same words and filters as the list of parks; a park that comes to fit is in it from then on, with all that it did.</summary>
    private static Task<IResult> SearchAsync(
        EventDatabase database, WebShell site, CancellationToken cancel,
        [RegularExpression("[1-9][0-9]{5}")] string? province = null,
        [RegularExpression(ListParks.StageCodes)] string? stage = null,
        [RegularExpression("whole|partial")] string? scope = null,
        bool? listed = null,
        bool? disclosed = null,
        [MaxLength(40)] string? industry = null,
        [MaxLength(60)] string? batch = null,
        [RegularExpression(ListParks.VerdictCodes)] string? verdict = null,
        [MaxLength(SearchText.Longest)] string? q = null,
        [RegularExpression("zh|en")] string language = "zh")
    {
        var followed = new FollowedParks(null, province, stage, scope, listed, disclosed, industry, batch, verdict, q);
        return SendAsync(database, site, $"feeds/search.atom{followed.Query}", followed, language, cancel);
    }

    private static void Feed(this RouteHandlerBuilder route, string name, string summary) => route
        .AllowAnonymous().WithName(name).WithSummary(summary).Produces<string>(StatusCodes.Status200OK, "application/atom+xml");

    /// <param name="feed">Where it lies, from the public API on.</param>
    private static async Task<IResult> SendAsync(EventDatabase database, WebShell site, string feed, FollowedParks followed, string language, CancellationToken cancel)
    {
        var (condition, operands) = followed.Condition();
        await using var command = database.Source.CreateCommand(
            $"select line from {FollowedParks.Entries} where {condition} order by at desc, event_id desc limit {Most}");
        command.Parameters.AddRange(operands);

        var events = new List<EventLine>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            events.Add(JsonSerializer.Deserialize<EventLine>(reader.GetString(0), RegistryJson.Http)!);
        }

        // A park is public from its first event on: without one there is no such park to follow.
        if (events.Count == 0 && followed.Park is not null) return Results.NotFound();
        return new Ready(Write(events, feed, followed.Park is not null, site, Tongue.Of(language)));
    }

    private static byte[] Write(IReadOnlyList<EventLine> events, string feed, bool ofOnePark, WebShell site, Tongue t)
    {
        using var written = new MemoryStream();
        using (var xml = XmlWriter.Create(written, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, t.Code);
            xml.WriteElementString("id", Atom, site.Absolute(AddressOf(feed, Tongue.Chinese)));
            xml.WriteElementString("title", Atom, ofOnePark && events.Count > 0 ? $"{events[0].ParkName} · {t.Say("brand")}" : t.Say("brandLong"));
            xml.WriteElementString("updated", Atom, Time(events.Count > 0 ? events[0].At : DateTimeOffset.UnixEpoch));
            Link(xml, "self", site.Absolute(AddressOf(feed, t)));
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
        xml.WriteElementString("title", Atom, TitleOf(e, t));
        xml.WriteElementString("updated", Atom, Time(e.At));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, t.Actor(e.Actor));
        xml.WriteEndElement();
        Link(xml, "alternate", LinkOf(e, site, t));
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
