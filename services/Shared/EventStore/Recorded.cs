namespace PilotRegistry.EventStore;

/// <summary>An event as the record holds it: what happened, where in its stream, when and by whom.</summary>
/// <param name="Id">Unique for ever; version 7, so ids sort by time of writing.</param>
/// <param name="Version">Dense within the stream: 1, 2, 3 …</param>
/// <param name="At">The service's clock before the append, cut to milliseconds, never before the stream's last event.</param>
/// <param name="Alias">The stored name, e.g. <c>verification.finding-raised.v1</c>.</param>
/// <param name="Position">Where the feed stands with it. Only the feed says: a stream read, and so a view's fold, never knows it,
/// since at the time of an append nobody does.</param>
public sealed record Recorded(
    Guid Id, Guid StreamId, long Version, DateTimeOffset At, string Alias, DomainEvent Event, Envelope Envelope, Position Position)
{
    /// <summary>The hash, in hex, of the last leaf of the stream when it was read; null where nothing is sealed, and in the feed.</summary>
    public string? Tip { get; init; }
}

/// <summary>Who acted, in which role, by which command and request. Filled by the store, never by a rule.</summary>
/// <param name="User">The account's id; the person's name lives in Identity, where it can be erased.</param>
/// <param name="Correlation">The request's trace id.</param>
/// <param name="Causation">What caused the command: an event id for a reaction, a task's command id for a workflow.</param>
public sealed record Envelope(string? User, string Role, string Command, string? Correlation = null, string? Causation = null);

/// <summary>A place in the feed. Ordered by transaction, then by sequence; see <see cref="Feed"/>.</summary>
public readonly record struct Position(ulong Transaction, long Sequence)
{
    public static readonly Position Start = new(0, 0);
}
