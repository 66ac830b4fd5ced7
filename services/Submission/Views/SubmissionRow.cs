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
/// <param name="Since">Since when it has this status.</param>
public sealed record SubmissionRow(
    Guid ParkId, ReportingPark Park, int Year, SubmissionStatus Status, int LastVersion, int? DisclosedVersion, DateTimeOffset Since)
{
    public static readonly View<SubmissionRow> View = new(
        "submissions", SubmissionState.Stream.Name, Apply, revision: 2,
        "((row->>'parkId'))", "((row->'park'->>'managementBodyId'))", "((row->'park'->>'province'))");

    public bool IsFinished(DateOnly today) => today.Year > Year;

    internal static SubmissionRow? Apply(SubmissionRow? row, Recorded recorded) => (row, recorded.Event) switch
    {
        (null, YearOpened e) => new(e.ParkId, e.Park, e.Year, SubmissionStatus.Opened, LastVersion: 0, DisclosedVersion: null, recorded.At),
        ({ }, YearSubmitted e) => row with { Status = SubmissionStatus.Submitted, LastVersion = e.Version, Since = recorded.At },
        ({ }, YearDisclosed e) => row with { Status = SubmissionStatus.Disclosed, DisclosedVersion = e.Version, Since = recorded.At },
        _ => row
    };
}
