using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>The province returns an application for correction (退回补正).</summary>
public static class ReturnApplication
{
    public static Decision Decide(ApplicationState state, Explanation request, string? province) => state switch
    {
        _ when state.Park?.Province != province => ApplicationRules.NotYourProvince,
        { Status: ApplicationStatus.Returned } => Decision.Nothing,
        { Status: not ApplicationStatus.Submitted } => ApplicationRules.NotSubmitted,
        _ => new ApplicationReturned(state.ParkId, request.Reasons)
    };

    public static void MapReturnApplication(this IEndpointRouteBuilder routes) => routes
        .MapPost("/applications/{id:guid}/return", Handle)
        .RequireAuthorization("ProvincialReviewer")
        .RequiresTask("application-completeness", "provincial-summary").EndingTaskWith("return")
        .WithName(nameof(ReturnApplication))
        .WithSummary("Return for correction");

    private static Task<CommandAnswer<Done>> Handle(Guid id, Explanation request, IfMatch seen, Store store, ClaimsPrincipal user) => store
        .ExecuteAsync(ApplicationState.Stream, id, seen.Version, state => Decide(state, request, user.Province()))
        .ToHttpAsync();
}
