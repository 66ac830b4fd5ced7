using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Verification.Features;

/// <summary>A member of the team records something that the park must correct, explain or keep in mind.</summary>
public static class RaiseFinding
{
    /// <param name="Pointer">JSON pointer (RFC 6901) into the submitted data, e.g. <c>/electricity/4/mwh</c>.</param>
    public sealed record Request(
        FindingKind Kind,
        [Required, StringLength(4000, MinimumLength = 2)] string Text,
        [MaxLength(200), RegularExpression("(/[^/]*)+")] string? Pointer = null);

    /// <param name="Number">The finding's number within the verification.</param>
    public sealed record Raised(Guid Id, long Version, int Number);

    public static Decision Decide(VerificationState state, Request request, BodyAccount caller, DateOnly today) => state switch
    {
        _ when VerificationRules.CheckMember(state, caller) is { } refusal => refusal,
        _ when Find(state, request) is not null => Decision.Nothing,
        _ => new FindingRaised(state.Findings.Count + 1, request.Kind, request.Text, request.Pointer, today.AddDays((int)Settings.DaysToAnswer.Value))
    };

    /// <summary>The number this finding has already, word for word the same: a repeated request raises no second one.</summary>
    private static int? Find(VerificationState state, Request request) => state.Findings.Values
        .FirstOrDefault(f => f.Raised.Kind == request.Kind && f.Raised.Text == request.Text && f.Raised.Pointer == request.Pointer)?.Raised.Number;

    public static void MapRaiseFinding(this IEndpointRouteBuilder routes) => routes
        .MapPost("/verifications/{id:guid}/findings", Handle)
        .RequireAuthorization("Verifier")
        .WithName(nameof(RaiseFinding))
        .WithSummary("Record a finding");

    private static async Task<CommandAnswer<Raised>> Handle(
        Guid id, Request request, IfMatch seen, Store store, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var caller = await store.BodyAccountAsync(user, clock, cancel);
        var number = 0;
        return await store
            .ExecuteAsync(VerificationState.Stream, id, seen.Version, state =>
            {
                number = Find(state, request) ?? state.Findings.Count + 1;
                return Decide(state, request, caller, clock.Today());
            }, cancel)
            .ToHttpAsync(done => new Raised(done.Id, done.Version, number));
    }
}
