using System.Collections.Immutable;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>A process instance took a step: all that became true in it by one command.</summary>
[StoredAs("workflows.process-stepped.v1")]
public sealed record ProcessStepped(ImmutableArray<ProcessEvent> Steps) : DomainEvent;

/// <summary>An official stepped in from outside, for a reason; what came of it follows in the same commit.</summary>
/// <param name="Operation">The command's name, e.g. <c>resume</c> or <c>move-token</c>.</param>
[StoredAs("workflows.operation-ordered.v1")]
public sealed record OperationOrdered(string Operation, string Reason) : DomainEvent;

/// <summary>A person took a task that waited for anybody of its group.</summary>
[StoredAs("workflows.task-claimed.v1")]
public sealed record TaskClaimed(int Element, Guid Person) : DomainEvent;

/// <summary>The person gave it back to the group.</summary>
[StoredAs("workflows.task-released.v1")]
public sealed record TaskReleased(int Element, string Reason) : DomainEvent;

/// <summary>转办: the task is another person's now.</summary>
[StoredAs("workflows.task-reassigned.v1")]
public sealed record TaskReassigned(int Element, Guid Person, string Reason) : DomainEvent;

/// <summary>委派: another person works on the task and gives it back; who delegated it stays answerable.</summary>
[StoredAs("workflows.task-delegated.v1")]
public sealed record TaskDelegated(int Element, Guid Person, string Reason) : DomainEvent;

/// <summary>The delegate is done; the task is its owner's again, to decide.</summary>
[StoredAs("workflows.task-resolved.v1")]
public sealed record TaskResolved(int Element, string Report) : DomainEvent;

/// <summary>催办: somebody who waits for the task urged whoever has it.</summary>
[StoredAs("workflows.task-urged.v1")]
public sealed record TaskUrged(int Element, string Reason) : DomainEvent;

/// <summary>抄送: another person was given the task to read.</summary>
[StoredAs("workflows.task-copied.v1")]
public sealed record TaskCopied(int Element, Guid Person, string Reason) : DomainEvent;

/// <summary>
/// A person decided. From now on the decision is being recorded: by the owning service, whose answer follows, or by this event alone
/// where no service owns the kind.
/// </summary>
/// <param name="Command">Under this id the owning service executes the command once.</param>
/// <param name="Thing">What the command is about, e.g. the application; null where no service is called.</param>
/// <param name="Results">What the process learns when it is recorded.</param>
/// <param name="For">Whose task it is, when the person stands in for another (代理).</param>
[StoredAs("workflows.completion-requested.v1")]
public sealed record CompletionRequested(int Element, Guid Command, Guid Person, string Kind, Guid? Thing, string Outcome, string Reasons, Variables Results, Guid? For = null) : DomainEvent;

/// <summary>The decision stands in the owning service's record.</summary>
/// <param name="Version">The version it brought its stream to; null when the service had it so already, or none was called.</param>
[StoredAs("workflows.completion-recorded.v1")]
public sealed record CompletionRecorded(int Element, Guid Command, long? Version) : DomainEvent;

/// <summary>The decision that a task was about was given to the owning service directly, which recorded and published it.</summary>
/// <param name="Message">The service's event.</param>
[StoredAs("workflows.decision-heard.v1")]
public sealed record DecisionHeard(int Element, string Kind, string Message, string Outcome) : DomainEvent;

/// <summary>The decision is not recorded and never will be under this command; the task is open as before.</summary>
/// <param name="Code">The owning service's refusal, or <c>not-recorded</c> after a crash.</param>
[StoredAs("workflows.completion-refused.v1")]
public sealed record CompletionRefused(int Element, Guid Command, string Code) : DomainEvent;
