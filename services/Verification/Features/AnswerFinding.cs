using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Verification.Features;

/// <summary>The park answers a finding; it may better its answer until the verifier has spoken.</summary>
public static class AnswerFinding
{
    public static Decision Decide(VerificationState state, int number, Explanation request, ManagementBody body) =>
        (state, state.Findings.GetValueOrDefault(number)) switch
        {
            _ when !state.Is(body) => VerificationRules.NotYourPark,
            (_, null) => VerificationRules.FindingUnknown,
            (_, { Answer: { } answer }) when answer == request.Text => Decision.Nothing,
            ({ Statement: not null }, _) => VerificationRules.NotOpen,
            (_, { Closing: not null }) => VerificationRules.FindingClosed,
            _ => new FindingAnswered(number, request.Text)
        };

    public static void MapAnswerFinding(this IEndpointRouteBuilder routes) => routes
        .MapPost("/verifications/{id:guid}/findings/{number:int}/answer", Handle)
        .RequireAuthorization("Park")
        .WithName(nameof(AnswerFinding))
        .WithSummary("Answer a finding");

    private static Task<CommandAnswer<Done>> Handle(Guid id, int number, Explanation request, IfMatch seen, Store store, ClaimsPrincipal user) => store
        .ExecuteAsync(VerificationState.Stream, id, seen.Version, state => Decide(state, number, request, user.AsBody()))
        .ToHttpAsync();
}
