using System.Collections.Immutable;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure;

/// <summary>One step of a dispute as the public reads it.</summary>
/// <param name="By">The role, never the person; <c>public</c> for whoever raised it.</param>
/// <param name="Text">What the official, the park or the body said; null for the dispute itself.</param>
/// <param name="DueOn">Until when the next step is due.</param>
/// <param name="Late">Whether this step came after its own deadline. A conclusion that nobody's answer came before has none.</param>
public sealed record DisputeStep(Guid EventId, DateTimeOffset At, DisputeStatus State, string By, string? Text, DateOnly? DueOn, bool Late);

/// <summary>A dispute as the public sees it: about what, and how it stands; never who disputes it.</summary>
/// <param name="Version">The disclosed version that holds the figure.</param>
/// <param name="Respondent">Who answers; null until it is taken up.</param>
/// <param name="RespondentId">The organisation that answers.</param>
/// <param name="DueOn">Until when the next step is due; null when there is none, or beyond the known calendar.</param>
public sealed record DisputeRow(
    Guid ParkId, string Number, int Year, int? Version, string Figure, DisputeStatus State, DateTimeOffset At, Respondent? Respondent,
    Guid? RespondentId, DateOnly? DueOn, ImmutableList<DisputeStep> Steps)
{
    /// <summary>States in which somebody must still act.</summary>
    public static readonly IReadOnlyList<DisputeStatus> Open = [DisputeStatus.Received, DisputeStatus.TakenUp, DisputeStatus.Answered];

    public static readonly View<DisputeRow> View = new(
        "disputes", DisputeState.Stream.Name, Apply,
        revision: 3, "((row->>'parkId'))", "((row->>'number'))", "((row->>'state'))", "((row->>'respondentId'))");

    public bool IsOpen => Open.Contains(State);

    /// <summary>Whether the figure was found wrong, wholly or in part.</summary>
    public bool IsUpheld => State.IsUpheld();

    /// <summary>Whether the next step should have come before <paramref name="today"/>.</summary>
    public bool IsOverdue(DateOnly today) => IsOpen && DueOn < today;

    private static DisputeRow? Apply(DisputeRow? row, Recorded recorded) => recorded.Event switch
    {
        DisputeRaised e => new DisputeRow(
            e.ParkId, e.Number, e.Year, e.Version, e.Figure, DisputeStatus.Received, recorded.At, null, null, null, [])
            .After(recorded, DisputeStatus.Received, text: null, e.DueOn),
        DisputeTakenUp e => row!.After(recorded, DisputeStatus.TakenUp, e.Reasons, e.DueOn) with { Respondent = e.Respondent, RespondentId = e.RespondentId },
        DisputeDeclined e => row!.After(recorded, DisputeStatus.Declined, e.Reasons, dueOn: null),
        DisputeAnswered e => row!.After(recorded, DisputeStatus.Answered, e.Text, e.DueOn),
        DisputeConcluded e => row!.After(recorded, DisputeState.Of(e.Outcome), e.Reasons, dueOn: null),
        _ => row
    };

    private DisputeRow After(Recorded recorded, DisputeStatus state, string? text, DateOnly? dueOn) => this with
    {
        State = state,
        DueOn = dueOn,
        Steps = Steps.Add(new(recorded.Id, recorded.At, state, recorded.Envelope.Role, text, dueOn, IsDue(state) && DueOn < Beijing.DateOn(recorded.At))),
    };

    /// <summary>Whether <see cref="DueOn"/> is the deadline of the step that leads to <paramref name="next"/>: while an answer is awaited it is the answer's.</summary>
    private bool IsDue(DisputeStatus next) => State != DisputeStatus.TakenUp || next == DisputeStatus.Answered;
}
