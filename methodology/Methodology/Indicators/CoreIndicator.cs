namespace PilotRegistry.Methodology;

/// <summary>
/// CO2 per energy, t/tce. Compared as total ≤ target × energy, so that nothing is rounded before the verdict. Below the first
/// band the text sets no target, which is never a pass; at or below zero energy there is no quotient either.
/// </summary>
internal static class CoreIndicator
{
    public static Assessed Assess(Accounts accounts, IReadOnlyList<CoreBand> bands)
    {
        var (total, energy) = (accounts.Total, accounts[Terms.Energy]);
        var target = Targets.CoreFor(energy, bands)?.Value;
        return new()
        {
            Id = IndicatorIds.Core,
            Unit = "t/tce",
            Label = new("单位能耗碳排放", "CO2 per unit of energy"),
            Value = Ratio.Of(total, energy),
            Target = target,
            Verdict = target is null ? Verdict.NoNationalTarget : total <= target * energy ? Verdict.Met : Verdict.NotMet,
            Formula = "total ÷ energy",
            Inputs = NamedNumbers.Of(("total", total), ("energy", energy))
        };
    }
}
