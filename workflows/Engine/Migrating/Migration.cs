using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>A node of the old drawing and the one that takes its place.</summary>
public sealed record NodeMove(string Process, string From, string To);

/// <summary>A running instance went over to another release; nodes that are not named keep their names.</summary>
public sealed record InstanceMigrated(string Release, ImmutableArray<NodeMove> Moves, string Reason) : ProcessEvent;

/// <summary>
/// Takes a running instance to another release. What is open must find a node of its own kind, in the mapped place; clocks, keys and
/// variables stay as they are, and boundary events that only the new drawing has are armed for what begins later. A dry run is the same call.
/// </summary>
public static class Migration
{
    public static StepOutcome Take(Release from, Release to, ProcessState state, ImmutableArray<NodeMove> moves, string reason)
    {
        if (state.Status is not (InstanceStatus.Running or InstanceStatus.Suspended)) return new(Refusals.Ended, [], state);
        if (state.Release != from.Id) throw new ArgumentException("The instance runs on another release.", nameof(from));
        if (new Fit(from, to, state, moves).Fault() is { } misfit)
        {
            var wording = new Wording($"迁移方案不适用：“{misfit}”在新版本中没有对应的同类节点。", $"The plan does not fit: {misfit} has no counterpart of its kind in the new release.");
            return new(new("migration-not-clean", wording), [], state);
        }

        var happened = new InstanceMigrated(to.Id, moves, reason);
        return new(null, [happened], Evolution.Evolve(state, happened));
    }

    /// <summary>The state under the new names.</summary>
    internal static ProcessState Renamed(ProcessState state, InstanceMigrated e)
    {
        string New(int element, string node) => To(e.Moves, state.Elements[element].Process, node);
        return state with
        {
            Release = e.Release,
            Elements = Each(state.Elements, element => element with { Node = To(e.Moves, element.Process, element.Node) }),
            Tasks = Each(state.Tasks, task => task with { Node = New(task.Element, task.Node) }),
            Jobs = Each(state.Jobs, job => job with { Node = New(job.Element, job.Node) }),
            Timers = Each(state.Timers, timer => timer with { Node = New(timer.Element, timer.Node) }),
            Subscriptions = Each(state.Subscriptions, wait => wait with { Node = New(wait.Element, wait.Node) }),
            Incidents = Each(state.Incidents, incident => incident with { Node = New(incident.Element, incident.Node) }),
        };
    }

    private static string To(ImmutableArray<NodeMove> moves, string process, string node) => moves.FirstOrDefault(move => move.Process == process && move.From == node)?.To ?? node;

    private static ImmutableSortedDictionary<int, T> Each<T>(ImmutableSortedDictionary<int, T> all, Func<T, T> change) => all.SetItems(all.Select(each => KeyValuePair.Create(each.Key, change(each.Value))));

    /// <summary>Whether everything that is open finds its place.</summary>
    private sealed class Fit(Release from, Release to, ProcessState state, ImmutableArray<NodeMove> moves)
    {
        /// <summary>The first node that does not; null when all do.</summary>
        public string? Fault() =>
            state.Elements.Values.Where(element => to.Find(element.Process) is null || (element.Kind != ElementKind.Process && !Node(element.Process, element.Node))).Select(element => element.Node)
                .Concat(state.Timers.Values.Where(timer => !Node(Process(timer.Element), timer.Node)).Select(timer => timer.Node))
                .Concat(state.Subscriptions.Values.Where(wait => !Node(wait.Process, wait.Node)).Select(wait => wait.Node))
                .Concat(state.Elements.Values.SelectMany(element => element.Waiting.Where(flow => !Flow(element.Process, flow.Key)).Select(flow => flow.Key)))
                .FirstOrDefault();

        private string Process(int element) => state.Elements[element].Process;

        private bool Node(string process, string node)
        {
            var (old, now) = (from[process][node], to.Find(process)?.Find(To(moves, process, node)));
            return now is not null && now.Kind == old.Kind && now.Trigger?.GetType() == old.Trigger?.GetType() && now.Job is null == old.Job is null
                && now.Loop?.Sequential == old.Loop?.Sequential && now.Interrupting == old.Interrupting && now.Within == Mapped(process, old.Within) && now.AttachedTo == Mapped(process, old.AttachedTo);
        }

        private string? Mapped(string process, string? node) => node is null ? null : To(moves, process, node);

        /// <summary>A token that waits at a join waits on a flow, which must lead to the mapped join.</summary>
        private bool Flow(string process, string flow) =>
            to.Find(process)?.Nodes.SelectMany(node => node.Outgoing).FirstOrDefault(each => each.Id == flow)?.Target is { } target && target == To(moves, process, from[process].Flow(flow).Target);
    }
}
