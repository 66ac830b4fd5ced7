using PilotRegistry.Contracts;
using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure.Answers;

/// <summary>A disclosed year: what the park reported, what was verified, and who says so.</summary>
/// <param name="Version">The disclosed version of the year's submission.</param>
/// <param name="Verified">Null only for the moment in which the statement is still on its way here.</param>
/// <param name="Signals">Of the verified values, or of the reported ones while those are missing; each with the park's answer.</param>
/// <param name="Coverage">How much of the energy is entered enterprise by enterprise; null when nothing is.</param>
/// <param name="EnterprisesHash">Commits to the enterprises' data, which is not public.</param>
/// <param name="Restatements">Earlier disclosed versions beside what replaced them, oldest first.</param>
/// <param name="Evidence">The files that the year rests on, by hash; their contents are not public.</param>
/// <param name="Matching">How far green power met the load hour by hour; null when the park brought no hours.</param>
/// <param name="Boundary">The registered version of the park's boundary that applies to the year, beside the one its data name.</param>
/// <param name="Record">Submission, statement, disclosure and acceptance, each where it stands in the public log.</param>
public sealed record YearPage(
    Guid ParkId, int Year, int Version, DateTimeOffset DisclosedAt, Result Reported, Result? Verified, Statement? Statement,
    IReadOnlyList<AnsweredSignal> Signals, EnterpriseCoverage? Coverage, string? EnterprisesHash, IReadOnlyList<Restatement> Restatements, IReadOnlyList<Evidence> Evidence,
    HourlyMatched? Matching, IReadOnlyList<RecordEntry> Record, YearBoundary Boundary)
{
    /// <summary>What corrected a figure of that version, or of the first where none is named; null until the year is disclosed again.</summary>
    public Restatement? AfterVersion(int? disputed) => Restatements.FirstOrDefault(r => r.Version > (disputed ?? 0));
}

/// <summary>One event that the year rests on, with its place in the public log.</summary>
/// <param name="Facts">What the event says, by name; numbers and codes as text.</param>
/// <param name="LogIndex">Null while the log does not hold it, or does not answer.</param>
/// <param name="Receipt">Where its receipt (<c>.tlog-proof</c>) is, at the root of this server; null as long as <paramref name="LogIndex"/> is.</param>
public sealed record RecordEntry(
    Guid EventId, DateTimeOffset At, string Type, Wording Title, string Actor, IReadOnlyDictionary<string, string> Facts, long? LogIndex, string? Receipt);

/// <summary>The verification statement; its signer's name is not public, the body's is.</summary>
/// <param name="Findings">How many findings were raised.</param>
public sealed record Statement(
    Guid VerificationId, Guid BodyId, string BodyName, Opinion Opinion, Assurance Assurance, int Findings, string Text, DateTimeOffset SignedAt);

/// <summary>A disclosed year was disclosed again with other values.</summary>
/// <param name="Reason">What the park gives as the reason.</param>
public sealed record Restatement(int Version, DateTimeOffset At, string? Reason, RestatedValues Old, RestatedValues New);

/// <param name="Total">t CO2.</param>
/// <param name="Tce">Energy consumption, tce.</param>
/// <param name="Core">t CO2/tce.</param>
public sealed record RestatedValues(decimal Total, decimal Tce, decimal? Core);

/// <param name="Pointer">The line of the submitted data that rests on it, as a JSON pointer.</param>
public sealed record Evidence(string Sha256, string Pointer);
