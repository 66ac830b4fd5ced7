using PilotRegistry.Methodology;

namespace PilotRegistry.Verification;

/// <summary>How far the verified total lies from the reported one.</summary>
/// <param name="Difference">t CO2, without sign.</param>
/// <param name="Threshold">t CO2: the setting's share of the reported total.</param>
public sealed record Misstatement(decimal Difference, decimal Threshold)
{
    public bool IsMaterial => Difference > Threshold;

    public static Misstatement Between(Result reported, Result verified) => new(
        Math.Abs(verified.Emissions.Total - reported.Emissions.Total), Math.Abs(reported.Emissions.Total) * Settings.Materiality.Value);
}
