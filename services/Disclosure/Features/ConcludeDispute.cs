using System.ComponentModel.DataAnnotations;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>A national reviewer concludes a dispute once it is answered, or once the period of the answer is over, or where nobody can say when that is.</summary>
public static class ConcludeDispute
{
    /// <param name="Reasons">Public.</param>
    public sealed record Request([Required] DisputeOutcome? Outcome, [Required, StringLength(4000, MinimumLength = 2)] string Reasons);

    public static Decision Decide(DisputeState state, Request request, DateOnly today) => state switch
    {
        { Status: DisputeStatus.Received } => DisputeRules.NotTakenUp,
        { Status: DisputeStatus.Upheld or DisputeStatus.PartlyUpheld or DisputeStatus.NotUpheld } when IsSame(state, request) => Decision.Nothing,
        { Status: not (DisputeStatus.TakenUp or DisputeStatus.Answered) } => DisputeRules.IsClosed,
        { Status: DisputeStatus.TakenUp, RespondentId: not null, AnswerBy: { } last } when last >= today => DisputeRules.AwaitsAnswer,
        { Raised: var r } => new DisputeConcluded(r!.ParkId, r.Number, r.Year, r.Figure, request.Outcome!.Value, request.Reasons)
    };

    public static void MapConcludeDispute(this IEndpointRouteBuilder routes) => routes
        .MapPost("/disputes/{id:guid}/conclusion", Handle)
        .RequireAuthorization("NationalReviewer")
        .WithName(nameof(ConcludeDispute))
        .WithSummary("Conclude a dispute: upheld, partly upheld or not upheld");

    private static bool IsSame(DisputeState state, Request request) =>
        state.Last == request.Reasons && state.Status == DisputeState.Of(request.Outcome!.Value);

    private static Task<CommandAnswer<Done>> Handle(Guid id, Request request, IfMatch seen, Store store, TimeProvider clock, CancellationToken cancel) => store
        .ExecuteAsync(DisputeState.Stream, id, seen.Version, state => Decide(state, request, Beijing.Today(clock)), cancel)
        .ToHttpAsync();
}
