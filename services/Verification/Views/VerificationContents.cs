using System.Collections.Immutable;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;

namespace PilotRegistry.Verification.Views;

/// <summary>What was said to a finding: raised, answered, returned or closed.</summary>
public sealed record FindingNote(string Kind, string By, DateTimeOffset At, string Text);

/// <summary>A finding as park, team and reviewers read it.</summary>
/// <param name="AnswerBy">The last day of the park's term, in Beijing.</param>
public sealed record FindingEntry(
    int Number, FindingKind Kind, string Text, string? Pointer, FindingStatus Status, DateTimeOffset RaisedAt, DateOnly AnswerBy,
    string? Answer, string? Closing, ImmutableList<FindingNote> Notes);

/// <summary>The statement as it was signed, with the hash of its content.</summary>
public sealed record StatementEntry(
    Opinion Opinion, Assurance Assurance, string Text, int Findings, Guid SignedBy, DateTimeOffset SignedAt, string Hash,
    ActivityData Data, Result Verified);

/// <summary>What a verification is about and what came of it: apart from the row, so that lists stay light.</summary>
public sealed record VerificationContents(
    VerificationRow Row, ActivityData? Data, Result? Reported, ImmutableList<FindingEntry> Findings, StatementEntry? Statement,
    IReadOnlyList<AnsweredSignal> Signals)
{
    public static readonly View<VerificationContents> View = new("verification_contents", VerificationState.Stream.Name, Apply, revision: 2);

    private static VerificationContents? Apply(VerificationContents? contents, Recorded recorded) =>
        VerificationRow.Apply(contents?.Row, recorded) is { } row
            ? ((contents ?? new(row, Data: null, Reported: null, [], Statement: null, [])) with { Row = row }).Next(recorded)
            : contents;

    private VerificationContents Next(Recorded recorded) => recorded.Event switch
    {
        ReportReceived e => this with { Data = e.Data, Reported = e.Reported, Signals = e.Signals },
        FindingRaised e => this with
        {
            Findings = Findings.Add(new(e.Number, e.Kind, e.Text, e.Pointer, FindingStatus.Open, recorded.At, e.AnswerBy, null, null, [])),
        },
        FindingAnswered e => With(e.Number, f => Note(f, "answered", e.Text, recorded) with { Answer = e.Text }),
        FindingReturned e => With(e.Number, f => Note(f, "returned", e.Text, recorded) with { AnswerBy = e.AnswerBy }),
        FindingClosed e => With(e.Number, f => Note(f, "closed", e.Text, recorded) with { Closing = e.Text }),
        StatementSigned e => this with
        {
            Statement = new(e.Opinion, e.Assurance, e.Text, e.Findings, e.SignedBy, recorded.At, CanonicalJson.Hash(e), e.Data, e.Verified),
        },
        _ => this
    };

    private FindingEntry Note(FindingEntry finding, string kind, string text, Recorded recorded) => finding with
    {
        Status = Row.Findings[finding.Number],
        Notes = finding.Notes.Add(new(kind, recorded.Envelope.Role, recorded.At, text)),
    };

    private VerificationContents With(int number, Func<FindingEntry, FindingEntry> change) =>
        this with { Findings = [.. Findings.Select(f => f.Number == number ? change(f) : f)] };
}
