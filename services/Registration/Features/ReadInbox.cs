using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Registration.Views;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>Applications that wait for the caller: the park's own drafts, the province's reviews, the nation's listings.</summary>
public static class ReadInbox
{
    public static void MapReadInbox(this IEndpointRouteBuilder routes) => routes
        .MapGet("/inbox", Handle)
        .RequireAuthorization("Insider")
        .WithName(nameof(ReadInbox))
        .WithSummary("What waits for this caller");

    private static async Task<JsonAnswer<Inbox>> Handle(ViewReader views, ClaimsPrincipal user, CancellationToken cancel)
    {
        var (body, province) = (user.Role() == Roles.Park ? user.Organisation().ToString() : null, user.Role() == Roles.Park ? null : user.Province());
        var rows = await views.ListAsync(
            ApplicationRow.View,
            $"""
             row->>'awaits' = {user.Role()} and ({body}::text is null or row->>'managementBodyId' = {body})
             and ({province}::text is null or row->>'province' = {province})
             """,
            cancel: cancel);
        return Answer.Of(new Inbox([.. rows.Where(r => ReadApplications.MaySee(r.Row, user)).Select(Waiting).OrderBy(i => i.Since)]));
    }

    private static InboxItem Waiting(Seen<ApplicationRow> seen) => new(
        seen.Id,
        seen.Row.Status switch
        {
            ApplicationStatus.Draft => "finish-application",
            ApplicationStatus.Returned => "correct-application",
            ApplicationStatus.Submitted => "review-application",
            _ => "decide-listing"
        },
        seen.Row.ParkId, seen.Row.Name, Year: null, seen.Row.Since, $"/desk/applications/{seen.Id}");
}
