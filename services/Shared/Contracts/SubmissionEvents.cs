using PilotRegistry.EventStore;
using PilotRegistry.Methodology;

namespace PilotRegistry.Contracts;

/// <summary>The park submitted a year; this version can never be edited, only followed by another.</summary>
/// <param name="Version">1 for the first submission of the year.</param>
/// <param name="Reported">What the official method makes of the data.</param>
/// <param name="Reason">Why a year is submitted again; null for the first version.</param>
/// <param name="OverTime">Signals over other years, versions, promises and peers; those of this year alone are in the result.</param>
/// <param name="Answers">What the park says to the signals.</param>
/// <param name="Coverage">Null when nothing was entered per enterprise.</param>
/// <param name="EnterprisesHash">Commits to the enterprises' own data, which stay with the service; null when there are none.</param>
/// <param name="Certificates">Commits to the green certificates that the year counts on; null when it names none.</param>
/// <param name="Matching">How far green power met the load hour by hour; null when no hours were brought.</param>
[StoredAs("submission.year-submitted.v1")]
public sealed record YearSubmitted(
    Guid ParkId, int Year, int Version, ActivityData Data, Result Reported, string? Reason, IReadOnlyList<Signal> OverTime,
    IReadOnlyList<SignalAnswer> Answers, EnterpriseCoverage? Coverage, string? EnterprisesHash,
    CertificatesClaimed? Certificates = null, HourlyMatched? Matching = null) : ParkEvent
{
    /// <summary>All signals of the reported year with their answers.</summary>
    public IReadOnlyList<AnsweredSignal> Answered() => SignalAnswers.To([.. Reported.AllSignals(), .. OverTime], Answers, Data);
}

/// <summary>The green certificates of a submitted year. Which they are can be looked up by number once the year is disclosed.</summary>
/// <param name="Count">Certificates of 1 MWh.</param>
/// <param name="Sha256">Of the ranges: a line each in the order of numbers, <c>first last kind month cancelled source</c>, ended by LF.</param>
public sealed record CertificatesClaimed(long Count, string Sha256);

/// <summary>What an hourly file amounts to. The hours stay in the file, which is not public.</summary>
/// <param name="Sha256">Of the file's bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="Sums">What its columns add up to, MWh.</param>
public sealed record HourlyMatched(string Sha256, HourlySums Sums, MatchingResult Result);

/// <summary>How much of the park's energy (tce) is entered enterprise by enterprise; fractions of 1 that add up to it.</summary>
/// <param name="Enterprises">How many enterprises entered something.</param>
/// <param name="Measured">From lines that are measured or calculated from measurements.</param>
/// <param name="Estimated">From lines that are estimated, rest on defaults, or do not say.</param>
/// <param name="Missing">Entered for the park as a whole: no enterprise stands behind it.</param>
public sealed record EnterpriseCoverage(int Enterprises, decimal Measured, decimal Estimated, decimal Missing);

/// <summary>The figures of a year that everybody asks for first.</summary>
/// <param name="EmissionsT">All terms together, t CO2.</param>
/// <param name="EnergyTce">Comprehensive energy consumption, tce.</param>
/// <param name="CoreTPerTce">Emissions per energy, t CO2/tce; null where it has no value.</param>
public sealed record YearFigures(decimal EmissionsT, decimal EnergyTce, decimal? CoreTPerTce)
{
    public static YearFigures Of(Result result) => new(
        result.Emissions.Total, result.Energy.Tce, result.Indicators.FirstOrDefault(i => i.Id == IndicatorIds.Core)?.Value);
}

/// <summary>The park disclosed the verified year; reported and verified values are public from now on.</summary>
/// <param name="Reported">What the park reported: it stands in the public log in clear from now on.</param>
/// <param name="Verified">The same as the verifier found it.</param>
[StoredAs("submission.year-disclosed.v1")]
public sealed record YearDisclosed(
    Guid ParkId, int Year, int Version, Guid VerificationId, YearFigures? Reported = null, YearFigures? Verified = null) : ParkEvent;
