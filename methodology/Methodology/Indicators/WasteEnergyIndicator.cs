namespace PilotRegistry.Methodology;

/// <summary>
/// Recovered ÷ recoverable over the kinds that were given. How kinds are averaged is a setting: by the recoverable amount, or
/// each kind alike.
/// </summary>
internal static class WasteEnergyIndicator
{
    private static readonly Wording Label = new("余热余冷余压综合利用率", "Waste heat, cold and pressure recovered");

    public static Assessed Assess(GuidingData given, RulePack pack)
    {
        var kinds = given.WasteEnergy.Where(kind => kind.Recoverable > 0).ToList();
        if (kinds.Count > 0 && pack.Choices.WeighsWasteEnergyEqually)
            return Shares.AtLeast(IndicatorIds.WasteEnergy, Label,
                new(kinds.Sum(kind => kind.Recovered / kind.Recoverable), kinds.Count), pack.Targets, "sumOfShares ÷ kinds", "sumOfShares", "kinds");
        return Shares.AtLeast(IndicatorIds.WasteEnergy, Label,
            kinds.Count == 0 ? null : new(kinds.Sum(kind => kind.Recovered), kinds.Sum(kind => kind.Recoverable)), pack.Targets,
            "recovered ÷ recoverable", "recovered", "recoverable");
    }
}
