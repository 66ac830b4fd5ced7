using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PilotRegistry.Workflows.Engine;

/// <summary>
/// Something that became true in a process instance. The names are written into the record for ever. What belongs to an element
/// (its task, job, timers, subscriptions, incidents) ends with it and needs no event of its own.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(InstanceStarted), "started.v1")]
[JsonDerivedType(typeof(InstanceCompleted), "completed.v1")]
[JsonDerivedType(typeof(InstanceCancelled), "cancelled.v1")]
[JsonDerivedType(typeof(InstanceSuspended), "suspended.v1")]
[JsonDerivedType(typeof(InstanceResumed), "resumed.v1")]
[JsonDerivedType(typeof(InstanceMigrated), "migrated.v1")]
[JsonDerivedType(typeof(NodePassed), "passed.v1")]
[JsonDerivedType(typeof(ElementEntered), "entered.v1")]
[JsonDerivedType(typeof(ElementActivated), "activated.v1")]
[JsonDerivedType(typeof(ElementLeaving), "leaving.v1")]
[JsonDerivedType(typeof(ElementCompleted), "left.v1")]
[JsonDerivedType(typeof(ElementTerminated), "terminated.v1")]
[JsonDerivedType(typeof(CalledInstanceStarted), "called.v1")]
[JsonDerivedType(typeof(VariablesSet), "variables.v1")]
[JsonDerivedType(typeof(TokenWaits), "waits.v1")]
[JsonDerivedType(typeof(JoinFired), "joined.v1")]
[JsonDerivedType(typeof(TokensDropped), "dropped.v1")]
[JsonDerivedType(typeof(TokenMoved), "moved.v1")]
[JsonDerivedType(typeof(RoundTaken), "round.v1")]
[JsonDerivedType(typeof(TaskOpened), "task.v1")]
[JsonDerivedType(typeof(JobOpened), "job.v1")]
[JsonDerivedType(typeof(JobFailed), "job-failed.v1")]
[JsonDerivedType(typeof(TimerSet), "timer.v1")]
[JsonDerivedType(typeof(TimerFired), "timer-fired.v1")]
[JsonDerivedType(typeof(SubscriptionOpened), "subscribed.v1")]
[JsonDerivedType(typeof(MessageReceived), "message.v1")]
[JsonDerivedType(typeof(MessageThrown), "message-thrown.v1")]
[JsonDerivedType(typeof(ItemsPlanned), "items.v1")]
[JsonDerivedType(typeof(ItemAdded), "item-added.v1")]
[JsonDerivedType(typeof(ItemCompleted), "item-done.v1")]
[JsonDerivedType(typeof(ItemTerminated), "item-terminated.v1")]
[JsonDerivedType(typeof(ErrorThrown), "error.v1")]
[JsonDerivedType(typeof(IncidentRaised), "incident.v1")]
[JsonDerivedType(typeof(IncidentResolved), "incident-resolved.v1")]
public abstract record ProcessEvent;

/// <summary>A process instance began.</summary>
/// <param name="Message">The message that started it; null when a command did.</param>
public sealed record InstanceStarted(Guid Instance, string Release, string Process, string? BusinessKey, string? Message, Variables Variables) : ProcessEvent;

/// <summary>Every token reached an end.</summary>
public sealed record InstanceCompleted(Variables Result) : ProcessEvent;

/// <summary>The instance was ended from outside, with everything in it.</summary>
public sealed record InstanceCancelled(string Reason) : ProcessEvent;

/// <summary>The case rests and its clocks stand (法定时限中止); what remained of each is recorded.</summary>
public sealed record InstanceSuspended(string Reason, ImmutableArray<ClockSet> Clocks) : ProcessEvent;

/// <summary>The case goes on; each clock runs again from what remained.</summary>
public sealed record InstanceResumed(ImmutableArray<ClockSet> Clocks) : ProcessEvent;

/// <summary>The deadline of a timer or of a task, as it is now.</summary>
public sealed record ClockSet(ClockOwner Of, int Key, Deadline Deadline);

public enum ClockOwner
{
    Timer,
    TaskDue,
    TaskFollowUp,
}

/// <summary>A token went through a node that does not wait.</summary>
public sealed record NodePassed(int Scope, string Node, string? Flow) : ProcessEvent;

/// <summary>A token arrived at a node that waits or holds others.</summary>
public sealed record ElementEntered(int Key, int Parent, string Process, string Node, ElementKind Kind, int? Index, string? Flow) : ProcessEvent;

/// <summary>The element is at work, with these variables of its own.</summary>
public sealed record ElementActivated(int Key, Variables Locals) : ProcessEvent;

/// <summary>Its work is done, with these results; it is about to be left.</summary>
public sealed record ElementLeaving(int Key, Variables Results) : ProcessEvent;

/// <summary>The element was left the ordinary way.</summary>
public sealed record ElementCompleted(int Key) : ProcessEvent;

/// <summary>The element was ended before its work was done.</summary>
public sealed record ElementTerminated(int Key) : ProcessEvent;

/// <summary>A call activity started its process, as an instance with an id that follows from the caller's.</summary>
public sealed record CalledInstanceStarted(int Key, int Parent, Guid Instance, string Process, Variables Variables) : ProcessEvent;

/// <summary>Variables of a scope got new values.</summary>
public sealed record VariablesSet(int Scope, Variables Values) : ProcessEvent;
