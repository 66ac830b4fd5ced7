using System.Security.Claims;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host;

/// <summary>What officials do with an instance as a whole, each decided on the version that they looked at.</summary>
public sealed class Steering(Instances instances)
{
    public static readonly Refusal NotYourProvince = new("not-your-province", "The case is another province's.");

    /// <param name="user">A reviewer steers the cases of its own province.</param>
    public async Task<Outcome> ActAsync(Guid id, IfMatch seen, Envelope by, ClaimsPrincipal user, Func<Turn, Decision> decide, CancellationToken cancel)
    {
        Outcome? stale = null;
        var turned = await instances.DecideAsync(id, by, Decide, cancel: cancel);
        return stale ?? turned.Outcome;

        Decision Decide(Turn turn)
        {
            if (user.Province() is { } own && CaseFacts.Of(turn.State.Process).Province != own) return NotYourProvince;
            var decision = decide(turn);
            if (decision.Events.Count == 0 || seen.Version is not { } version || version == turn.Version) return decision;
            stale = new Outcome.Stale(turn.Version);
            return Decision.Nothing;
        }
    }
}
