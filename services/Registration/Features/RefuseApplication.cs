using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>The province refuses an application before it, or the nation one that was recommended (不予通过).</summary>
public static class RefuseApplication
{
    public static readonly Refusal NotRecommended = new("application-not-recommended", "The application is not before the nation.");

    public static Decision Decide(ApplicationState state, Explanation request, Reviewer reviewer) => (state.Status, reviewer.Role) switch
    {
        (_, Roles.Province) when state.Park?.Province != reviewer.Province => ApplicationRules.NotYourProvince,
        (ApplicationStatus.Refused, _) => Decision.Nothing,
        (not ApplicationStatus.Submitted, Roles.Province) => ApplicationRules.NotSubmitted,
        (not ApplicationStatus.Recommended, not Roles.Province) => NotRecommended,
        _ => new ApplicationRefused(state.ParkId, reviewer.Role, request.Reasons)
    };

    public static void MapRefuseApplication(this IEndpointRouteBuilder routes) => routes
        .MapPost("/applications/{id:guid}/refusal", Handle)
        .RequireAuthorization("Reviewer")
        .RequiresTask("application-completeness", "provincial-summary", "provincial-recommendation", "national-decision").EndingTaskWith("refuse")
        .WithName(nameof(RefuseApplication))
        .WithSummary("Refuse the application");

    private static Task<CommandAnswer<Done>> Handle(Guid id, Explanation request, IfMatch seen, Store store, ClaimsPrincipal user) => store
        .ExecuteAsync(ApplicationState.Stream, id, seen.Version, state => Decide(state, request, new(user.Role(), user.Province())))
        .ToHttpAsync();
}

/// <summary>Who reviews: the nation, or one province.</summary>
public sealed record Reviewer(string Role, string? Province = null);
