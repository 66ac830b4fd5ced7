using System.Security.Claims;
using PilotRegistry.Acceptance.Restatements;
using PilotRegistry.Acceptance.Views;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Acceptance.Features;

/// <summary>What waits here: self-evaluations for the province, decisions for the nation, and for a park what did not pass.</summary>
public static class ReadInbox
{
    public static void MapReadInbox(this IEndpointRouteBuilder routes) => routes
        .MapGet("/inbox", Handle)
        .RequireAuthorization("Insider")
        .WithName(nameof(ReadInbox))
        .WithSummary("What waits for this caller");

    private static async Task<JsonAnswer<Inbox>> Handle(ViewReader views, KnownVersions versions, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (body, province) = (ReadAcceptances.BodyOf(user), ReadAcceptances.ProvinceOf(user));
        var rows = await views.ListAsync(
            AcceptanceRow.View,
            $"""
             row->>'awaits' = {user.Role()} and ({body}::text is null or row->>'managementBodyId' = {body})
             and ({province}::text is null or row->>'province' = {province})
             """,
            cancel: cancel);
        var restated = user.Role() is Roles.Province or Roles.National ? await RestatedAsync(views, versions, user, cancel) : [];
        return Answer.Of(new Inbox([.. rows.Where(r => ReadAcceptances.MaySee(r.Row, user)).Select(Waiting).Concat(restated).OrderBy(i => i.Since)]));
    }

    /// <summary>Acceptances whose year was submitted again since this reviewer decided, or began to.</summary>
    private static async Task<IEnumerable<InboxItem>> RestatedAsync(ViewReader views, KnownVersions versions, ClaimsPrincipal user, CancellationToken cancel)
    {
        var province = ReadAcceptances.ProvinceOf(user);
        var rows = await views.ListAsync(AcceptanceRow.View, $"{province}::text is null or row->>'province' = {province}", cancel: cancel);
        var known = await versions.OfParksAsync(rows.Select(r => r.Row.ParkId), cancel);
        return
            from seen in rows
            let open = Restatement.Of(seen.Row, known).FirstOrDefault(r => r.Awaits(user.Role(), seen.Row))
            where open is not null
            select new InboxItem(seen.Id, "note-restatement", seen.Row.ParkId, seen.Row.ParkName, seen.Row.Year, open.At, $"/desk/acceptances/{seen.Id}");
    }

    private static InboxItem Waiting(Seen<AcceptanceRow> seen) => new(
        seen.Id,
        seen.Row.Status switch
        {
            AcceptanceStatus.Requested => "conclude-self-evaluation",
            AcceptanceStatus.SelfEvaluated => "decide-acceptance",
            _ => "improve-and-ask-again"
        },
        seen.Row.ParkId, seen.Row.ParkName, seen.Row.Year, seen.Row.Since, $"/desk/acceptances/{seen.Id}");
}
