using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>How many working days a wait can last, read from the drawing.</summary>
internal sealed class WaitLengths(Release release)
{
    /// <summary>A wait that began, and its length; null days where only what is around it sets an end.</summary>
    internal sealed record Opening(int Key, string Node, int? Days, Wording? Fault);

    public Opening? Opened(ProcessState state, ProcessEvent happened) => happened switch
    {
        TaskOpened opened when state.Elements.GetValueOrDefault(opened.Task.Element) is { } element => Task(state, element, opened.Task),
        TimerSet set when state.Elements.GetValueOrDefault(set.Timer.Element) is { } element => Timer(set.Timer, release[element.Process][set.Timer.Node]),
        _ => null
    };

    /// <summary>Items one after the other take as long as their number needs: only a deadline on the whole limits them.</summary>
    private Opening Task(ProcessState state, Element element, OpenTask task)
    {
        var node = release[element.Process][element.Node];
        return element.Index is not null && node.Loop!.Sequential || node.Task!.Due is null || InSequence(state, element) ? new(element.Key, task.Node, null, null) : Length(element.Key, task.Node, node.Task.Due);
    }

    private bool InSequence(ProcessState state, Element element)
    {
        for (var at = element; at?.Parent is { } parent; at = state.Elements.GetValueOrDefault(parent))
        {
            if (at.Index is not null && release[at.Process][at.Node].Loop!.Sequential) return true;
        }

        return false;
    }

    private static Opening Timer(OpenTimer timer, Node node) => node.Trigger is Trigger.Timer { Kind: TimerKind.Cycle }
        ? new(timer.Key, node.Id, null, null)
        : Length(timer.Key, node.Id, ((Trigger.Timer)node.Trigger!).When);

    private static Opening Length(int key, string node, Expression expression) => Clocks.Temporal(expression.ValueIn(_ => null, default, out _)) switch
    {
        FeelValue.WorkingDays days => new(key, node, days.Value, null),
        FeelValue.Duration duration => new(key, node, (int)Math.Clamp(Math.Ceiling(duration.Value.TotalDays), 0, 100_000), null),
        FeelValue.Months months => new(key, node, Math.Clamp(months.Value, 0, 1000) * 31, null),
        _ => new(key, node, null, new($"“{expression.Text}”没有固定的长度，无法计算最长时限。", $"{expression.Text} has no fixed length, so that the longest time cannot be computed."))
    };

    /// <summary>The day by which it has happened at the latest; null when nothing limits it.</summary>
    public int? EndOf(ProcessState state, Happening happening, ImmutableDictionary<int, int> due, int today)
    {
        if (state.Jobs.ContainsKey(happening.Element) && happening.Did != "timer" && happening.Did != "message") return today;
        var own = happening.Timer is { } timer ? Find(due, timer) : happening.Did == "message" ? Race(state, happening, due) : Find(due, happening.Element);
        return Least(own, Cut(state, happening.Element, due));
    }

    /// <summary>Boundary events of something without an end of its own may happen at any moment, or never.</summary>
    public static bool Optional(Release release, ProcessState state, Happening happening) =>
        happening.Did is "timer" or "message" && release[state.Elements[happening.Element].Process][happening.Node].Kind == NodeKind.BoundaryEvent;

    /// <summary>A message comes at the latest when its competitors or its host end.</summary>
    private static int? Race(ProcessState state, Happening happening, ImmutableDictionary<int, int> due) =>
        Least(Find(due, happening.Element), state.Timers.Values.Where(timer => timer.Element == happening.Element && timer.Node != happening.Node && state.Elements[happening.Element].Node != happening.Node)
            .Select(timer => Find(due, timer.Key)).Where(at => at is not null).DefaultIfEmpty(null).Min());

    /// <summary>The earliest interrupting timer on it or on what it lies in.</summary>
    private int? Cut(ProcessState state, int element, ImmutableDictionary<int, int> due)
    {
        int? cut = null;
        for (var at = state.Elements.GetValueOrDefault(element); at is not null; at = at.Parent is { } parent ? state.Elements.GetValueOrDefault(parent) : null)
        {
            if (at.Kind == ElementKind.Process) continue;
            foreach (var timer in state.Timers.Values.Where(timer => timer.Element == at.Key && release[at.Process][timer.Node] is { Kind: NodeKind.BoundaryEvent, Interrupting: true }))
            {
                cut = Least(cut, Find(due, timer.Key));
            }
        }

        return cut;
    }

    private static int? Find(ImmutableDictionary<int, int> due, int key) => due.TryGetValue(key, out var at) ? at : null;

    private static int? Least(int? one, int? other) => one is null ? other : other is null ? one : Math.Min(one.Value, other.Value);
}
