using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Submission.Views;

public enum SubmissionStatus
{
    /// <summary>Begun; nothing submitted yet.</summary>
    Opened,

    /// <summary>The newest version is submitted and not public.</summary>
    Submitted,

    /// <summary>The newest version is public.</summary>
    Disclosed,
}

/// <summary>A park's year in lists; its numbers are in <see cref="SubmissionContents"/>.</summary>
/// <param name="LastVersion">0 while nothing is submitted.</param>
/// <param name="IndustryGroup">Parks of one group are peers.</param>
/// <param name="LastCore">The core indicator of the newest version, t CO2/tce.</param>
/// <param name="DisclosedCore">That of the version that is public.</param>
/// <param name="Since">Since when it has this status.</param>
public sealed record SubmissionRow(
    Guid ParkId, ReportingPark Park, int Year, SubmissionStatus Status, int LastVersion, int? DisclosedVersion, DateTimeOffset Since,
    string IndustryGroup = "", decimal? LastCore = null, decimal? DisclosedCore = null)
{
    public static readonly View<SubmissionRow> View = new(
        "submissions", SubmissionState.Stream.Name, Apply, revision: 2,
        "((row->>'parkId'))", "((row->'park'->>'managementBodyId'))", "((row->'park'->>'province'))", "((row->>'industryGroup'))");

    public bool IsFinished(DateOnly today) => today.Year > Year;

    internal static SubmissionRow? Apply(SubmissionRow? row, Recorded recorded) => (row, recorded.Event) switch
    {
        (null, YearOpened e) => new(e.ParkId, e.Park, e.Year, SubmissionStatus.Opened, LastVersion: 0, DisclosedVersion: null, recorded.At, e.IndustryGroup),
        ({ }, YearSubmitted e) => row with { Status = SubmissionStatus.Submitted, LastVersion = e.Version, LastCore = YearFigures.Of(e.Reported).CoreTPerTce, Since = recorded.At },
        ({ }, YearDisclosed e) => row with { Status = SubmissionStatus.Disclosed, DisclosedVersion = e.Version, DisclosedCore = row.LastCore, Since = recorded.At },
        _ => row
    };
}
