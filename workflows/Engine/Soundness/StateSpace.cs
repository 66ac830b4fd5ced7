using System.Collections.Immutable;
using System.Text;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Something that may happen next in a state.</summary>
/// <param name="Element">Whose wait ends.</param>
/// <param name="Timer">The timer's key, when a timer fires.</param>
internal sealed record Happening(string Did, string Node, int Element, int? Timer, Action<Run> Make);

/// <summary>A state and the events that led to it.</summary>
internal sealed record Reached(ProcessState State, ImmutableArray<ProcessEvent> Events);

/// <summary>The interpreter itself, made to take every way.</summary>
internal sealed class StateSpace(Release release, string process)
{
    private static readonly WorkingCalendar NoCalendar = WorkingCalendar.Read("# version none\ndate,kind\n2000-01-01,holiday\n");

    /// <summary>By each of its starts.</summary>
    public IEnumerable<Reached> Starts() => release[process].Nodes.Where(node => node is { Kind: NodeKind.StartEvent, Within: null }).SelectMany(start =>
        Every(ProcessState.Initial, run => run.Begin(new Command.Start(Guid.Empty, process, Variables.None, StartNode: start.Trigger is null ? null : start.Id))));

    /// <summary>Every way in which one thing can happen.</summary>
    public IEnumerable<Reached> Every(ProcessState state, Action<Run> make)
    {
        for (IReadOnlyList<int>? tape = []; tape is not null;)
        {
            var meaning = new FreeMeaning(tape);
            var run = new Run(release, state, meaning, default, NoCalendar);
            make(run);
            run.Drain();
            yield return new(run.State, run.Events);
            tape = meaning.Next;
        }
    }

    public IEnumerable<Happening> Happenings(ProcessState state)
    {
        foreach (var task in state.Tasks.Values)
        {
            yield return new("done", task.Node, task.Element, null, run => run.Begin(new Command.CompleteTask(task.Element, Variables.None)));
            foreach (var error in Errors(state, task.Element, task.Node)) yield return error;
        }

        foreach (var job in state.Jobs.Values)
        {
            yield return new("done", job.Node, job.Element, null, run => run.Begin(new Command.CompleteJob(job.Element, Variables.None)));
            foreach (var error in Errors(state, job.Element, job.Node)) yield return error;
        }

        foreach (var timer in state.Timers.Values) yield return new("timer", timer.Node, timer.Element, timer.Key, run => run.Fire(timer));
        foreach (var wait in state.Subscriptions.Values) yield return new("message", wait.Node, wait.Element, null, run => run.ReceiveOnce(wait));
    }

    /// <summary>The errors that something around would catch.</summary>
    private IEnumerable<Happening> Errors(ProcessState state, int element, string node)
    {
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        for (var at = state.Elements[element]; at is not null; at = at.Parent is null ? null : state.Elements[at.Parent.Value])
        {
            if (at.Kind == ElementKind.Process) continue;
            foreach (var boundary in release[at.Process].BoundariesOf(at.Node)) if (boundary.Trigger is Trigger.Error error) codes.Add(error.Code ?? "*");
        }

        return codes.Select(code => new Happening("error", node, element, null, run => run.Begin(new Command.ThrowError(element, code, null, Variables.None))));
    }

    /// <summary>A state without its keys and variables, as a short hash: two that look the same go on the same.</summary>
    /// <param name="left">What else distinguishes an element or a timer, e.g. the days that remain.</param>
    public static UInt128 Look(ProcessState state, Func<int, string> left) => Sha256.Short(Written(state, left));

    private static string Written(ProcessState state, Func<int, string> left)
    {
        if (state.Elements.Count == 0) return state.Status.ToString();
        var children = state.Elements.Values.ToLookup(element => element.Parent ?? 0);
        var looks = new Dictionary<int, string>();
        foreach (var element in state.Elements.Values.Reverse())
        {
            var look = new StringBuilder(string.Join(' ', element.Process, element.Node, element.Kind, element.Phase, left(element.Key)));
            foreach (var (flow, count) in element.Waiting) look.Append(" w").Append(flow).Append(' ').Append(count);
            foreach (var (flow, count) in element.Rounds) look.Append(" r").Append(flow).Append(' ').Append(count);
            if (element.Items is { } items) look.Append(' ').AppendJoin('.', items.Values.Length, items.Started, items.Completed, items.Terminated);
            var timers = state.Timers.Values.Where(timer => timer.Element == element.Key).Select(timer => $" t{timer.Node} {left(timer.Key)}");
            var messages = state.Subscriptions.Values.Where(each => each.Element == element.Key).Select(each => $" s{each.Node}");
            foreach (var part in timers.Concat(messages).Concat(children[element.Key].Select(each => $"({looks[each.Key]})")).Order(StringComparer.Ordinal)) look.Append(part);
            looks[element.Key] = look.ToString();
        }

        return looks[1];
    }
}
