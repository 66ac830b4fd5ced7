using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Submission.Features;

/// <summary>A park on the national list begins to report a year; it may enter data while the year is still running.</summary>
public static class OpenYear
{
    public static readonly Refusal NotListed = new("not-listed", "Only a park on the national construction list reports its years.");
    public static readonly Refusal NotBegun = new("year-not-begun", "This year has not begun yet in Beijing; open it when it has.");

    /// <param name="Year">From 2020 on: earlier years have no equivalent value of electricity (附件3).</param>
    public sealed record Request(Guid ParkId, [Range(2020, 2060)] int Year);

    /// <param name="park">The park as Registration knows it; null when it is not on the list.</param>
    public static Decision Decide(SubmissionState state, Request request, RegisteredPark? park, ManagementBody body, DateOnly today) => state switch
    {
        _ when park is null => NotListed,
        _ when !body.ActsFor(park.Facts.ManagementBodyId, park.ParkId) => SubmissionRules.NotYourPark,
        { Park: not null } => Decision.Nothing,
        _ when request.Year > today.Year => NotBegun,
        _ => new YearOpened(park.ParkId, request.Year, AsReporting(park.Facts), park.Facts.IndustryGroup, park.Facts.Targets, park.PublishedOn)
    };

    public static void MapOpenYear(this IEndpointRouteBuilder routes) => routes
        .MapPost("/submissions", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(OpenYear))
        .WithSummary("Begin to report a year");

    private static async Task<CommandAnswer<Done>> Handle(
        Request request, Store store, IRegistration registration, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var park = await registration.GetParkAsync(request.ParkId, cancel).FoundAsync();
        var id = SubmissionState.IdOf(request.ParkId, request.Year);
        return await store
            .StartAsync(SubmissionState.Stream, id, state => Decide(state, request, park, user.AsBody(), clock.Today()), cancel)
            .ToCreatedAsync($"/submissions/{id}", done => new Done(done.Id, done.Version));
    }

    private static ReportingPark AsReporting(ParkFacts facts) => new(facts.Name, facts.Province, facts.ManagementBodyId!.Value, facts.Demo);
}
