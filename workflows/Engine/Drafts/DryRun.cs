using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>What a virtual person or program does in a dry run.</summary>
/// <param name="Did"><c>done</c> for a task or job, <c>message</c> for one that is waited for, <c>timer</c> to let time pass until the next one fires.</param>
/// <param name="Element">The task's or job's element, or the subscription's key; 0 for time.</param>
public sealed record VirtualAct(string Did, int Element, Variables Results);

/// <summary>Where a dry run stands.</summary>
/// <param name="Path">A step for every act, with the flows that tokens took; the first is the start.</param>
/// <param name="Refused">How many acts were done before one could not be; null when all were.</param>
public sealed record VirtualRun(ProcessState State, DateTimeOffset Now, ImmutableArray<PathStep> Path, StepRefusal? Refusal, int? Refused)
{
    /// <summary>Every node that a token went through or is at, in the order of reaching it first.</summary>
    public IEnumerable<string> Reached => Path.SelectMany(step => step.Nodes).Where(node => node.Length > 0).Distinct();
}

/// <summary>
/// A draft played by virtual people, on the real interpreter and calendar: nothing is stored and nobody is called. The same acts give
/// the same run, so that a page can go one act back by sending one less.
/// </summary>
public static class DryRun
{
    /// <summary>More than this is no trying out.</summary>
    public const int MostActs = 200;

    public static readonly StepRefusal UnknownAct = new("unknown-act", new("试运行中没有这种操作。", "A dry run has no such act."));
    public static readonly StepRefusal NoTimer = new("no-timer", new("没有等待中的定时器。", "No timer is waiting."));

    public static VirtualRun Play(Release release, string process, Variables given, IReadOnlyList<VirtualAct> acts, DateTimeOffset begin, WorkingCalendar calendar)
    {
        var (state, now, path) = (ProcessState.Initial, begin, ImmutableArray.CreateBuilder<PathStep>());
        var started = Step.Take(release, state, new Command.Start(Guid.Empty, process, given), now, calendar);
        if (started.Refusal is not null) return new(state, now, [], started.Refusal, 0);
        state = started.State;
        path.Add(Soundness.Step("start", process, started.Events));
        foreach (var (act, number) in acts.Take(MostActs).Select((act, number) => (act, number)))
        {
            var node = NodeOf(state, act);
            if (act.Did == "timer" && Next(state) is { } due) now = due > now ? due : now;
            var done = CommandOf(state, act, number) is var (command, refusal) && command is not null ? Step.Take(release, state, command, now, calendar) : new(refusal, [], state);
            if (done.Refusal is not null) return new(state, now, path.ToImmutable(), done.Refusal, number);
            state = done.State;
            path.Add(Soundness.Step(act.Did, node, done.Events));
        }

        return new(state, now, path.ToImmutable(), null, null);
    }

    private static (Command? Command, StepRefusal? Refusal) CommandOf(ProcessState state, VirtualAct act, int number) => act.Did switch
    {
        "done" when state.Jobs.ContainsKey(act.Element) => (new Command.CompleteJob(act.Element, act.Results), null),
        "done" => (new Command.CompleteTask(act.Element, act.Results), null),
        "message" => (new Command.Correlate(act.Element, $"virtual-{number}", act.Results), null),
        "timer" => Next(state) is null ? (null, NoTimer) : (new Command.FireTimers(), null),
        _ => (null, UnknownAct)
    };

    private static DateTimeOffset? Next(ProcessState state) => state.Timers.Values.Select(timer => timer.Due.At).Where(at => at is not null).Min();

    private static string NodeOf(ProcessState state, VirtualAct act) => act.Did switch
    {
        "message" => state.Subscriptions.GetValueOrDefault(act.Element)?.Node ?? "",
        "timer" => state.Timers.Values.Where(timer => timer.Due.At is not null).MinBy(timer => timer.Due.At)?.Node ?? "",
        _ => state.Elements.GetValueOrDefault(act.Element)?.Node ?? ""
    };
}
