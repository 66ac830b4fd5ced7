using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Verification.Features;

/// <summary>The team says what an answer still lacks; the park answers again, with a new term.</summary>
public static class ReturnFinding
{
    public static readonly Refusal NotAnswered = new("answer-missing", "The park has not answered this finding; there is nothing to return.");

    public static Decision Decide(VerificationState state, int number, Explanation request, BodyAccount caller, DateOnly today) =>
        state.Findings.GetValueOrDefault(number) switch
        {
            _ when VerificationRules.CheckMember(state, caller) is { } refusal => refusal,
            null => VerificationRules.FindingUnknown,
            { Closing: not null } => VerificationRules.FindingClosed,
            { Answer: null, Returned: { } returned } when returned == request.Text => Decision.Nothing,
            { Answer: null } => NotAnswered,
            _ => new FindingReturned(number, request.Text, today.AddDays((int)Settings.DaysToAnswer.Value))
        };

    public static void MapReturnFinding(this IEndpointRouteBuilder routes) => routes
        .MapPost("/verifications/{id:guid}/findings/{number:int}/return", Handle)
        .RequireAuthorization("Verifier")
        .WithName(nameof(ReturnFinding))
        .WithSummary("Return an answer");

    private static async Task<CommandAnswer<Done>> Handle(
        Guid id, int number, Explanation request, IfMatch seen, Store store, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var caller = await store.BodyAccountAsync(user, clock, cancel);
        return await store
            .ExecuteAsync(VerificationState.Stream, id, seen.Version, state => Decide(state, number, request, caller, clock.Today()), cancel)
            .ToHttpAsync();
    }
}
