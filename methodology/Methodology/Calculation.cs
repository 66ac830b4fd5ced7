namespace PilotRegistry.Methodology;

/// <summary>From a year's data to its result by a rule pack: pure, and total over every input.</summary>
public static class Calculation
{
    public static CalculationOutcome Run(ActivityData data, RulePacks packs)
    {
        var problems = new Problems();
        var pack = PackChoice.For(data, packs, problems);
        var title = PackChoice.TitleFor(data, packs, problems);
        var park = pack is null ? null : YearCheck.Check(data, pack, problems);
        if (pack is null || park is null || problems.Any) return CalculationOutcome.Refused(problems.All);

        var accounts = Accounting.Of(park, pack, explains: true);
        var directSupply = DirectSupply.Of(park);
        Proportions.Check(accounts, directSupply, problems);
        if (problems.Any) return CalculationOutcome.Refused(problems.All);

        var indicators = Assessment.Of(park, pack, accounts);
        Assessment.RefuseValuesOfLeftOut(park, indicators, problems);
        if (problems.Any) return CalculationOutcome.Refused(problems.All);

        var year = new Computed(park, pack, accounts, indicators, directSupply);
        return CalculationOutcome.Of(Summary.Of(year) with { Provincial = title is null ? null : ProvincialAssessment.Of(year, title) });
    }
}

/// <summary>A computed year before its last rounding: what signals look at and the result shows.</summary>
internal sealed record Computed(
    ParkYear Park, RulePack Pack, Accounts Accounts, IReadOnlyList<Assessed> Indicators, Share DirectSupply)
{
    public Assessed Core => Indicators[0];
}
