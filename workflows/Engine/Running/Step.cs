namespace PilotRegistry.Workflows.Engine;

/// <summary>
/// The step of the engine: a pure function of release, state, command, moment and calendar. Ids are counted within the instance, so
/// that none has to be brought. The same step twice gives the same events.
/// </summary>
public static class Step
{
    /// <param name="release">The one that the instance was started on; for a start, the one to start on.</param>
    /// <param name="now">The moment of the command, from the host's clock.</param>
    public static StepOutcome Take(Release release, ProcessState state, Command command, DateTimeOffset now, WorkingCalendar calendar)
    {
        if (state.Status != InstanceStatus.NotStarted && state.Release != release.Id) throw new ArgumentException("The instance runs on another release.", nameof(release));
        return Take(release, state, command, now, calendar, new FeelMeaning(now, calendar));
    }

    internal static StepOutcome Take(Release release, ProcessState state, Command command, DateTimeOffset now, WorkingCalendar calendar, IMeaning meaning)
    {
        var run = new Run(release, state, meaning, now, calendar);
        if (Closed(state, command) is { } closed) return new(closed, [], state);
        if (run.Begin(command) is { } refusal) return new(refusal, [], state);
        run.Drain();
        return new(null, run.Events, run.State);
    }

    private static StepRefusal? Closed(ProcessState state, Command command) => (state.Status, command) switch
    {
        (InstanceStatus.NotStarted, not Command.Start) => Refusals.NotStarted,
        (not InstanceStatus.NotStarted, Command.Start) => Refusals.AlreadyStarted,
        (InstanceStatus.Completed or InstanceStatus.Cancelled, _) => Refusals.Ended,
        (InstanceStatus.Suspended, not (Command.Suspend or Command.Resume or Command.Cancel or Command.SetVariables)) => Refusals.Suspended,
        _ => null
    };
}

/// <summary>Why a command is not done.</summary>
public static class Refusals
{
    public static readonly StepRefusal NotStarted = Of("not-started", "流程尚未启动。", "The process has not started.");
    public static readonly StepRefusal AlreadyStarted = Of("already-started", "流程已经启动。", "The process has already started.");
    public static readonly StepRefusal Ended = Of("instance-ended", "流程已经结束。", "The process has ended.");
    public static readonly StepRefusal Suspended = Of("instance-suspended", "案件已中止，恢复后再办理。", "The case is suspended; it must be resumed first.");
    public static readonly StepRefusal UnknownProcess = Of("unknown-process", "发布版本中没有这个流程，或它没有这样的开始事件。", "The release holds no such process, or the process has no such start.");
    public static readonly StepRefusal TaskNotOpen = Of("task-not-open", "任务已不在办理中：可能已完成、被终止或超时。", "The task is not open: it was completed, ended or overtaken by its deadline.");
    public static readonly StepRefusal JobNotOpen = Of("job-not-open", "作业已不在进行中。", "The job is not open.");
    public static readonly StepRefusal NotWaiting = Of("not-waiting", "流程不再等待这条消息。", "The process no longer waits for this message.");
    public static readonly StepRefusal NoIncident = Of("no-incident", "没有这个待处理的异常。", "There is no such incident.");
    public static readonly StepRefusal CannotSkip = Of("cannot-skip", "这里不能跳过：请修正变量后重试，或移动令牌。", "It cannot be skipped: put the variables right and retry, or move the token.");
    public static readonly StepRefusal CannotMove = Of("cannot-move", "令牌只能移到同一范围内的任务、事件、子流程或网关。", "A token moves to a task, event, subprocess or gateway of the same scope only.");
    public static readonly StepRefusal NoItems = Of("no-items", "这不是正在进行的多实例活动。", "It is not a multi-instance activity that is at work.");
    public static readonly StepRefusal UnknownScope = Of("unknown-scope", "没有这个范围。", "There is no such scope.");

    private static StepRefusal Of(string code, string zh, string en) => new(code, new(zh, en));
}
