using PilotRegistry.Contracts;
using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure.Answers;

/// <summary>A disclosed year as a line beside others; values as verified, as reported only while the statement is on its way.</summary>
/// <param name="Demo">Played for demonstration (演示).</param>
/// <param name="Emissions">t CO2, by term.</param>
/// <param name="Tce">Energy consumption, tce.</param>
/// <param name="DirectSupplyShare">Share of 1; null when it cannot be said.</param>
/// <param name="Indicators">Each with value, target and verdict.</param>
/// <param name="Findings">How many findings were raised.</param>
public sealed record YearItem(
    Guid ParkId, string ParkName, bool Demo, ProvinceName Province, string IndustryGroup, int Year, DateTimeOffset DisclosedAt, bool Verified,
    Emissions Emissions, decimal Tce, decimal? DirectSupplyShare, IReadOnlyList<Indicator> Indicators,
    Guid? BodyId, string? BodyName, Opinion? Opinion, Assurance? Assurance, int? Findings)
{
    public static YearItem Of(ParkItem park, YearPage year)
    {
        var result = year.Verified ?? year.Reported;
        var signed = year.Statement;
        return new(
            park.Id, park.Name, park.Demo, park.Province, park.IndustryGroup, year.Year, year.DisclosedAt, year.Verified is not null,
            result.Emissions, result.Energy.Tce, result.DirectSupplyShare, result.Indicators,
            signed?.BodyId, signed?.BodyName, signed?.Opinion, signed?.Assurance, signed?.Findings);
    }
}
