namespace PilotRegistry.TransparencyLog;

/// <summary>A checkpoint that somebody was shown, its signatures checked.</summary>
/// <param name="By">Who, as a sentence goes on: "seen before", "of FILE".</param>
/// <param name="At">When a witness saw it; null when none did.</param>
public sealed record SeenCheckpoint(string By, Checkpoint Checkpoint, DateTimeOffset? At);

/// <summary>A promise that somebody was given, its signature checked.</summary>
public sealed record HeldPromise(string Name, LeafPromise Promise);

/// <summary>What an auditor brings along: nothing of it is the log's to take back.</summary>
/// <param name="Witnessed">When a witness saw the newest checkpoint, which is audited; null when none did.</param>
/// <param name="Asked">When the log itself was asked for its newest checkpoint; null for a copy, which may be old.</param>
public sealed record AuditEvidence(IReadOnlyList<SeenCheckpoint> Seen, IReadOnlyList<HeldPromise> Promises, DateTimeOffset? Witnessed, DateTimeOffset? Asked)
{
    public static readonly AuditEvidence None = new([], [], Witnessed: null, Asked: null);
}
