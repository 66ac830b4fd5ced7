using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>The elements of BPMN that this engine runs.</summary>
public enum NodeKind
{
    StartEvent,
    EndEvent,
    CatchEvent,
    ThrowEvent,
    BoundaryEvent,
    UserTask,
    ServiceTask,
    ReceiveTask,
    SubProcess,
    CallActivity,
    ExclusiveGateway,
    ParallelGateway,
    EventGateway,
}

/// <summary>A sequence flow.</summary>
/// <param name="MostRounds">
/// How often it may be taken within one scope instance: the limit of a return for correction (property <c>mostRounds</c>). Used up, its
/// condition counts as false.
/// </param>
public sealed record Flow(string Id, string Source, string Target, Expression? Condition, int? MostRounds);

/// <summary>An input or output: a value and the variable it goes to.</summary>
public sealed record Mapping(Expression Source, string Target);

/// <summary>A node of a process, with what its kind needs.</summary>
public sealed record Node(string Id, NodeKind Kind)
{
    public string? Name { get; init; }

    /// <summary>The embedded subprocess it lies in; null in the process itself.</summary>
    public string? Within { get; init; }

    public ImmutableArray<Flow> Incoming { get; init; } = [];

    /// <summary>In document order.</summary>
    public ImmutableArray<Flow> Outgoing { get; init; } = [];

    /// <summary>The flow to take when no condition holds.</summary>
    public string? Default { get; init; }

    /// <summary>What an event waits for or does; null is an event without definition.</summary>
    public Trigger? Trigger { get; init; }

    /// <summary>The activity a boundary event sits on.</summary>
    public string? AttachedTo { get; init; }

    /// <summary>Whether a boundary event ends its host.</summary>
    public bool Interrupting { get; init; } = true;

    public MultiInstance? Loop { get; init; }

    public ImmutableArray<Mapping> Inputs { get; init; } = [];

    public ImmutableArray<Mapping> Outputs { get; init; } = [];

    /// <summary>Who works on a service task, or sends a message.</summary>
    public JobPlan? Job { get; init; }

    public TaskPlan? Task { get; init; }

    public CallPlan? Call { get; init; }

    public bool IsActivity => Kind is NodeKind.UserTask or NodeKind.ServiceTask or NodeKind.ReceiveTask or NodeKind.SubProcess or NodeKind.CallActivity;

    public Flow? DefaultFlow => Default is null ? null : Outgoing.FirstOrDefault(flow => flow.Id == Default);
}

/// <summary>Events' definitions.</summary>
public abstract record Trigger
{
    private Trigger()
    {
    }

    public sealed record Timer(TimerKind Kind, Expression When) : Trigger;

    /// <param name="Key">What the message's correlation key must be; null at a start and where nothing is correlated.</param>
    public sealed record Message(string Name, Expression? Key) : Trigger;

    /// <param name="Code">Null catches every error.</param>
    public sealed record Error(string? Code) : Trigger;

    public sealed record Terminate : Trigger;
}

public enum TimerKind
{
    Date,
    Duration,
    Cycle,
}

/// <summary>An activity done once per item of a collection.</summary>
/// <param name="Item">The variable that holds the item.</param>
/// <param name="Outputs">The variable that takes the list of results, each at its item's place.</param>
/// <param name="Until">Checked after each completion; the rest is terminated when it holds.</param>
public sealed record MultiInstance(bool Sequential, Expression Collection, string? Item, string? Outputs, Expression? Output, Expression? Until);

/// <summary>A job for a worker.</summary>
public sealed record JobPlan(Expression Type, Expression Retries, ImmutableArray<(string Key, string Value)> Headers);

/// <summary>Whom a user task is for and until when.</summary>
public sealed record TaskPlan(Expression? Assignee, Expression? CandidateGroups, Expression? CandidateUsers, Expression? Due, Expression? FollowUp, string? Form);

/// <summary>The process a call activity starts.</summary>
/// <param name="PassAll">Whether it sees every variable of the caller.</param>
/// <param name="ReturnAll">Whether its variables come back without being mapped.</param>
public sealed record CallPlan(Expression Process, bool PassAll, bool ReturnAll);
