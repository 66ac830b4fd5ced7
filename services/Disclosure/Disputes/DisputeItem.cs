using PilotRegistry.Contracts;

namespace PilotRegistry.Disclosure;

/// <summary>A dispute in one line.</summary>
/// <param name="Version">The disclosed version of the year that holds the figure; null for the oldest disputes.</param>
/// <param name="At">When it came in.</param>
/// <param name="DueOn">Until when the next step is due; null when nothing is.</param>
/// <param name="Overdue">Whether that day has passed.</param>
/// <param name="Corrected">Upheld, and a later version of the year is disclosed.</param>
public sealed record DisputeItem(
    string Number, Guid ParkId, string ParkName, int Year, int? Version, string Figure, DisputeStatus State, DateTimeOffset At,
    Respondent? Respondent, DateOnly? DueOn, bool Overdue, bool Corrected)
{
    public static DisputeItem Of(DisputeRow row, DisputedParks parks, DateOnly today) => new(
        row.Number, row.ParkId, parks.Names.GetValueOrDefault(row.ParkId, ""), row.Year, row.Version, row.Figure, row.State, row.At, row.Respondent,
        row.DueOn, row.IsOverdue(today), row.IsUpheld && parks.IsDisclosedAgain(row));
}
