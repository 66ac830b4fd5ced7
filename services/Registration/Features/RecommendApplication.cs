using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Registration.Features;

/// <summary>The province recommends the park in a batch.</summary>
public static class RecommendApplication
{
    /// <param name="Batch">The round of listing, e.g. <c>2025-1</c>.</param>
    public sealed record Request(
        [Required, RegularExpression("20[0-9]{2}-[a-z0-9]{1,12}")] string Batch,
        [Required, StringLength(4000, MinimumLength = 2)] string Reasons);

    public static Decision Decide(ApplicationState state, Request request, string? province) => state switch
    {
        _ when state.Park?.Province != province => ApplicationRules.NotYourProvince,
        { Status: ApplicationStatus.Recommended } when state.Batch == request.Batch => Decision.Nothing,
        { Status: not ApplicationStatus.Submitted } => ApplicationRules.NotSubmitted,
        _ => new ApplicationRecommended(state.ParkId, request.Batch, request.Reasons)
    };

    public static void MapRecommendApplication(this IEndpointRouteBuilder routes) => routes
        .MapPost("/applications/{id:guid}/recommendation", Handle)
        .RequireAuthorization("ProvincialReviewer")
        .RequiresTask("provincial-recommendation").EndingTaskWith("recommend")
        .WithName(nameof(RecommendApplication))
        .WithSummary("Recommend to the nation");

    private static Task<CommandAnswer<Done>> Handle(Guid id, Request request, IfMatch seen, Store store, ClaimsPrincipal user) => store
        .ExecuteAsync(ApplicationState.Stream, id, seen.Version, state => Decide(state, request, user.Province()))
        .ToHttpAsync();
}
