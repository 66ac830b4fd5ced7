using System.Collections.Immutable;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Enterprises;

namespace PilotRegistry.Submission.Views;

/// <summary>What a park reported for a year: apart from the row, so that lists stay light.</summary>
/// <param name="Answers">Of the newest version.</param>
/// <param name="Enterprises">By version; versions without enterprises are not there.</param>
/// <param name="ListedOn">When the list that holds the park was published.</param>
public sealed record SubmissionContents(
    SubmissionRow Row, ImmutableList<ReportedVersion> Versions, ImmutableList<SubmissionContents.Disclosure> Disclosures,
    IReadOnlyList<Target> Promised, IReadOnlyList<SignalAnswer> Answers, ImmutableList<EnterprisesReported> Enterprises, DateOnly? ListedOn = null)
{
    /// <summary>A version made public, with the verification that carries it.</summary>
    public sealed record Disclosure(int Version, Guid VerificationId, DateTimeOffset At);

    public static readonly View<SubmissionContents> View = new(
        "submission_contents", SubmissionState.Stream.Name, Apply, revision: 3, "((row->'row'->>'parkId'))");

    /// <summary>The newest version as a draft to go on from; null while nothing is submitted.</summary>
    public YearDraft? LastAsDraft() => Versions.LastOrDefault() switch
    {
        null => null,
        var last when Enterprises.LastOrDefault(e => e.Version == last.Version) is { } rows => YearDraft.Of(rows.Own, Answers, rows.Enterprises),
        var last => YearDraft.Of(last.Data, Answers, [])
    };

    /// <summary>Whether the newest version has other hours than these.</summary>
    public bool HasOther(HourlyMatched? matched) => Versions.LastOrDefault()?.Matching?.Sha256 != matched?.Sha256;

    private static SubmissionContents? Apply(SubmissionContents? contents, Recorded recorded) =>
        SubmissionRow.Apply(contents?.Row, recorded) is { } row
            ? ((contents ?? new(row, [], [], [], [], [])) with { Row = row }).Next(recorded)
            : contents;

    private SubmissionContents Next(Recorded recorded) => recorded.Event switch
    {
        YearOpened e => this with { Promised = e.Promised, ListedOn = e.ListedOn },
        EnterprisesReported e => this with { Enterprises = Enterprises.Add(e) },
        YearSubmitted e => this with
        {
            Versions = Versions.Add(new(e.Version, recorded.At, e.Reason, e.Data, e.Reported, e.Answered(), e.Coverage, e.EnterprisesHash, e.Matching)),
            Answers = e.Answers,
        },
        YearDisclosed e => this with { Disclosures = Disclosures.Add(new(e.Version, e.VerificationId, recorded.At)) },
        _ => this
    };
}
