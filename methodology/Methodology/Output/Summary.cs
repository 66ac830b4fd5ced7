namespace PilotRegistry.Methodology;

/// <summary>The figures at the top of a result: sums of leaves, rounded for the last time.</summary>
internal static class Summary
{
    public static Result Of(Computed year) => new()
    {
        Year = year.Park.Reported.Year,
        RulePacks = year.Pack.References,
        Emissions = Emissions(year.Accounts),
        Memo = Memo(year.Accounts),
        Energy = Energy(year),
        DirectSupplyShare = Rounded.Summary(Ratio.Of(year.DirectSupply.Part, year.DirectSupply.Whole)),
        Quality = QualityOfFigures.Of(year),
        Indicators = [.. year.Indicators.Select(indicator => indicator.Indicator)],
        Signals = SignalRules.Look(year),
        Derivation = DerivationTree.Of(year)
    };

    private static Emissions Emissions(Accounts accounts) => new()
    {
        Fuel = Rounded.Summary(accounts[Terms.Fuel]),
        Conversion = Rounded.Summary(accounts[Terms.Conversion]),
        Electricity = Rounded.Summary(accounts[Terms.Electricity]),
        Heat = Rounded.Summary(accounts[Terms.Heat]),
        Process = Rounded.Summary(accounts[Terms.Process]),
        Total = Rounded.Summary(accounts.Total)
    };

    private static Memo Memo(Accounts accounts) => new()
    {
        Bunkers = Rounded.Summary(accounts[Terms.Bunkers]),
        RawMaterialTce = Rounded.Summary(accounts[Terms.RawMaterial]),
        Biogenic = Rounded.Summary(accounts[Terms.Biogenic]),
        Removals = Rounded.Summary(accounts[Terms.Removals])
    };

    private static Energy Energy(Computed year) => new()
    {
        Tce = Rounded.Summary(year.Accounts[Terms.Energy]),
        CleanTce = Rounded.Summary(year.Accounts[Terms.CleanEnergy]),
        EquivalentValue = year.Pack.EquivalentValueFor(year.Park.Reported.Year)!.Value
    };
}
