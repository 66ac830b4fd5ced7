using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host;

/// <summary>What operators do with an instance as a whole, each decided on the version that they looked at.</summary>
public sealed class Steering(Instances instances)
{
    public async Task<Outcome> ActAsync(Guid id, IfMatch seen, Envelope by, Func<Turn, Decision> decide, CancellationToken cancel)
    {
        Outcome? stale = null;
        var turned = await instances.DecideAsync(id, by, Decide, cancel: cancel);
        return stale ?? turned.Outcome;

        Decision Decide(Turn turn)
        {
            var decision = decide(turn);
            if (decision.Events.Count == 0 || seen.Version is not { } version || version == turn.Version) return decision;
            stale = new Outcome.Stale(turn.Version);
            return Decision.Nothing;
        }
    }
}
