using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>The park puts its application before the province; from now on its basic facts are public.</summary>
public static class SubmitApplication
{
    public static readonly Refusal ChaptersMissing = new("chapters-missing", "All six chapters of the outline must be written before submitting.");

    public static Decision Decide(ApplicationState state, ManagementBody body) => state switch
    {
        _ when !state.Is(body) => ApplicationRules.NotYourPark,
        { Status: ApplicationStatus.Submitted } => Decision.Nothing,
        { IsOpen: false } => ApplicationRules.NotOpen,
        _ when Enum.GetValues<Chapter>().Any(c => string.IsNullOrWhiteSpace(state.Chapters.GetValueOrDefault(c))) => ChaptersMissing,
        _ => new ApplicationSubmitted(state.ParkId, state.Park!, state.Round + 1, state.KeyProjects is { Count: > 0 } named ? named : null)
    };

    public static void MapSubmitApplication(this IEndpointRouteBuilder routes) => routes
        .MapPost("/applications/{id:guid}/submission", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(SubmitApplication))
        .WithSummary("Submit the application");

    private static Task<CommandAnswer<Done>> Handle(Guid id, IfMatch seen, Store store, ClaimsPrincipal user) => store
        .ExecuteAsync(ApplicationState.Stream, id, seen.Version, state => Decide(state, user.AsBody()))
        .ToHttpAsync();
}
