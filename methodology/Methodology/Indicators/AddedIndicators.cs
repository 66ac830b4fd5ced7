namespace PilotRegistry.Methodology;

/// <summary>Indicators that a pack brings along, by their formulas.</summary>
internal static class AddedIndicators
{
    /// <summary>
    /// No value: not reported, or not applicable where an indicator it names is left out. A value without a target has no
    /// verdict but that.
    /// </summary>
    public static Assessed Assess(AddedIndicator indicator, Quantities.Year year)
    {
        var value = indicator.Reading.ValueOf(name => year[name]);
        return new()
        {
            Id = indicator.Id,
            Unit = indicator.Unit,
            Label = indicator.Label,
            Bound = indicator.Bound,
            Value = value,
            Target = indicator.Target?.Value,
            Verdict = Judge(indicator, value, year),
            Formula = indicator.Reading.Shown,
            Inputs = new([.. indicator.Reading.Names.Where(name => year[name] is not null).Select(name => KeyValuePair.Create(name, year[name]!.Value))])
        };
    }

    private static Verdict Judge(AddedIndicator indicator, decimal? value, Quantities.Year year) => (value, indicator) switch
    {
        (null, _) => indicator.Reading.Names.Any(year.LeavesOut) ? Verdict.NotApplicable : Verdict.NotReported,
        (_, { Target: null }) => Verdict.NoTarget,
        ({ } number, { Bound: TargetBound.AtLeast, Target: { } target }) => number >= target.Value ? Verdict.Met : Verdict.NotMet,
        ({ } number, { Target: { } target }) => number <= target.Value ? Verdict.Met : Verdict.NotMet
    };
}
