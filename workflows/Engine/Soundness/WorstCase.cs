using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>
/// How long a process takes when everybody takes as long as allowed: the longest way through its states, where each wait ends at its own
/// deadline or at that of what it lies in. A task counts with its due date; work of programs takes no day.
/// </summary>
internal sealed class WorstCase(Release release, string process, int most)
{
    private readonly StateSpace space = new(release, process);
    private readonly WaitLengths lengths = new(release);
    private readonly Dictionary<UInt128, int> known = [];
    private readonly List<Moment> moments = [];
    private readonly Stack<int> open = new();

    /// <param name="Due">Days from the beginning of the way to it, by key of a task's element or of a timer; what is not there never comes by itself.</param>
    private sealed record Moment(ProcessState State, ImmutableDictionary<int, int> Due, int Today)
    {
        /// <summary>The longest way that is known to here.</summary>
        public int Days { get; set; }

        public int From { get; set; }

        /// <summary>Where it can go, once that was worked out.</summary>
        public List<(int To, int Days, PathStep Step)>? Ways { get; set; }

        public required PathStep Step { get; set; }

        /// <summary>How it was found first: a way without loops.</summary>
        public required (int From, PathStep Step) First { get; init; }
    }

    /// <summary>The most working days, or what exceeds the limit.</summary>
    public (int Days, Verdict? Failed) Longest()
    {
        foreach (var start in space.Starts())
        {
            var step = Soundness.Step("start", process, start.Events);
            if ((Place(start, ImmutableDictionary<int, int>.Empty, 0, -1, step, out var at) ?? Longer(at, 0, -1, step)) is { } failed) return (0, failed);
        }

        while (open.TryPop(out var next))
        {
            if (moments.Count > Soundness.MostStates) return (0, Fail("too-many-states", process, next, "状态过多，无法计算最长时限。", "There are too many states to compute the longest time."));
            if (Expand(next) is { } failed) return (0, failed);
        }

        return (moments.Max(moment => moment.Days), null);
    }

    private Verdict? Expand(int at)
    {
        if (moments[at].Ways is null && Work(at) is { } failed) return failed;
        foreach (var (to, days, step) in moments[at].Ways!)
        {
            if (Longer(to, moments[at].Days + days, at, step) is { } slow) return slow;
        }

        return null;
    }

    private Verdict? Work(int at)
    {
        var moment = moments[at];
        var all = space.Happenings(moment.State).Select(happening => (happening, By: lengths.EndOf(moment.State, happening, moment.Due, moment.Today))).ToList();
        var next = all.Where(each => each.By is not null).Select(each => each.By).Min();
        if (next is null && all.Count > 0)
        {
            return Fail("no-deadline", all[0].happening.Node, at, "这里的等待没有期限：请设置到期日或中断定时器。", "Nothing limits how long this waits: give it a due date or an interrupting timer.");
        }

        moment.Ways = [];
        foreach (var (happening, by) in all.Where(each => each.By is null ? WaitLengths.Optional(release, moment.State, each.happening) : each.By <= next))
        {
            var today = by ?? moment.Today;
            foreach (var reached in space.Every(moment.State, happening.Make))
            {
                var step = Soundness.Step(happening.Did, happening.Node, reached.Events);
                if (Place(reached, moment.Due, today, at, step, out var to) is { } failed) return failed;
                moment.Ways.Add((to, today - moment.Today, step));
            }
        }

        return null;
    }

    /// <summary>The moment that was reached: one that is known, or a new one.</summary>
    private Verdict? Place(Reached reached, ImmutableDictionary<int, int> before, int today, int from, PathStep step, out int index)
    {
        (var due, index) = (before, 0);
        foreach (var happened in reached.Events)
        {
            if (lengths.Opened(reached.State, happened) is not { } opened) continue;
            if (opened.Fault is { } fault) return Fail("length-not-fixed", opened.Node, from, fault.Zh, fault.En);
            if (opened.Days is { } length) due = due.SetItem(opened.Key, today + length);
        }

        due = due.RemoveRange(due.Keys.Where(key => !reached.State.Tasks.ContainsKey(key) && !reached.State.Timers.ContainsKey(key)));
        var look = StateSpace.Look(reached.State, key => due.TryGetValue(key, out var at) ? $"{at - today}" : "");
        if (known.TryGetValue(look, out index)) return null;
        index = moments.Count;
        known.Add(look, index);
        moments.Add(new(reached.State, due, today) { Days = -1, Step = step, First = (from, step) });
        return null;
    }

    private Verdict? Longer(int at, int days, int from, PathStep step)
    {
        var moment = moments[at];
        if (moment.Days >= days) return null;
        (moment.Days, moment.From, moment.Step) = (days, from, step);
        if (moment.State.Incidents.IsEmpty) open.Push(at); // Else it left by an error that the caller catches.
        return days > most ? Slow(step.Node, at) : null;
    }

    /// <summary>Too long: because the way to here is, or because a loop on it has no limit. Then the way there and one round are shown.</summary>
    private Verdict Slow(string node, int at)
    {
        var (round, been) = (new List<PathStep>(), new HashSet<int>());
        var back = at;
        for (; back >= 0 && been.Add(back); back = moments[back].From) round.Add(moments[back].Step);
        if (back < 0) return Fail("too-slow", node, at, $"最长需要超过 {most} 个工作日。", $"At worst it takes more than {most} working days.");
        round.Reverse();
        var path = new List<PathStep>();
        for (var first = back; first >= 0; first = moments[first].First.From) path.Add(moments[first].First.Step);
        path.Reverse();
        var message = new Wording($"循环没有次数限制，可能超过 {most} 个工作日：请在退回的连线上设置 mostRounds。", $"A loop has no limit and can take more than {most} working days: set mostRounds on the flow that leads back.");
        return new("endless-rounds", node, message, [.. path, .. round], moments.Count);
    }

    private Verdict Fail(string code, string node, int at, string zh, string en)
    {
        var (path, been) = (new List<PathStep>(), new HashSet<int>());
        for (; at >= 0 && been.Add(at); at = moments[at].From) path.Add(moments[at].Step);
        path.Reverse();
        return new(code, node, new(zh, en), [.. path], moments.Count);
    }
}
