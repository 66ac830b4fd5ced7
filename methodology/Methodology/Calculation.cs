namespace PilotRegistry.Methodology;

/// <summary>From a year's data to its result by a rule pack: pure, and total over every input.</summary>
public static class Calculation
{
    public static CalculationOutcome Run(ActivityData data, RulePacks packs) =>
        CalculationOutcome.Refused([new("/rulePack", "unknown-pack", new("没有规则包。", "There is no rule pack."))]);
}
