namespace PilotRegistry.Methodology;

/// <summary>
/// A park's year and what is known around it. Only the year itself is required: a rule that misses what it needs is silent.
/// </summary>
public sealed record YearInContext
{
    public required ActivityData Data { get; init; }
    public required Result Result { get; init; }
    /// <summary>The park's disclosed years before this one, in any order.</summary>
    public IReadOnlyList<EarlierYear> Earlier { get; init; } = [];
    /// <summary>Disclosed years of other parks of the same industry group.</summary>
    public IReadOnlyList<Peer> Peers { get; init; } = [];
    /// <summary>Versions of this year submitted before this one, oldest first.</summary>
    public IReadOnlyList<EarlierVersion> Versions { get; init; } = [];
    /// <summary>When this version was submitted; null while it is a draft.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }
    /// <summary>When a verification body was engaged for the year; null before.</summary>
    public DateTimeOffset? VerificationBeganAt { get; init; }
    /// <summary>The core indicator the park promised, by year.</summary>
    public IReadOnlyList<PromisedCore> Promised { get; init; } = [];
    public Listing? Listing { get; init; }
    public ClaimedCertificates? Certificates { get; init; }
    /// <summary>The registered boundary of the year; when not given, the one the data names.</summary>
    public int? BoundaryVersion { get => field ?? Data.Context?.BoundaryVersion; init; }
    public int? BaseYear { get => field ?? Data.Context?.BaseYear; init; }
}

/// <summary>A disclosed year of the same park, by the pack of its own time.</summary>
public sealed record EarlierYear(ActivityData Data, Result Result)
{
    public int? BoundaryVersion { get => field ?? Data.Context?.BoundaryVersion; init; }
    public int? BaseYear { get => field ?? Data.Context?.BaseYear; init; }
}

/// <summary>Another park of the same industry group; which one does not matter.</summary>
/// <param name="Core">t CO2 per tce.</param>
public sealed record Peer(decimal Core);

/// <summary>A version of this year that another one followed.</summary>
public sealed record EarlierVersion(DateTimeOffset SubmittedAt, Result Result);

/// <param name="Core">t CO2 per tce.</param>
public sealed record PromisedCore(int Year, decimal Core);

/// <summary>When the park came onto the construction list, and what it had said then that could not apply.</summary>
public sealed record Listing(int Year, IReadOnlyList<string> NotApplicable);

/// <summary>The certificates claimed for this year, MWh.</summary>
/// <param name="OutsideYear">Of these: produced in a month outside the accounting year.</param>
/// <param name="OfOwnUse">Of these: non-tradable, issued for power used where it was made.</param>
public sealed record ClaimedCertificates(decimal OutsideYear, decimal OfOwnUse);
