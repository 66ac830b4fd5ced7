namespace PilotRegistry.Methodology;

/// <summary>What a formula may speak of: figures of the year as the result shows them, before their last rounding.</summary>
internal static class Quantities
{
    /// <summary>Name, unit, and where the figure comes from; a share is null where the indicator has no value.</summary>
    public static readonly IReadOnlyDictionary<string, (string Unit, Func<Year, decimal?> Of)> Known =
        new Dictionary<string, (string, Func<Year, decimal?>)>
        {
            // t CO2, as in emissions and memo
            ["fuel"] = ("t", year => year.Accounts[Terms.Fuel]),
            ["conversion"] = ("t", year => year.Accounts[Terms.Conversion]),
            ["electricity"] = ("t", year => year.Accounts[Terms.Electricity]),
            ["heat"] = ("t", year => year.Accounts[Terms.Heat]),
            ["process"] = ("t", year => year.Accounts[Terms.Process]),
            ["total"] = ("t", year => year.Accounts.Total),
            ["bunkers"] = ("t", year => year.Accounts[Terms.Bunkers]),
            ["biogenic"] = ("t", year => year.Accounts[Terms.Biogenic]),
            ["removals"] = ("t", year => year.Accounts[Terms.Removals]),
            // tce
            ["energy"] = ("tce", year => year.Accounts[Terms.Energy]),
            ["cleanEnergy"] = ("tce", year => year.Accounts[Terms.CleanEnergy]),
            ["rawMaterialTce"] = ("tce", year => year.Accounts[Terms.RawMaterial]),
            // MWh: directly supplied, all used, and what came in by each paper claim
            ["directMwh"] = ("MWh", year => DirectSupply.Of(year.Park).Part),
            ["usedMwh"] = ("MWh", year => DirectSupply.Of(year.Park).Whole),
            ["greenTradeMwh"] = ("MWh", year => year.Park.MwhIn(ElectricityKind.GreenTrade)),
            ["certificateMwh"] = ("MWh", year => year.Park.MwhIn(ElectricityKind.Certificate)),
            ["nonFossilMarketMwh"] = ("MWh", year => year.Park.MwhIn(ElectricityKind.NonFossilMarket)),
            // Shares of 1
            ["unitProductsShare"] = ("1", year => year.Share(IndicatorIds.UnitProducts)),
            ["solidWasteShare"] = ("1", year => year.Share(IndicatorIds.SolidWaste)),
            ["wasteEnergyShare"] = ("1", year => year.Share(IndicatorIds.WasteEnergy)),
            ["waterShare"] = ("1", year => year.Share(IndicatorIds.Water))
        };

    /// <summary>The indicator a share belongs to: where it does not apply, neither does a formula that names it.</summary>
    public static string? IndicatorOf(string name) =>
        name.EndsWith("Share", StringComparison.Ordinal) ? name[..^"Share".Length] : null;

    /// <summary>A year with its national indicators.</summary>
    internal sealed record Year(ParkYear Park, Accounts Accounts, IReadOnlyList<Assessed> National)
    {
        public decimal? this[string name] => Known[name].Of(this);

        public decimal? Share(string indicator) => National.First(each => each.Id == indicator).Value;

        public bool LeavesOut(string name) =>
            IndicatorOf(name) is { } indicator && National.Any(each => each.Id == indicator && each.Verdict is Verdict.NotApplicable);
    }
}
