using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure;

/// <summary>How a dispute stands.</summary>
public enum DisputeStatus
{
    /// <summary>It came in and has its number; a reviewer must say whether it is taken up.</summary>
    Received,

    /// <summary>It is taken up; the park or the body must answer.</summary>
    TakenUp,

    /// <summary>It was not taken up, with a reason.</summary>
    Declined,

    /// <summary>It is answered; a reviewer must conclude.</summary>
    Answered,

    /// <summary>The figure was found wrong.</summary>
    Upheld,

    /// <summary>The figure was found partly wrong.</summary>
    PartlyUpheld,

    /// <summary>The figure stands.</summary>
    NotUpheld,
}

public static class DisputeStatuses
{
    /// <summary>Concluded against the figure, wholly or in part: the year is to be disclosed again.</summary>
    public static bool IsUpheld(this DisputeStatus status) => status is DisputeStatus.Upheld or DisputeStatus.PartlyUpheld;
}

/// <summary>What the rules need to know about a dispute.</summary>
/// <param name="Status">Null before it is raised.</param>
/// <param name="AnswerBy">Until when the answer is due; null before it is taken up and beyond the known calendar.</param>
/// <param name="Last">What was said last, so that a repeated command is known again.</param>
public sealed record DisputeState(
    DisputeStatus? Status, DisputeRaised? Raised, Respondent Respondent, Guid? RespondentId, DateOnly? AnswerBy, string? Last)
{
    public static readonly StreamType<DisputeState> Stream = new("dispute", new(null, null, Respondent.Park, null, null, null), Evolve);

    public static DisputeState Evolve(DisputeState state, DomainEvent happened) => happened switch
    {
        DisputeRaised e => state with { Status = DisputeStatus.Received, Raised = e },
        DisputeTakenUp e => state with
        {
            Status = DisputeStatus.TakenUp,
            Respondent = e.Respondent,
            RespondentId = e.RespondentId,
            AnswerBy = e.DueOn,
            Last = e.Reasons,
        },
        DisputeDeclined e => state with { Status = DisputeStatus.Declined, Last = e.Reasons },
        DisputeAnswered e => state with { Status = DisputeStatus.Answered, Last = e.Text },
        DisputeConcluded e => state with { Status = Of(e.Outcome), Last = e.Reasons },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in a dispute stream.")
    };

    /// <summary>The state that an outcome leaves a dispute in.</summary>
    public static DisputeStatus Of(DisputeOutcome outcome) => outcome switch
    {
        DisputeOutcome.Upheld => DisputeStatus.Upheld,
        DisputeOutcome.PartlyUpheld => DisputeStatus.PartlyUpheld,
        _ => DisputeStatus.NotUpheld
    };
}
