using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Verification.Features;

/// <summary>
/// The team closes a finding and says how. A corrective action or clarification waits for the park's answer; when the term
/// has passed without one, the team may close it by a conservative estimate.
/// </summary>
public static class CloseFinding
{
    public static readonly Refusal AnswerAwaited = new("answer-awaited", "The park may still answer this finding; close it after its answer or when the term has passed.");

    public static Decision Decide(VerificationState state, int number, Explanation request, BodyAccount caller, DateOnly today) =>
        state.Findings.GetValueOrDefault(number) switch
        {
            _ when VerificationRules.CheckMember(state, caller) is { } refusal => refusal,
            null => VerificationRules.FindingUnknown,
            { Closing: { } closing } => closing == request.Text ? Decision.Nothing : VerificationRules.FindingClosed,
            { MustBeAnswered: true, Answer: null } open when today <= open.AnswerBy => AnswerAwaited with
            {
                Message = $"The park may answer this finding until {open.AnswerBy:yyyy-MM-dd}; close it after its answer or when that day has passed.",
            },
            _ => new FindingClosed(number, request.Text)
        };

    public static void MapCloseFinding(this IEndpointRouteBuilder routes) => routes
        .MapPost("/verifications/{id:guid}/findings/{number:int}/closing", Handle)
        .RequireAuthorization("Verifier")
        .WithName(nameof(CloseFinding))
        .WithSummary("Close a finding");

    private static async Task<CommandAnswer<Done>> Handle(
        Guid id, int number, Explanation request, IfMatch seen, Store store, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var caller = await store.BodyAccountAsync(user, clock, cancel);
        return await store
            .ExecuteAsync(VerificationState.Stream, id, seen.Version, state => Decide(state, number, request, caller, clock.Today()), cancel)
            .ToHttpAsync();
    }
}
