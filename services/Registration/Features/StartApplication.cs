using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>A park management body begins an application (申报).</summary>
public static class StartApplication
{
    /// <param name="Id">The application.</param>
    /// <param name="ParkId">The park it is for; its public page lives under this id from submission on.</param>
    public sealed record Started(Guid Id, Guid ParkId, long Version);

    /// <summary>An account that is narrowed to one park cannot bring in another.</summary>
    public static Decision Decide(ApplicationState state, Guid parkId, ParkFacts park, ManagementBody body) => state switch
    {
        _ when !body.ActsFor(park.ManagementBodyId, parkId) => ApplicationRules.NotYourPark,
        { Status: not ApplicationStatus.NotStarted } => Decision.Nothing,
        _ => new ApplicationStarted(parkId, park)
    };

    public static void MapStartApplication(this IEndpointRouteBuilder routes) => routes
        .MapPost("/applications", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(StartApplication))
        .WithSummary("Start an application")
        .Produces<Started>(201);

    private static Task<CommandAnswer<Started>> Handle(ParkRequest request, Store store, ClaimsPrincipal user)
    {
        var (id, parkId) = (store.NewId("application"), store.NewId("park"));
        return store
            .StartAsync(ApplicationState.Stream, id, state => Decide(state, parkId, request.ToFacts(user.Organisation()), user.AsBody()))
            .ToCreatedAsync($"/applications/{id}", done => new Started(id, parkId, done.Version));
    }
}
