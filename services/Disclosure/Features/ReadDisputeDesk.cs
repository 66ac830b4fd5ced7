using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>
/// Disputes for those who must act on them: reviewers see every open one with the words it came with; the park and the body see those
/// that they were asked to answer, without these words.
/// </summary>
public static class ReadDisputeDesk
{
    private const int Most = 1000;

    /// <param name="Waits">What this caller has to do; null when it is somebody else's turn.</param>
    public sealed record Line(Guid Id, DisputeItem Item, string? Waits);

    public sealed record Lines(IReadOnlyList<Line> Items);

    /// <summary>What only reviewers read. Contact data stay with them.</summary>
    public sealed record Private(string? Reason, string? Evidence, string? Contact, bool WordsPublic, bool Protected, IReadOnlyList<Spoken> Talk);

    /// <param name="Actions">The commands that this caller may give now.</param>
    public sealed record Page(Guid Id, long Version, ReadDisputes.Dispute Dispute, Private? Private, IReadOnlyList<string> Actions);

    public static void MapReadDisputeDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/desk/disputes", ListAsync).RequireAuthorization("Insider").WithName("ListDeskDisputes").WithSummary("Disputes that this caller has to do with");
        routes.MapGet("/desk/disputes/{id:guid}", OneAsync).RequireAuthorization("Insider").WithName("ReadDeskDispute")
            .WithSummary("One dispute for whoever acts on it").Produces<Page>();
        routes.MapGet("/inbox", InboxAsync).RequireAuthorization("Insider").WithName("ReadInbox").WithSummary("What waits for this caller");
    }

    private static async Task<JsonAnswer<Lines>> ListAsync(ViewReader views, DisputeFacts facts, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel) =>
        Answer.Of(new Lines([.. (await LinesAsync(views, facts, user, clock, cancel)).Select(l => l.Line)]));

    private static async Task<JsonAnswer<Inbox>> InboxAsync(ViewReader views, DisputeFacts facts, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel) =>
        Answer.Of(new Inbox(
        [
            .. from seen in await LinesAsync(views, facts, user, clock, cancel)
               let item = seen.Line.Item
               where seen.Line.Waits is not null
               orderby seen.Since
               select new InboxItem(seen.Line.Id, seen.Line.Waits!, item.ParkId, item.ParkName, item.Year, seen.Since, $"/desk/disputes/{seen.Line.Id}")
        ]));

    private static async Task<IResult> OneAsync(
        Guid id, ViewReader views, DisputeFacts facts, DisputeTexts texts, DisputeTalk talk, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        if (await views.FindAsync(DisputeRow.View, id, cancel) is not { } seen || !MaySee(seen.Row, user))
        {
            return Results.NotFound();
        }

        var wrote = user.Role() == Roles.National ? await texts.FindAsync(id, cancel) : null;
        var own = wrote is null ? null : new Private(wrote.Reason, wrote.Evidence, wrote.Contact, wrote.IsPublic, wrote.IsProtected, await talk.ReadAsync(id, cancel));
        var shown = (await ReadDisputes.FindAsync(seen.Row.Number, views, facts, texts, clock.Today(), cancel))!;
        return Answer.One(new Page(id, seen.Version, shown, own, [.. Actions(seen.Row, user, clock.Today(), wrote)]), seen.Version);
    }

    private static async Task<IReadOnlyList<(Line Line, DateTimeOffset Since)>> LinesAsync(
        ViewReader views, DisputeFacts facts, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var open = ReadDisputes.StatesOf("open");
        var rows = user.Role() switch
        {
            Roles.National => await views.ListAsync(DisputeRow.View, $"row->>'state' = any({open})", limit: Most, cancel: cancel),
            Roles.Park or Roles.VerifierLead => await views.ListAsync(
                DisputeRow.View, $"row->>'state' = any({open}) and row->>'respondentId' = {user.Organisation().ToString()}", limit: Most, cancel: cancel),
            _ => []
        };
        var mine = rows.Where(r => MaySee(r.Row, user)).ToArray();
        var parks = await facts.ParksAsync(mine.Select(r => r.Row.ParkId), cancel);
        var today = clock.Today();
        return [.. mine.OrderBy(r => r.Row.DueOn ?? DateOnly.MaxValue).Select(r => (
            new Line(r.Id, DisputeItem.Of(r.Row, parks, today), Actions(r.Row, user, today, wrote: null).FirstOrDefault() is { } first ? $"{first}-dispute" : null),
            r.Row.Steps[^1].At))];
    }

    private static bool MaySee(DisputeRow row, ClaimsPrincipal user) => user.Role() switch
    {
        Roles.National => true,
        Roles.Park => row.Respondent == Respondent.Park && user.AsBody().ActsFor(row.RespondentId, row.ParkId),
        Roles.VerifierLead => row.Respondent == Respondent.Body && row.RespondentId is { } body && user.ActsFor(body),
        _ => false
    };

    /// <summary>As the rules of the commands say.</summary>
    private static IEnumerable<string> Actions(DisputeRow row, ClaimsPrincipal user, DateOnly today, Wrote? wrote)
    {
        var isReviewer = user.Role() == Roles.National;
        var mayConclude = row.State == DisputeStatus.Answered || (row.State == DisputeStatus.TakenUp && (row.RespondentId is null || row.DueOn is not { } last || last < today));
        string?[] actions =
        [
            isReviewer && row.State == DisputeStatus.Received ? "triage" : null,
            isReviewer && mayConclude ? "conclude" : null,
            !isReviewer && row.State == DisputeStatus.TakenUp ? "answer" : null,
            isReviewer && row.IsOpen && wrote is { IsProtected: true } ? "ask" : null,
        ];
        return actions.OfType<string>();
    }
}
