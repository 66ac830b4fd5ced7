namespace PilotRegistry.Methodology;

/// <summary>A share outside 0…1: energy that left was not clean, or clean energy left that was not reported coming in.</summary>
internal static class CleanShareOutOfRange
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var share = year.Indicators.First(indicator => indicator.Id == IndicatorIds.CleanEnergy);
        if (share.Value is < 0 or > 1)
            yield return Saw.Warning("cleanShareOutOfRange",
                "清洁能源消费占比超出 0 至 1：请核对外送电、热的类型和数量。",
                "The clean-energy share is outside 0 to 1: check kinds and amounts of the power and heat that left.",
                ("share", share.Value), ("cleanTce", year.Accounts[Terms.CleanEnergy]), ("energyTce", year.Accounts[Terms.Energy]));
    }
}
