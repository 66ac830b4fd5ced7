using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Verification.Features;

/// <summary>The lead verifier names the technical group, himself as its leader; it may change until the statement.</summary>
public static class NameTeam
{
    public static readonly Refusal TooSmall = new("team-too-small", "A team has at least two people; name at least one besides yourself.");
    public static readonly Refusal TooLarge = new("team-too-large", "A team has at most twenty members besides its leader.");

    private const int MostMembers = 20;

    /// <param name="Members">Accounts of the body, besides the caller. Only ids: who they are is Identity's business.</param>
    public sealed record Request(IReadOnlyList<Guid> Members);

    public static Decision Decide(VerificationState state, Request request, BodyAccount caller)
    {
        Guid[] members = [.. request.Members.Where(m => m != caller.AccountId).Distinct().Order()];
        return state switch
        {
            _ when VerificationRules.Check(state, caller) is { } refusal => refusal,
            _ when members.Length + 1 < Settings.SmallestTeam.Value => TooSmall,
            _ when members.Length > MostMembers => TooLarge,
            { Team: { } team } when team.Leader == caller.AccountId && team.Members.SequenceEqual(members) => Decision.Nothing,
            _ => new TeamNamed(caller.AccountId, members)
        };
    }

    public static void MapNameTeam(this IEndpointRouteBuilder routes) => routes
        .MapPost("/verifications/{id:guid}/team", Handle)
        .RequireAuthorization("LeadVerifier")
        .WithName(nameof(NameTeam))
        .WithSummary("Name the team");

    private static async Task<CommandAnswer<Done>> Handle(
        Guid id, Request request, IfMatch seen, Store store, ClaimsPrincipal user, TimeProvider clock, CancellationToken cancel)
    {
        var caller = await store.BodyAccountAsync(user, clock, cancel);
        return await store.ExecuteAsync(VerificationState.Stream, id, seen.Version, state => Decide(state, request, caller), cancel).ToHttpAsync();
    }
}
