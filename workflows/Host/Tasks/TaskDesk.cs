using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>An open task while its instance is held.</summary>
public sealed record HeldTask(TaskRow Row, TaskWork Work, Turn Turn);

/// <summary>What people do with a task, each decided on the task as it is and recorded in its instance's stream.</summary>
public sealed class TaskDesk(TaskTable tasks, Instances instances)
{
    public static readonly Refusal NotOpen = new(Refusals.TaskNotOpen.Code, Refusals.TaskNotOpen.Message.En);
    public static readonly Refusal NotForYou = new("task-not-for-you", "This task is for others.");
    public static readonly Refusal NotYours = new("task-not-yours", "Another person has this task.");

    /// <param name="seen">The version of the task that the person looked at.</param>
    /// <param name="decide">One arm per rule; asked only while the task is open and no decision on it is being recorded.</param>
    /// <returns>Of what is done, the task's own version.</returns>
    public async Task<Outcome> ActAsync(Guid id, IfMatch seen, Envelope by, Func<HeldTask, Decision> decide, CancellationToken cancel)
    {
        if (await tasks.FindAsync(id, cancel) is not { } row)
        {
            return await tasks.IsEndedAsync(id, cancel) ? new Outcome.Refused(NotOpen) : new Outcome.NotFound();
        }

        Outcome? stale = null;
        var turned = await instances.DecideAsync(row.Instance, by, Decide, cancel: cancel);
        return stale ?? turned.Outcome switch
        {
            Outcome.Done done => new Outcome.Done(id, turned.State.Work.GetValueOrDefault(row.Element)?.Version ?? row.Version + 1, done.Changed),
            var other => other
        };

        Decision Decide(Turn turn)
        {
            if (!turn.State.Work.TryGetValue(row.Element, out var work)) return NotOpen;
            if (turn.State.Process.Status == InstanceStatus.Suspended) return new Refusal(Refusals.Suspended.Code, Refusals.Suspended.Message.En);
            if (work.Completion is not null) return Turn.BeingRecorded;
            var decision = decide(new(row with { Assignee = work.Assignee, Owner = work.Owner, Version = work.Version, Substitutes = work.Assignee == row.Assignee ? row.Substitutes : [] }, work, turn));
            if (decision.Events.Count == 0 || seen.Version is not { } version || version == work.Version) return decision;
            stale = new Outcome.Stale(work.Version);
            return Decision.Nothing;
        }
    }
}
