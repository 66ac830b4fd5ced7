using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.Features;

/// <summary>What waits for a park here: years that are over and not reported. Nobody else has work in this service.</summary>
public static class ReadInbox
{
    public static void MapReadInbox(this IEndpointRouteBuilder routes) => routes
        .MapGet("/inbox", Handle)
        .RequireAuthorization("Insider")
        .WithName(nameof(ReadInbox))
        .WithSummary("What waits for this caller");

    /// <summary>Years begun but not submitted, and the last finished year of each park that has not begun it.</summary>
    public static Inbox Of(IReadOnlyList<Seen<SubmissionRow>> rows, IReadOnlyList<RegisteredPark> parks, DateOnly today) => new(
    [
        .. rows.Where(r => r.Row.Status <= SubmissionStatus.Drafted && r.Row.IsFinished(today)).Select(Begun)
            .Concat(parks
                .Where(p => p.Facts.BaseYear < today.Year && !rows.Any(r => r.Row.ParkId == p.ParkId && r.Row.Year == today.Year - 1))
                .Select(p => NotBegun(p, today.Year - 1)))
            .OrderBy(i => i.Since)
    ]);

    private static async Task<JsonAnswer<Inbox>> Handle(
        ViewReader views, IRegistration registration, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel) =>
        Answer.Of(user.Role() == Roles.Park ? await OfParkAsync(views, registration, user, clock.Today(), cancel) : new Inbox([]));

    private static async Task<Inbox> OfParkAsync(
        ViewReader views, IRegistration registration, ClaimsPrincipal user, DateOnly today, CancellationToken cancel)
    {
        var organisation = user.Organisation();
        var parks = await registration.ListParksAsync(organisation, cancel).FoundAsync();
        var rows = await views.ListAsync(SubmissionRow.View, $"row->'park'->>'managementBodyId' = {organisation.ToString()}", cancel: cancel);
        var body = user.AsBody();
        return Of(
            [.. rows.Where(r => body.ActsFor(r.Row.Park.ManagementBodyId, r.Row.ParkId))],
            [.. parks?.Items.Where(p => body.ActsFor(p.Facts.ManagementBodyId, p.ParkId)) ?? []],
            today);
    }

    private static InboxItem Begun(Seen<SubmissionRow> seen) => new(
        seen.Id, "report-year", seen.Row.ParkId, seen.Row.Park.Name, seen.Row.Year, seen.Row.Since, $"/desk/submissions/{seen.Id}");

    private static InboxItem NotBegun(RegisteredPark park, int year) => new(
        SubmissionState.IdOf(park.ParkId, year), "open-year", park.ParkId, park.Facts.Name, year, Beijing.StartOf(year + 1), "/desk/parks");
}
