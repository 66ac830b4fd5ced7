using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Acceptance.Features;

/// <summary>The province concludes its self-evaluation (自评估) at the end of construction.</summary>
public static class ConcludeSelfEvaluation
{
    public static readonly Refusal NotYourProvince = new("not-your-province", "This park belongs to another province.");
    public static readonly Refusal NotRequested = new("acceptance-not-requested", "No request of this park is before the province.");

    public sealed record Request(bool Passed, [Required, StringLength(4000, MinimumLength = 2)] string Reasons);

    public static Decision Decide(AcceptanceState state, Request request, string? province) => state switch
    {
        _ when state.Request?.Province != province => NotYourProvince,
        { Status: AcceptanceStatus.SelfEvaluated } when request.Passed => Decision.Nothing,
        { Status: AcceptanceStatus.SelfEvaluationFailed } when !request.Passed => Decision.Nothing,
        { Status: not AcceptanceStatus.Requested } => NotRequested,
        _ => new SelfEvaluationConcluded(state.Request!.ParkId, request.Passed, request.Reasons)
    };

    public static void MapConcludeSelfEvaluation(this IEndpointRouteBuilder routes) => routes
        .MapPost("/acceptances/{id:guid}/self-evaluation", Handle)
        .RequireAuthorization("ProvincialReviewer")
        .RequiresTask("self-evaluation")
        .WithName(nameof(ConcludeSelfEvaluation))
        .WithSummary("Conclude the provincial self-evaluation");

    private static Task<CommandAnswer<Done>> Handle(Guid id, Request request, IfMatch seen, Store store, ClaimsPrincipal user) => store
        .ExecuteAsync(AcceptanceState.Stream, id, seen.Version, state => Decide(state, request, user.Province()))
        .ToHttpAsync();
}
