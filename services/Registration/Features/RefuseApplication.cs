using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>The province refuses an application before it, or the nation one that was recommended (不予通过).</summary>
public static class RefuseApplication
{
    public static readonly Refusal NotRecommended = new("application-not-recommended", "The application is not before the nation.");

    public static Decision Decide(ApplicationState state, Reasons request, Reviewer reviewer) => (state, reviewer) switch
    {
        ({ Status: ApplicationStatus.Refused }, _) => Decision.Nothing,
        (_, { Province: { } province }) when state.Park?.Province != province => ApplicationRules.NotYourProvince,
        ({ Status: not ApplicationStatus.Submitted }, { Province: not null }) => ApplicationRules.NotSubmitted,
        ({ Status: not ApplicationStatus.Recommended }, { Province: null }) => NotRecommended,
        _ => new ApplicationRefused(state.ParkId, reviewer.Province is null ? Roles.National : Roles.Province, request.Text)
    };

    public static void MapRefuseApplication(this IEndpointRouteBuilder routes) => routes
        .MapPost("/applications/{id:guid}/refusal", Handle)
        .RequireAuthorization("Reviewer")
        .WithName(nameof(RefuseApplication))
        .WithSummary("Refuse the application");

    private static Task<CommandAnswer<Done>> Handle(Guid id, Reasons request, IfMatch seen, Store store, ClaimsPrincipal user) => store
        .ExecuteAsync(ApplicationState.Stream, id, seen.Version, state => Decide(state, request, new(user.Province())))
        .ToHttpAsync();
}

/// <summary>Who reviews: a province, or the nation when null.</summary>
public sealed record Reviewer(string? Province);
