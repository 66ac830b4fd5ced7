using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>What somebody or something asks of a process instance. Who asked is the host's to know and to record.</summary>
public abstract record Command
{
    private Command()
    {
    }

    /// <param name="StartNode">The message start that the message reached; null for the start without trigger.</param>
    /// <param name="Message">The id of that message.</param>
    public sealed record Start(Guid Instance, string Process, Variables Variables, string? BusinessKey = null, string? StartNode = null, string? Message = null) : Command;

    /// <summary>The person's decision, after the owning service recorded it.</summary>
    public sealed record CompleteTask(int Element, Variables Results) : Command;

    public sealed record CompleteJob(int Element, Variables Results) : Command;

    /// <summary>A technical failure. At no retries left there is an incident.</summary>
    public sealed record FailJob(int Element, int Retries, string Reason, DateTimeOffset? RetryAt = null) : Command;

    /// <summary>A task or job ends in a BPMN error.</summary>
    public sealed record ThrowError(int Element, string Code, string? Reason, Variables Results) : Command;

    /// <summary>Every timer that is due fires, the earliest first.</summary>
    public sealed record FireTimers : Command;

    /// <param name="Message">The id under which it was published.</param>
    public sealed record Correlate(int Subscription, string Message, Variables Variables) : Command;

    /// <param name="Variables">Put right first, where the element's scope looks for them.</param>
    /// <param name="Retries">How often the job may be tried again.</param>
    public sealed record RetryIncident(int Incident, Variables Variables, int Retries = 1) : Command;

    /// <summary>The element counts as done with these results; of a deadlock, the stranded tokens are let go.</summary>
    public sealed record SkipIncident(int Incident, Variables Results) : Command;

    /// <summary>A token goes to another node of the same scope.</summary>
    /// <param name="Element">The element that has it; the scope, when it is stranded at a join.</param>
    /// <param name="Flow">Of a stranded token.</param>
    public sealed record MoveToken(int Element, string? Flow, string To, string Reason) : Command;

    /// <summary>加签: one more item of a multi-instance activity.</summary>
    public sealed record AddItem(int Body, FeelValue Value, string Reason) : Command;

    /// <summary>减签: an item is ended.</summary>
    public sealed record RemoveItem(int Element, string Reason) : Command;

    public sealed record SetVariables(int Scope, Variables Values) : Command;

    public sealed record Suspend(string Reason) : Command;

    public sealed record Resume : Command;

    public sealed record Cancel(string Reason) : Command;
}

/// <summary>The command cannot be done now.</summary>
/// <param name="Code">Never reworded.</param>
public sealed record StepRefusal(string Code, Wording Message);

/// <summary>What a command led to: events to record together, and the state after them; or a refusal, and nothing happened.</summary>
public sealed record StepOutcome(StepRefusal? Refusal, ImmutableArray<ProcessEvent> Events, ProcessState State);
