namespace PilotRegistry.EventStore;

/// <summary>Events to add to one stream that was read as <paramref name="History"/>.</summary>
public sealed record Append(string Type, Guid Stream, IReadOnlyList<Recorded> History, IReadOnlyList<DomainEvent> Events)
{
    internal StreamEnd End { get; init; } = History.Count == 0 ? StreamEnd.Empty : new(History.Count, History[^1].At, History[^1].Tip);
}

/// <summary>Where a stream ends: all that an append must know of it.</summary>
/// <param name="At">When its last event was recorded; null before the first.</param>
/// <param name="Tip">The hash, in hex, of its last leaf; null where nothing is sealed.</param>
public sealed record StreamEnd(long Version, DateTimeOffset? At, string? Tip)
{
    public static readonly StreamEnd Empty = new(0, null, null);
}

/// <summary>A decision on one stream that has consequences on others, all recorded or none.</summary>
/// <param name="Id">The stream that the caller asked about.</param>
/// <param name="Version">Where that stream stood when it was read.</param>
/// <param name="Decision">What was decided on it; a refusal or nothing leaves all streams as they are.</param>
/// <param name="Appends">What is written if it is decided, the stream's own events included.</param>
public sealed record JointDecision(Guid Id, long Version, Decision Decision, IReadOnlyList<Append> Appends);

/// <summary>A stream is no longer at the version it was read at; read it and decide again.</summary>
public sealed class StreamMovedException(Exception cause) : Exception("The stream has moved since it was read.", cause);
