namespace PilotRegistry.Methodology;

/// <summary>A province's own verdicts on the nationally computed year; the national ones do not know of them.</summary>
internal static class ProvincialAssessment
{
    public static ProvincialResult Of(Computed year, ProvincialTitle title)
    {
        var quantities = new Quantities.Year(year.Park, year.Accounts, year.Indicators);
        var core = Core(year, title);
        IReadOnlyList<ProvincialIndicator> indicators =
        [
            Shown(core, TargetBound.AtMost, Targets.CoreFor(year.Accounts[Terms.Energy], title.Core), title.Source),
            .. title.Indicators.Select(indicator => Shown(AddedIndicators.Assess(indicator, quantities), indicator.Bound, indicator.Target, indicator.Source))
        ];
        return new()
        {
            Pack = title.Reference,
            Title = title.Title,
            Indicators = indicators,
            Verdicts = indicators.ToDictionary(indicator => indicator.Id, indicator => indicator.Verdict)
        };
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
