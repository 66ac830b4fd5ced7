namespace PilotRegistry.Methodology;

/// <summary>A province's own verdicts on the nationally computed year; the national ones do not know of them.</summary>
internal static class ProvincialAssessment
{
    public static ProvincialResult Of(Computed year, ProvincialTitle title)
    {
        var assessed = Assess(year, title);
        IReadOnlyList<ProvincialIndicator> indicators =
        [
            Shown(assessed[0], TargetBound.AtMost, Targets.CoreFor(year.Accounts[Terms.Energy], title.Core), title.Source),
            .. title.Indicators.Zip(assessed.Skip(1), (indicator, its) => Shown(its, indicator.Bound, indicator.Target, indicator.Source))
        ];
        return new()
        {
            Pack = title.Reference,
            Title = title.Title,
            Indicators = indicators,
            Verdicts = indicators.ToDictionary(indicator => indicator.Id, indicator => indicator.Verdict),
            Signals = [.. VerdictDependsOnSetting.LookBeside(year, title, assessed)]
        };
    }

    /// <summary>The core one, then the title's own in its order.</summary>
    public static IReadOnlyList<Assessed> Assess(Computed year, ProvincialTitle title)
    {
        var quantities = new Quantities.Year(year.Park, year.Accounts, year.Indicators);
        return [Core(year, title), .. title.Indicators.Select(indicator => AddedIndicators.Assess(indicator, quantities))];
    }

    /// <summary>Below the province's first band there is no target either, and that is never a pass.</summary>
    private static Assessed Core(Computed year, ProvincialTitle title)
    {
        var core = CoreIndicator.Assess(year.Accounts, title.Core);
        return core.Verdict is Verdict.NoNationalTarget ? core with { Verdict = Verdict.NoTarget } : core;
    }

    private static ProvincialIndicator Shown(Assessed indicator, TargetBound bound, SourcedNumber? target, string source) => new()
    {
        Id = indicator.Id,
        Label = indicator.Label,
        Formula = indicator.Formula,
        Inputs = indicator.Inputs,
        Value = Rounded.Summary(indicator.Value),
        Unit = indicator.Unit,
        Bound = bound,
        Target = target,
        Source = target?.Source ?? source,
        Verdict = indicator.Verdict
    };
}
