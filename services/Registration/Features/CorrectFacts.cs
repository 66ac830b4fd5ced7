using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>The park corrects its basic facts while the application is in its hands.</summary>
public static class CorrectFacts
{
    public static Decision Decide(ApplicationState state, ParkFacts park, ManagementBody body) => state switch
    {
        _ when !state.Is(body) => ApplicationRules.NotYourPark,
        { IsOpen: false } => ApplicationRules.NotOpen,
        _ when RegistryJson.Same(state.Park!, park) => Decision.Nothing,
        _ => new FactsCorrected(park)
    };

    public static void MapCorrectFacts(this IEndpointRouteBuilder routes) => routes
        .MapPut("/applications/{id:guid}/facts", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(CorrectFacts))
        .WithSummary("Correct the basic facts");

    private static Task<CommandAnswer<Done>> Handle(Guid id, ParkRequest request, IfMatch seen, Store store, ClaimsPrincipal user) => store
        .ExecuteAsync(ApplicationState.Stream, id, seen.Version, state => Decide(state, request.ToFacts(user.Organisation()), user.AsBody()))
        .ToHttpAsync();
}
