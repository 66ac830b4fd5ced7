using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>What a workbook is made of before anybody fills it in.</summary>
/// <param name="Data">The year, and what is known of it already.</param>
/// <param name="LastYear">Shown beside each field as a reference; null when there is no earlier year.</param>
public sealed record YearTemplate(Guid Park, string ParkName, ActivityData Data, ActivityData? LastYear);
