using System.Collections.Immutable;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;

namespace PilotRegistry.Verification;

/// <summary>纠正措施要求 CAR · 澄清要求 CL · 后续行动要求 FAR (carried into the next year) · 观察项.</summary>
public enum FindingKind
{
    Car,
    Cl,
    Far,
    Observation,
}

/// <summary>The engaged body received the submitted version that it verifies; the newest one received counts.</summary>
/// <param name="Signals">What the register noticed, with the park's answers.</param>
[StoredAs("verification.report-received.v1")]
public sealed record ReportReceived(ReportingPark Park, ActivityData Data, Result Reported, IReadOnlyList<AnsweredSignal> Signals) : DomainEvent;

/// <summary>The lead verifier named the technical group; only its members work on the verification.</summary>
/// <param name="Leader">The account that will sign.</param>
/// <param name="Members">The accounts besides the leader.</param>
[StoredAs("verification.team-named.v1")]
public sealed record TeamNamed(Guid Leader, IReadOnlyList<Guid> Members) : DomainEvent;

/// <summary>The verifier found something that the park must correct, explain or keep in mind.</summary>
/// <param name="Pointer">JSON pointer into the submitted data.</param>
/// <param name="AnswerBy">Until this day in Beijing the park may answer before the finding can be closed without it.</param>
[StoredAs("verification.finding-raised.v1")]
public sealed record FindingRaised(int Number, FindingKind Kind, string Text, string? Pointer, DateOnly AnswerBy) : DomainEvent;

/// <summary>The park answered a finding.</summary>
[StoredAs("verification.finding-answered.v1")]
public sealed record FindingAnswered(int Number, string Text) : DomainEvent;

/// <summary>The answer did not settle the finding; the park has to answer again.</summary>
[StoredAs("verification.finding-returned.v1")]
public sealed record FindingReturned(int Number, string Text, DateOnly AnswerBy) : DomainEvent;

/// <summary>The verifier is satisfied, or decided without an answer, and says how.</summary>
[StoredAs("verification.finding-closed.v1")]
public sealed record FindingClosed(int Number, string Text) : DomainEvent;

/// <summary>A finding as the rules see it.</summary>
/// <param name="Answer">The answer that awaits the verifier's word.</param>
/// <param name="Closing">Null while it is open.</param>
public sealed record Finding(FindingRaised Raised, DateOnly AnswerBy, string? Answer, string? Returned, string? Closing)
{
    /// <summary>No statement is signed over it.</summary>
    public bool Blocks => Closing is null && MustBeAnswered;

    /// <summary>Corrective actions and clarifications want an answer; the others are for information.</summary>
    public bool MustBeAnswered => Raised.Kind is FindingKind.Car or FindingKind.Cl;
}

/// <summary>What the rules need to know about a verification.</summary>
public sealed record VerificationState(
    BodyEngaged? Engaged, ReportReceived? Report, TeamNamed? Team, ImmutableSortedDictionary<int, Finding> Findings, StatementSigned? Statement)
{
    public static readonly StreamType<VerificationState> Stream = new(
        "verification",
        new(Engaged: null, Report: null, Team: null, ImmutableSortedDictionary<int, Finding>.Empty, Statement: null),
        Evolve);

    public static VerificationState Evolve(VerificationState state, DomainEvent happened) => happened switch
    {
        BodyEngaged e => state with { Engaged = e },
        ReportReceived e => state with { Report = e },
        TeamNamed e => state with { Team = e },
        FindingRaised e => state with { Findings = state.Findings.SetItem(e.Number, new(e, e.AnswerBy, null, null, null)) },
        FindingAnswered e => state.Change(e.Number, f => f with { Answer = e.Text }),
        FindingReturned e => state.Change(e.Number, f => f with { Answer = null, Returned = e.Text, AnswerBy = e.AnswerBy }),
        FindingClosed e => state.Change(e.Number, f => f with { Closing = e.Text }),
        StatementSigned e => state with { Statement = e },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in a verification stream.")
    };

    /// <summary>No second verification begins on a version, so that nobody shops for an opinion.</summary>
    public static Guid IdOf(Guid submissionId, int version) => StableId.Of("verification", submissionId, version);

    /// <summary>Whether this account acts for the park whose year is verified.</summary>
    public bool Is(ManagementBody body) => Engaged is not null && body.ActsFor(Report?.Park.ManagementBodyId, Engaged.ParkId);

    public bool HasInTeam(Guid account) => Team is not null && (Team.Leader == account || Team.Members.Contains(account));

    private VerificationState Change(int number, Func<Finding, Finding> change) =>
        Findings.TryGetValue(number, out var finding) ? this with { Findings = Findings.SetItem(number, change(finding)) } : this;
}
