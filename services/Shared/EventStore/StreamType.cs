namespace PilotRegistry.EventStore;

/// <summary>A kind of stream: its name in the database, the state before anything happened, and how an event changes it.</summary>
/// <param name="Evolve">Never refuses, never reads a clock, a database or configuration.</param>
public sealed record StreamType<TState>(string Name, TState Initial, Func<TState, DomainEvent, TState> Evolve)
{
    /// <summary>The state after these events.</summary>
    public TState Fold(IEnumerable<DomainEvent> events) => events.Aggregate(Initial, Evolve);
}
