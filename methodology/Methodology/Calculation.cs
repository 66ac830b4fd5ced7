namespace PilotRegistry.Methodology;

/// <summary>From a year's data to its result by a rule pack: pure, and total over every input.</summary>
public static class Calculation
{
    public static CalculationOutcome Run(ActivityData data, RulePacks packs)
    {
        var problems = new Problems();
        var pack = PackChoice.For(data, packs, problems);
        var park = pack is null ? null : YearCheck.Check(data, pack, problems);
        if (pack is null || park is null) return CalculationOutcome.Refused(problems.All);

        var accounts = Accounting.Of(park, pack, explains: true);
        var directSupply = DirectSupply.Of(park);
        Proportions.Check(accounts, directSupply, problems);
        if (problems.Any) return CalculationOutcome.Refused(problems.All);

        var indicators = Assessment.Of(park, pack, accounts);
        Assessment.RefuseValuesOfLeftOut(park, indicators, problems);
        return problems.Any
            ? CalculationOutcome.Refused(problems.All)
            : CalculationOutcome.Of(Report(new(park, pack, accounts, indicators, directSupply)));
    }

    private static Result Report(Computed year)
    {
        var accounts = year.Accounts;
        return new()
        {
            Year = year.Park.Reported.Year,
            RulePacks = [year.Pack.Reference],
            Emissions = new()
            {
                Fuel = Rounded.Summary(accounts[Terms.Fuel]),
                Conversion = Rounded.Summary(accounts[Terms.Conversion]),
                Electricity = Rounded.Summary(accounts[Terms.Electricity]),
                Heat = Rounded.Summary(accounts[Terms.Heat]),
                Process = Rounded.Summary(accounts[Terms.Process]),
                Total = Rounded.Summary(accounts.Total)
            },
            Memo = new()
            {
                Bunkers = Rounded.Summary(accounts[Terms.Bunkers]),
                RawMaterialTce = Rounded.Summary(accounts[Terms.RawMaterial]),
                Biogenic = Rounded.Summary(accounts[Terms.Biogenic]),
                Removals = Rounded.Summary(accounts[Terms.Removals])
            },
            Energy = new()
            {
                Tce = Rounded.Summary(accounts[Terms.Energy]),
                CleanTce = Rounded.Summary(accounts[Terms.CleanEnergy]),
                EquivalentValue = year.Pack.EquivalentValueFor(year.Park.Reported.Year)!.Value
            },
            DirectSupplyShare = Rounded.Summary(Ratio.Of(year.DirectSupply.Part, year.DirectSupply.Whole)),
            Indicators = [.. year.Indicators.Select(indicator => indicator.Indicator)],
            Signals = SignalRules.Look(year),
            Derivation = DerivationTree.Of(year)
        };
    }
}

/// <summary>A computed year before its last rounding: what signals look at and the result shows.</summary>
internal sealed record Computed(
    ParkYear Park, RulePack Pack, Accounts Accounts, IReadOnlyList<Assessed> Indicators, Share DirectSupply)
{
    public Assessed Core => Indicators[0];
}
