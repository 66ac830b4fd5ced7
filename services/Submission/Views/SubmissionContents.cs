using System.Collections.Immutable;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Submission.Views;

/// <summary>What a park reported for a year: apart from the row, so that lists stay light.</summary>
public sealed record SubmissionContents(
    SubmissionRow Row, ImmutableList<ReportedVersion> Versions, ImmutableList<SubmissionContents.Disclosure> Disclosures)
{
    /// <summary>A version made public, with the verification that carries it.</summary>
    public sealed record Disclosure(int Version, Guid VerificationId, DateTimeOffset At);

    public static readonly View<SubmissionContents> View = new("submission_contents", SubmissionState.Stream.Name, Apply, revision: 2);

    private static SubmissionContents? Apply(SubmissionContents? contents, Recorded recorded) =>
        SubmissionRow.Apply(contents?.Row, recorded) is { } row
            ? ((contents ?? new(row, [], [])) with { Row = row }).Next(recorded)
            : contents;

    private SubmissionContents Next(Recorded recorded) => recorded.Event switch
    {
        YearSubmitted e => this with { Versions = Versions.Add(new(e.Version, recorded.At, e.Reason, e.Data, e.Reported)) },
        YearDisclosed e => this with { Disclosures = Disclosures.Add(new(e.Version, e.VerificationId, recorded.At)) },
        _ => this
    };
}
