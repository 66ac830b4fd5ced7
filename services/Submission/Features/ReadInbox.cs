using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission.Views;

namespace PilotRegistry.Submission.Features;

/// <summary>What waits for a park here, from opening a year to disclosing it. Nobody else has work in this service.</summary>
public static class ReadInbox
{
    /// <summary>Everything that the inbox is computed from.</summary>
    public sealed record Facts(
        IReadOnlyList<Seen<SubmissionRow>> Years, IReadOnlyList<RegisteredPark> Parks, IReadOnlyList<KnownVerification> Verifications, DateOnly Today);

    public static void MapReadInbox(this IEndpointRouteBuilder routes) => routes
        .MapGet("/inbox", Handle)
        .RequireAuthorization("Insider")
        .WithName(nameof(ReadInbox))
        .WithSummary("What waits for this caller");

    /// <summary>The next step of each year, and the last finished year of each park that has not begun it.</summary>
    public static Inbox Of(Facts facts) => new(
    [
        .. facts.Years.Select(y => NextStep(y, facts)).OfType<InboxItem>()
            .Concat(facts.Parks.Where(p => Owes(p, facts)).Select(p => NotBegun(p, facts.Today.Year - 1)))
            .OrderBy(i => i.Since)
    ]);

    private static InboxItem? NextStep(Seen<SubmissionRow> year, Facts facts) => year.Row.Status switch
    {
        SubmissionStatus.Opened => year.Row.IsFinished(facts.Today) ? Item(year, "report-year", year.Row.Since) : null,
        SubmissionStatus.Submitted => facts.Verifications.FirstOrDefault(v => v.SubmissionId == year.Id && v.Version == year.Row.LastVersion) switch
        {
            null => Item(year, "engage-body", year.Row.Since),
            { SignedAt: { } signed } => Item(year, "disclose-year", signed),
            _ => null
        },
        _ => null
    };

    private static bool Owes(RegisteredPark park, Facts facts) =>
        park.Facts.BaseYear < facts.Today.Year && !facts.Years.Any(y => y.Row.ParkId == park.ParkId && y.Row.Year == facts.Today.Year - 1);

    private static async Task<JsonAnswer<Inbox>> Handle(
        ViewReader views, KnownVerifications verifications, IRegistration registration, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel) =>
        Answer.Of(user.Role() == Roles.Park ? Of(await OfParkAsync(views, verifications, registration, user, clock.Today(), cancel)) : new Inbox([]));

    private static async Task<Facts> OfParkAsync(
        ViewReader views, KnownVerifications verifications, IRegistration registration, ClaimsPrincipal user, DateOnly today, CancellationToken cancel)
    {
        var (organisation, body) = (user.Organisation(), user.AsBody());
        var parks = await registration.ListParksAsync(organisation, cancel).FoundAsync();
        var rows = await views.ListAsync(SubmissionRow.View, $"row->'park'->>'managementBodyId' = {organisation.ToString()}", cancel: cancel);
        Seen<SubmissionRow>[] own = [.. rows.Where(r => body.ActsFor(r.Row.Park.ManagementBodyId, r.Row.ParkId))];
        return new(
            own,
            [.. parks?.Items.Where(p => body.ActsFor(p.Facts.ManagementBodyId, p.ParkId)) ?? []],
            await verifications.OfParksAsync(own.Select(r => r.Row.ParkId).Distinct(), cancel),
            today);
    }

    private static InboxItem Item(Seen<SubmissionRow> seen, string kind, DateTimeOffset since) => new(
        seen.Id, kind, seen.Row.ParkId, seen.Row.Park.Name, seen.Row.Year, since, $"/desk/submissions/{seen.Id}");

    private static InboxItem NotBegun(RegisteredPark park, int year) => new(
        SubmissionState.IdOf(park.ParkId, year), "open-year", park.ParkId, park.Facts.Name, year, Beijing.StartOf(year + 1), "/desk/parks");
}
