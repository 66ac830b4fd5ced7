using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>What a decision on an instance looks at, while nobody else can change it.</summary>
/// <param name="Version">Of the instance; 0 before it began.</param>
public sealed record Turn(InstanceState State, long Version, Release Release, DateTimeOffset Now, WorkingCalendar Calendar)
{
    public static readonly Refusal BeingRecorded = new("being-recorded", "A decision is being recorded here; ask again in a moment.");

    /// <summary>A step of the process, with what has to be recorded before it.</summary>
    /// <param name="first">What became true without the engine; its step is decided on the state after that.</param>
    public Decision Step(Command command, params IReadOnlyList<DomainEvent> first)
    {
        var outcome = Engine.Step.Take(Release, State.Process, command, Now, Calendar);
        return outcome switch
        {
            { Refusal: { } refusal } => new Refusal(refusal.Code, refusal.Message.En),
            { Events.IsEmpty: true } => first is [OperationOrdered] ? Decision.Nothing : Decision.Of(first),
            _ => Decision.Of([.. first, new ProcessStepped(outcome.Events)])
        };
    }

    /// <summary>The same, ordered by an official for a reason.</summary>
    public Decision Step(Command command, string operation, string reason) => Step(command, new OperationOrdered(operation, reason));

    /// <summary>
    /// Why these events must wait: they would take away a task whose decision may already stand in the owning service's record, or
    /// stop its case. A decision that is recorded itself does not wait; it cannot be taken back.
    /// </summary>
    internal Refusal? Against(IReadOnlyList<DomainEvent> events, InstanceState after) =>
        !events.OfType<CompletionRecorded>().Any() && State.Recording.Any(element => !after.Work.ContainsKey(element) || after.Process.Status != State.Process.Status)
            ? BeingRecorded
            : null;
}

/// <summary>An instance as it was when it was read.</summary>
public sealed record KnownInstance(InstanceState State, long Version);

/// <summary>How a turn ended, and what is true now.</summary>
public sealed record Turned(Outcome Outcome, InstanceState State)
{
    /// <summary>There is none, or another has it just now.</summary>
    public static readonly Turned Nowhere = new(new Outcome.NotFound(), InstanceState.Stream.Initial);

    public Refusal? Refusal => (Outcome as Outcome.Refused)?.Refusal;
}
