using PilotRegistry.Contracts;

namespace PilotRegistry.Acceptance.Restatements;

/// <summary>How far a version of a year has come.</summary>
public enum VersionStage
{
    Submitted,

    /// <summary>A statement on it is signed.</summary>
    Verified,

    /// <summary>It is public.</summary>
    Disclosed,
}

/// <summary>A submitted version of a park's year, as far as its events have reached this service.</summary>
/// <param name="Core">Verified once a statement is signed, as reported before; null where there is no value or no target.</param>
/// <param name="Statements">The verifications that ended with a statement on it.</param>
public sealed record KnownVersion(
    Guid ParkId, int Year, int Version, DateTimeOffset At, string? Reason, VersionStage Stage, CoreIndicator? Core, IReadOnlyList<Guid> Statements);
