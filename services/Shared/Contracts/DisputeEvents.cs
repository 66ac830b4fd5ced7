using PilotRegistry.EventStore;

namespace PilotRegistry.Contracts;

/// <summary>Who answers a dispute.</summary>
public enum Respondent
{
    /// <summary>The park, for what it reported.</summary>
    Park,

    /// <summary>The verification body, for what it verified.</summary>
    Body,
}

/// <summary>What became of a dispute.</summary>
public enum DisputeOutcome
{
    /// <summary>成立: the figure is wrong; the year is to be reported again.</summary>
    Upheld,

    /// <summary>部分成立.</summary>
    PartlyUpheld,

    /// <summary>不成立: the figure stands.</summary>
    NotUpheld,
}

/// <summary>Somebody disputes one figure of a disclosed year. What they wrote, and who they are, is kept apart.</summary>
/// <param name="Number">Public, e.g. <c>D-2026-000001</c>.</param>
/// <param name="Figure">Which figure, as the page names it, e.g. <c>verified.indicators.core</c>.</param>
/// <param name="Version">The disclosed version of the year that holds the figure.</param>
/// <param name="DueOn">Until when a reviewer says whether it is taken up; null beyond the known calendar.</param>
[StoredAs("disclosure.dispute-raised.v1")]
public sealed record DisputeRaised(Guid ParkId, string Number, int Year, string Figure, int? Version = null, DateOnly? DueOn = null) : ParkEvent;

/// <summary>A reviewer took the dispute up and named who answers.</summary>
/// <param name="RespondentId">The organisation that answers; null where the register knows none.</param>
/// <param name="DueOn">Until when the answer is due.</param>
[StoredAs("disclosure.dispute-taken-up.v1")]
public sealed record DisputeTakenUp(
    Guid ParkId, string Number, int Year, string Figure, Respondent Respondent, Guid? RespondentId, string Reasons, DateOnly? DueOn) : ParkEvent;

/// <summary>A reviewer declined the dispute, with the reason; that ends it.</summary>
[StoredAs("disclosure.dispute-declined.v1")]
public sealed record DisputeDeclined(Guid ParkId, string Number, int Year, string Figure, string Reasons) : ParkEvent;

/// <summary>The park or the verification body answered the dispute in public.</summary>
/// <param name="DueOn">Until when a reviewer concludes.</param>
[StoredAs("disclosure.dispute-answered.v1")]
public sealed record DisputeAnswered(
    Guid ParkId, string Number, int Year, string Figure, Respondent Respondent, string Text, DateOnly? DueOn) : ParkEvent;

/// <summary>A reviewer concluded the dispute. Where it is upheld, the year's next disclosed version is what corrects the figure.</summary>
[StoredAs("disclosure.dispute-concluded.v1")]
public sealed record DisputeConcluded(Guid ParkId, string Number, int Year, string Figure, DisputeOutcome Outcome, string Reasons) : ParkEvent;
