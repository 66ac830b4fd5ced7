using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Each command's first moves, or why it is refused.</summary>
internal sealed partial class Run
{
    public StepRefusal? Begin(Command command) => command switch
    {
        Command.Start start => Start(start),
        Command.CompleteTask complete => State.Tasks.ContainsKey(complete.Element) ? Then(() => Done(complete.Element, complete.Results)) : Refusals.TaskNotOpen,
        Command.CompleteJob complete => State.Jobs.ContainsKey(complete.Element) ? Then(() => Done(complete.Element, complete.Results)) : Refusals.JobNotOpen,
        Command.FailJob fail => FailJob(fail),
        Command.ThrowError error => ThrowError(error),
        Command.FireTimers => Then(FireDue),
        Command.Correlate correlate => State.Subscriptions.GetValueOrDefault(correlate.Subscription) is { } subscription
            ? Then(() => Receive(subscription, correlate.Message, correlate.Variables)) : Refusals.NotWaiting,
        Command.RetryIncident retry => State.Incidents.GetValueOrDefault(retry.Incident) is { } incident ? Then(() => Retry(incident, retry)) : Refusals.NoIncident,
        Command.SkipIncident skip => State.Incidents.GetValueOrDefault(skip.Incident) is { } incident ? Skip(incident, skip) : Refusals.NoIncident,
        Command.MoveToken move => MoveToken(move),
        Command.AddItem add => AddItem(add),
        Command.RemoveItem remove => RemoveItem(remove),
        Command.SetVariables set => State.Elements.ContainsKey(set.Scope) ? Then(() => Emit(new VariablesSet(set.Scope, set.Values.Map(v => v.AsData())))) : Refusals.UnknownScope,
        Command.Suspend suspend => State.Status == InstanceStatus.Suspended ? null : Then(() => Emit(new InstanceSuspended(suspend.Reason, EveryClock(Clocks.Stop)))),
        Command.Resume => State.Status == InstanceStatus.Suspended ? Then(Resume) : null,
        Command.Cancel cancel => Then(() => Cancel(cancel.Reason)),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is no command of a process.")
    };

    private static StepRefusal? Then(Action act)
    {
        act();
        return null;
    }

    private StepRefusal? Start(Command.Start start)
    {
        var model = release.Find(start.Process);
        var from = start.StartNode is null ? model?.PlainStart(null) : model?.MessageStarts.FirstOrDefault(node => node.Id == start.StartNode);
        if (from is null) return Refusals.UnknownProcess;
        Emit(new InstanceStarted(start.Instance, release.Id, start.Process, start.BusinessKey, start.Message, start.Variables.Map(value => value.AsData())));
        moves.Enqueue(new Move.Enter(1, from.Id, null));
        return null;
    }

    private StepRefusal? FailJob(Command.FailJob fail)
    {
        if (!State.Jobs.ContainsKey(fail.Element)) return Refusals.JobNotOpen;
        Emit(new JobFailed(fail.Element, Math.Max(0, fail.Retries), fail.Reason, fail.RetryAt));
        if (fail.Retries <= 0 && !State.Incidents.Values.Any(incident => incident.Element == fail.Element))
        {
            Raise(fail.Element, Incident.Of("job-failed", $"作业多次失败：{fail.Reason}", $"The job failed too often: {fail.Reason}"));
        }

        return null;
    }

    private StepRefusal? ThrowError(Command.ThrowError error)
    {
        if (!State.Tasks.ContainsKey(error.Element) && !State.Jobs.ContainsKey(error.Element)) return Refusals.TaskNotOpen;
        Fail(State.Elements[error.Element], error.Code, error.Reason, error.Results.Map(value => value.AsData()));
        if (State.Jobs.ContainsKey(error.Element)) Emit(new JobFailed(error.Element, 0, error.Reason ?? error.Code, null));
        return null;
    }

    private StepRefusal? AddItem(Command.AddItem add)
    {
        if (State.Elements.GetValueOrDefault(add.Body) is not { Kind: ElementKind.Body, Phase: Phase.Active } body) return Refusals.NoItems;
        Emit(new ItemAdded(add.Body, add.Value.AsData(), add.Reason));
        if (!NodeOf(body).Loop!.Sequential) BeginItem(body, State.Elements[add.Body].Items!.Started);
        return null;
    }

    private StepRefusal? RemoveItem(Command.RemoveItem remove)
    {
        if (State.Elements.GetValueOrDefault(remove.Element) is not { Index: { } index } item) return Refusals.NoItems;
        End(item.Key);
        Emit(new ItemTerminated(item.Parent!.Value, index));
        GoOn(State.Elements[item.Parent.Value], NodeOf(State.Elements[item.Parent.Value]));
        return null;
    }

    /// <summary>Every clock, stopped or set going.</summary>
    private ImmutableArray<ClockSet> EveryClock(Func<Deadline, DateTimeOffset, WorkingCalendar, Deadline> change) =>
    [
        .. State.Timers.Values.Select(timer => new ClockSet(ClockOwner.Timer, timer.Key, change(timer.Due, now, calendar))),
        .. State.Tasks.Values.Where(task => task.Due is not null).Select(task => new ClockSet(ClockOwner.TaskDue, task.Element, change(task.Due!, now, calendar))),
        .. State.Tasks.Values.Where(task => task.FollowUp is not null).Select(task => new ClockSet(ClockOwner.TaskFollowUp, task.Element, change(task.FollowUp!, now, calendar))),
    ];

    private void Resume()
    {
        Emit(new InstanceResumed(EveryClock(Clocks.Restart)));
        foreach (var owner in Standing()) Raise(owner, CalendarEnds);
    }

    /// <summary>Elements with a clock that could not be set going, because the calendar ends before it.</summary>
    private ImmutableArray<int> Standing() =>
    [
        .. State.Timers.Values.Where(timer => timer.Due.At is null).Select(timer => timer.Element)
            .Concat(State.Tasks.Values.Where(task => task.Due is { At: null } || task.FollowUp is { At: null }).Select(task => task.Element)).Distinct(),
    ];

    /// <summary>Rule 17: the root scope is terminated, with a reason.</summary>
    private void Cancel(string reason)
    {
        End(1);
        Emit(new InstanceCancelled(reason));
    }
}
