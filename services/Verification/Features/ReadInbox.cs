using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Verification.Features;

/// <summary>What waits for the park (answers) and for the body (team, findings, statement).</summary>
public static class ReadInbox
{
    private const int Most = 1000;

    public static void MapReadInbox(this IEndpointRouteBuilder routes) => routes
        .MapGet("/inbox", Handle)
        .RequireAuthorization("Insider")
        .WithName(nameof(ReadInbox))
        .WithSummary("What waits for this caller");

    private static async Task<JsonAnswer<Inbox>> Handle(ViewReader views, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var reader = await Reader.OfAsync(user, views, clock, cancel);
        var rows = await reader.RowsAsync(views, submissionId: null, unsignedOnly: true, after: null, Most, cancel);
        return Answer.Of(new Inbox(
        [
            .. from seen in rows
               where reader.MaySee(seen.Row)
               let waiting = reader.Waiting(seen.Row)
               where waiting is not null
               orderby seen.Row.Since
               select new InboxItem(
                   seen.Id, waiting, seen.Row.ParkId, seen.Row.Park!.Name, seen.Row.Year, seen.Row.Since, $"/desk/verifications/{seen.Id}")
        ]));
    }
}
