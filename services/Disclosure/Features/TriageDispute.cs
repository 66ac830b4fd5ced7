using System.ComponentModel.DataAnnotations;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>A national reviewer takes a dispute up and names who answers, or declines it with a reason.</summary>
public static class TriageDispute
{
    /// <param name="Reasons">What is to be answered, or why it is declined; public.</param>
    /// <param name="Respondent">Who answers; of a verified figure the body, of a reported one the park, unless it is said here.</param>
    public sealed record Request([Required] bool? TakenUp, [Required, StringLength(4000, MinimumLength = 2)] string Reasons, Respondent? Respondent = null);

    /// <param name="respondentId">The organisation that answers.</param>
    /// <param name="answerBy">Until when, counted from today.</param>
    public static Decision Decide(DisputeState state, Request request, Guid? respondentId, DateOnly? answerBy) => (state, request.TakenUp) switch
    {
        ({ Status: DisputeStatus.TakenUp } s, true) when s.Last == request.Reasons && s.Respondent == RespondentOf(s, request) => Decision.Nothing,
        ({ Status: DisputeStatus.Declined } s, false) when s.Last == request.Reasons => Decision.Nothing,
        ({ Status: not DisputeStatus.Received }, _) => DisputeRules.IsTriaged,
        ({ Raised: { } r }, true) => new DisputeTakenUp(r.ParkId, r.Number, r.Year, r.Figure, RespondentOf(state, request), respondentId, request.Reasons, answerBy),
        ({ Raised: var r }, _) => new DisputeDeclined(r!.ParkId, r.Number, r.Year, r.Figure, request.Reasons)
    };

    public static void MapTriageDispute(this IEndpointRouteBuilder routes) => routes
        .MapPost("/disputes/{id:guid}/triage", HandleAsync)
        .RequireAuthorization("NationalReviewer")
        .WithName(nameof(TriageDispute))
        .WithSummary("Take a dispute up and name who answers, or decline it");

    private static Respondent RespondentOf(DisputeState state, Request request) => request.Respondent ?? Usual(state.Raised?.Figure ?? "");

    private static Respondent Usual(string figure) => figure.StartsWith("verified.", StringComparison.Ordinal) ? Respondent.Body : Respondent.Park;

    private static async Task<IResult> HandleAsync(
        Guid id, Request request, IfMatch seen, Store store, ViewReader views, DisputeFacts facts, Periods periods, CancellationToken cancel)
    {
        var respondentId = await views.FindAsync(DisputeRow.View, id, cancel) is { Row: var row }
            ? await facts.RespondentAsync(row.ParkId, row.Year, request.Respondent ?? Usual(row.Figure), cancel)
            : null;
        return CommandAnswers.From(await store.ExecuteAsync(DisputeState.Stream, id, seen.Version, state => Decide(state, request, respondentId, periods.Answer), cancel));
    }
}
