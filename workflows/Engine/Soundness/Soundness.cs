using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>What the exploration of a process found.</summary>
/// <param name="Code">Null when it is sound.</param>
internal sealed record Verdict(string? Code, string Node, Wording? Message, ImmutableArray<PathStep> Path, int States);

/// <summary>
/// Soundness, by exploring the interpreter's own states with conditions free: from every state the process can complete, nothing is left
/// over, and every node is reached on some way. A non-interrupting boundary timer fires at most once here; a multi-instance has two items at most.
/// </summary>
internal sealed class Soundness(Release release, string process, ImmutableArray<string> leaving)
{
    internal const int MostStates = 50_000;

    /// <summary>More tokens than this at once are no drawing of a review.</summary>
    private const int MostElements = 200;

    private readonly StateSpace space = new(release, process);
    private readonly Dictionary<UInt128, int> known = [];
    private readonly List<(ProcessState State, int From, PathStep Step)> states = [];
    private readonly List<(int From, int To)> ways = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<int> ends = [];

    public Verdict Explore()
    {
        foreach (var start in space.Starts()) if (Add(start, -1, "start", process) is { } failed) return failed;
        for (var at = 0; at < states.Count; at++)
        {
            var state = states[at].State;
            foreach (var next in space.Happenings(state))
            {
                foreach (var reached in space.Every(state, next.Make)) if (Add(reached, at, next.Did, next.Node) is { } failed) return failed;
            }

            states[at] = states[at] with { State = ProcessState.Initial }; // Its ways are known: only they are kept.
            if (states.Count > MostStates) return Fail("too-many-states", process, states.Count - 1, $"流程的状态超过 {MostStates} 个：请减少并行或限制循环。", $"The process has more than {MostStates} states: draw fewer parallel branches, or limit its loops.");
        }

        return Stuck() ?? Dead() ?? new(null, "", null, [], states.Count);
    }

    private Verdict? Add(Reached reached, int from, string did, string node)
    {
        var state = reached.State;
        Note(state, reached.Events, from < 0 ? ProcessState.Initial : states[from].State);
        var left = state.Incidents.Values.FirstOrDefault(incident => Leaves(state, incident));
        var look = left is not null ? Sha256.Short("left by an error") : StateSpace.Look(state, _ => "");
        if (known.TryGetValue(look, out var same))
        {
            ways.Add((from, same));
            return null;
        }

        known.Add(look, states.Count);
        ways.Add((from, states.Count));
        states.Add((state, from, Step(did, node, reached.Events)));
        if (left is not null || state.Status == InstanceStatus.Completed)
        {
            states[^1] = states[^1] with { State = ProcessState.Initial };
            ends.Add(states.Count - 1);
            return null;
        }

        if (state.Incidents.Values.FirstOrDefault() is { } incident) return new(incident.Code, incident.Node, incident.Message, PathTo(states.Count - 1), states.Count);
        return state.Elements.Count > MostElements ? Fail("unbounded", process, states.Count - 1, "令牌不断增加：循环中有不汇合的并行分支。", "Tokens multiply without end: a loop holds parallel branches that never join.") : null;
    }

    /// <summary>An error end that the caller catches is an end like another.</summary>
    private bool Leaves(ProcessState state, Incident incident) =>
        incident.Code == "uncaught-error" && release[state.Elements[incident.Element].Process].Find(incident.Node)?.Trigger is Trigger.Error { Code: { } code } && leaving.Contains(code);

    private void Note(ProcessState state, ImmutableArray<ProcessEvent> events, ProcessState before)
    {
        var processes = events.OfType<ElementEntered>().Select(e => (e.Key, e.Process)).Concat(events.OfType<CalledInstanceStarted>().Select(e => (e.Key, e.Process)))
            .ToDictionary(e => e.Key, e => e.Process);
        string Of(int scope) => processes.TryGetValue(scope, out var entered) ? entered : (before.Elements.GetValueOrDefault(scope) ?? state.Elements.GetValueOrDefault(scope))?.Process ?? process;
        foreach (var happened in events)
        {
            if (happened is NodePassed passed) seen.Add($"{Of(passed.Scope)}/{passed.Node}");
            else if (happened is JoinFired joined) seen.Add($"{Of(joined.Scope)}/{joined.Gateway}");
            else if (happened is ElementEntered entered) seen.Add($"{entered.Process}/{entered.Node}");
        }
    }

    /// <summary>A state from which no way leads to an end.</summary>
    private Verdict? Stuck()
    {
        var back = ways.Where(way => way.From >= 0).ToLookup(way => way.To, way => way.From);
        var (can, open) = (new HashSet<int>(), new Stack<int>(ends));
        while (open.TryPop(out var at)) if (can.Add(at)) foreach (var from in back[at]) open.Push(from);
        var stuck = Enumerable.Range(0, states.Count).FirstOrDefault(at => !can.Contains(at), -1);
        return stuck < 0 ? null : Fail("cannot-complete", states[stuck].Step.Node, stuck, "从这里起流程再也无法结束。", "From here on the process can never complete.");
    }

    private Verdict? Dead() => release[process].Nodes.FirstOrDefault(node => !seen.Contains($"{process}/{node.Id}")) is { } dead
        ? new("dead-node", dead.Id, new($"“{dead.Name ?? dead.Id}”在任何情况下都不会被执行。", $"Nothing ever leads to {dead.Name ?? dead.Id}."), [], states.Count)
        : null;

    private Verdict Fail(string code, string node, int at, string zh, string en) => new(code, node, new(zh, en), PathTo(at), states.Count);

    private ImmutableArray<PathStep> PathTo(int at)
    {
        var path = new List<PathStep>();
        for (; at >= 0; at = states[at].From) path.Add(states[at].Step);
        path.Reverse();
        return [.. path];
    }

    internal static PathStep Step(string did, string node, ImmutableArray<ProcessEvent> events)
    {
        var (flows, nodes) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        foreach (var (flow, reached) in events.Select(Moved).Where(moved => moved.Node is not null))
        {
            if (flow is not null) flows.Add(flow);
            nodes.Add(reached!);
        }

        return new(did, node, flows.ToImmutable(), nodes.ToImmutable());
    }

    private static (string? Flow, string? Node) Moved(ProcessEvent happened) => happened switch
    {
        NodePassed e => (e.Flow, e.Node),
        ElementEntered e => (e.Flow, e.Node),
        JoinFired e => (e.Flows[0], e.Gateway),
        TokenWaits e => (e.Flow, ""),
        _ => (null, null)
    };
}
