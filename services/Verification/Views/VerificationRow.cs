using System.Collections.Immutable;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Verification.Views;

public enum VerificationStatus
{
    /// <summary>A body is engaged; its team is not named yet.</summary>
    Engaged,

    /// <summary>The team is at work.</summary>
    Open,

    /// <summary>The statement is signed.</summary>
    Signed,
}

public enum FindingStatus
{
    /// <summary>Waits for the park.</summary>
    Open,

    /// <summary>Waits for the team.</summary>
    Answered,

    Closed,
}

/// <summary>A verification in lists and inboxes; the numbers are in <see cref="VerificationContents"/>.</summary>
/// <param name="Team">Leader first; empty until it is named.</param>
/// <param name="Findings">The state of each, by number.</param>
/// <param name="Blocking">Corrective actions and clarifications that are not closed.</param>
/// <param name="Since">When it last changed hands.</param>
public sealed record VerificationRow(
    Guid SubmissionId, int SubmissionVersion, Guid ParkId, ReportingPark? Park, int Year, Guid BodyId, string BodyName,
    VerificationStatus Status, ImmutableList<Guid> Team, ImmutableSortedDictionary<int, FindingStatus> Findings,
    ImmutableSortedSet<int> Blocking, DateTimeOffset Since)
{
    public static readonly View<VerificationRow> View = new(
        "verifications", VerificationState.Stream.Name, Apply, revision: 1,
        "((row->>'submissionId'))", "((row->>'bodyId'))", "((row->'park'->>'managementBodyId'))", "((row->'park'->>'province'))");

    public bool HasFinding(FindingStatus status) => Findings.ContainsValue(status);

    internal static VerificationRow? Apply(VerificationRow? row, Recorded recorded) => (row, recorded.Event) switch
    {
        (null, BodyEngaged e) => new(
            e.SubmissionId, e.SubmissionVersion, e.ParkId, null, e.Year, e.BodyId, e.BodyName, VerificationStatus.Engaged, [],
            ImmutableSortedDictionary<int, FindingStatus>.Empty, [], recorded.At),
        ({ }, BodyEngaged e) => row with { SubmissionVersion = e.SubmissionVersion, Since = recorded.At },
        ({ }, ReportReceived e) => row with { Park = e.Park },
        ({ }, TeamNamed e) => row with { Status = VerificationStatus.Open, Team = [e.Leader, .. e.Members], Since = recorded.At },
        ({ }, FindingRaised e) => row.With(e.Number, FindingStatus.Open, recorded) with
        {
            Blocking = e.Kind is FindingKind.Car or FindingKind.Cl ? row.Blocking.Add(e.Number) : row.Blocking,
        },
        ({ }, FindingAnswered e) => row.With(e.Number, FindingStatus.Answered, recorded),
        ({ }, FindingReturned e) => row.With(e.Number, FindingStatus.Open, recorded),
        ({ }, FindingClosed e) => row.With(e.Number, FindingStatus.Closed, recorded) with { Blocking = row.Blocking.Remove(e.Number) },
        ({ }, StatementSigned) => row with { Status = VerificationStatus.Signed, Since = recorded.At },
        _ => row
    };

    private VerificationRow With(int finding, FindingStatus status, Recorded recorded) =>
        this with { Findings = Findings.SetItem(finding, status), Since = recorded.At };
}
