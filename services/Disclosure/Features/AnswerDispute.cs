using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Features;

/// <summary>The park, or the verification body whose figure it is, answers a dispute in public.</summary>
public static class AnswerDispute
{
    /// <param name="Text">Public.</param>
    public sealed record Request([Required, StringLength(4000, MinimumLength = 2)] string Text);

    public static Decision Decide(DisputeState state, Request request, ClaimsPrincipal user, DateOnly? concludeBy) => state switch
    {
        _ when !IsAsked(state, user) => DisputeRules.NotYours,
        { Status: DisputeStatus.Answered, Last: var last } when last == request.Text => Decision.Nothing,
        { Status: DisputeStatus.TakenUp, Raised: { } r } => new DisputeAnswered(r.ParkId, r.Number, r.Year, r.Figure, state.Respondent, request.Text, concludeBy),
        _ => DisputeRules.NotAwaitingAnswer
    };

    public static void MapAnswerDispute(this IEndpointRouteBuilder routes) => routes
        .MapPost("/disputes/{id:guid}/answer", Handle)
        .RequireAuthorization("Respondent")
        .WithName(nameof(AnswerDispute))
        .WithSummary("Answer a dispute in public");

    /// <summary>An account of the organisation that was asked, in the role that was asked, and not narrowed to another park.</summary>
    private static bool IsAsked(DisputeState state, ClaimsPrincipal user) => (state.Respondent, user.Role()) switch
    {
        (Respondent.Park, Roles.Park) => state.RespondentId is { } body && user.AsBody().ActsFor(body, state.Raised!.ParkId),
        (Respondent.Body, Roles.VerifierLead) => state.RespondentId is { } body && user.ActsFor(body),
        _ => false
    };

    private static Task<CommandAnswer<Done>> Handle(
        Guid id, Request request, IfMatch seen, Store store, ClaimsPrincipal user, Periods periods, CancellationToken cancel) => store
        .ExecuteAsync(DisputeState.Stream, id, seen.Version, state => Decide(state, request, user, periods.Conclusion), cancel)
        .ToHttpAsync();
}
