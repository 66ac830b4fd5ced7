using System.Collections.Immutable;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;

namespace PilotRegistry.Submission.Views;

/// <summary>What a park reports for a year: apart from the row, so that lists stay light.</summary>
/// <param name="Draft">What the park works on; the submitted data when nothing has changed since.</param>
public sealed record SubmissionContents(
    SubmissionRow Row, ActivityData? Draft, ImmutableList<ReportedVersion> Versions, ImmutableList<SubmissionContents.Disclosure> Disclosures)
{
    /// <summary>A version made public, with the verification that carries it.</summary>
    public sealed record Disclosure(int Version, Guid VerificationId, DateTimeOffset At);

    public static readonly View<SubmissionContents> View = new("submission_contents", SubmissionState.Stream.Name, Apply, revision: 1);

    private static SubmissionContents? Apply(SubmissionContents? contents, Recorded recorded) =>
        SubmissionRow.Apply(contents?.Row, recorded) is { } row
            ? ((contents ?? new(row, Draft: null, [], [])) with { Row = row }).Next(recorded)
            : contents;

    private SubmissionContents Next(Recorded recorded) => recorded.Event switch
    {
        DraftSaved e => this with { Draft = e.Data },
        DraftWithdrawn => this with { Draft = Versions[^1].Data },
        YearSubmitted e => this with { Versions = Versions.Add(new(e.Version, recorded.At, e.Reason, e.Data, e.Reported)) },
        YearDisclosed e => this with { Disclosures = Disclosures.Add(new(e.Version, e.VerificationId, recorded.At)) },
        _ => this
    };
}
