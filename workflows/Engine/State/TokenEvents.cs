using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>A token arrived at a join that still lacks others.</summary>
public sealed record TokenWaits(int Scope, string Flow) : ProcessEvent;

/// <summary>A join took one token of each incoming flow; the last one came by the flow that is named first.</summary>
public sealed record JoinFired(int Scope, string Gateway, ImmutableArray<string> Flows) : ProcessEvent;

/// <summary>An operator let stranded tokens go.</summary>
public sealed record TokensDropped(int Scope, ImmutableArray<string> Flows) : ProcessEvent;

/// <summary>An operator moved a token to another node.</summary>
public sealed record TokenMoved(int Scope, string From, string To, string Reason) : ProcessEvent;

/// <summary>A flow with a limit was taken once more.</summary>
public sealed record RoundTaken(int Scope, string Flow) : ProcessEvent;

/// <summary>Somebody has something to do.</summary>
public sealed record TaskOpened(OpenTask Task) : ProcessEvent;

/// <summary>A worker has something to do. An open job of the same element is replaced.</summary>
public sealed record JobOpened(OpenJob Job) : ProcessEvent;

/// <summary>A worker could not do it for a technical reason.</summary>
public sealed record JobFailed(int Element, int Retries, string Message, DateTimeOffset? RetryAt) : ProcessEvent;

/// <summary>A timer was set to an absolute moment.</summary>
public sealed record TimerSet(OpenTimer Timer) : ProcessEvent;

/// <summary>A timer fired; a cycle is set again.</summary>
public sealed record TimerFired(int Key, Deadline? Next, int? Repeats) : ProcessEvent;

/// <summary>A message is waited for.</summary>
public sealed record SubscriptionOpened(Subscription Subscription) : ProcessEvent;

/// <summary>A message reached its subscription.</summary>
public sealed record MessageReceived(int Subscription, string Message) : ProcessEvent;

/// <summary>The instance sent a message; the host publishes it under an id that follows from instance and key.</summary>
public sealed record MessageThrown(int Key, int Scope, string Node, string Message, string CorrelationKey, Variables Variables) : ProcessEvent;

/// <summary>The collection of a multi-instance activity was evaluated, once.</summary>
public sealed record ItemsPlanned(int Body, ImmutableArray<FeelValue> Values) : ProcessEvent;

/// <summary>加签: somebody was added while it runs.</summary>
public sealed record ItemAdded(int Body, FeelValue Value, string Reason) : ProcessEvent;

/// <summary>An item is done, with its output.</summary>
public sealed record ItemCompleted(int Body, int Index, FeelValue Output) : ProcessEvent;

/// <summary>An item was ended before it was done: 减签, or the others decided.</summary>
public sealed record ItemTerminated(int Body, int Index) : ProcessEvent;

/// <summary>A BPMN error was thrown.</summary>
/// <param name="CaughtBy">The boundary event; null when nothing caught it.</param>
public sealed record ErrorThrown(int Element, string Code, string? Message, string? CaughtBy) : ProcessEvent;

/// <summary>An element cannot go on by itself.</summary>
public sealed record IncidentRaised(Incident Incident) : ProcessEvent;

/// <summary>An operator acted on it.</summary>
/// <param name="How"><c>retry</c>, <c>skip</c> or <c>move</c>.</param>
public sealed record IncidentResolved(int Key, string How) : ProcessEvent;
