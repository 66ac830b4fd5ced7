namespace PilotRegistry.Methodology;

/// <summary>
/// The core indicator against the path the park promised: its target of the year, or the straight line between the two
/// nearest ones.
/// </summary>
internal static class BehindPromise
{
    public static IEnumerable<Signal> Look(YearInTime year)
    {
        if (year.Core is { } core && PromisedFor(year.Result.Year, year.This.Promised) is { } promised
            && core > promised * (1 + year.Threshold(Thresholds.BehindPromise)))
            yield return Saw.Warning("behindPromise",
                "单位能耗碳排放高于园区承诺的路径：请说明原因和补救措施。",
                "CO2 per tce is above the path the park promised: say why, and what will be done.",
                ("core", core), ("promised", promised));
    }

    private static decimal? PromisedFor(int year, IReadOnlyList<PromisedCore> promised)
    {
        var before = promised.Where(target => target.Year <= year).MaxBy(target => target.Year);
        var after = promised.Where(target => target.Year >= year).MinBy(target => target.Year);
        if (before is null || after is null || before.Year == after.Year) return before?.Core;
        return before.Core + (after.Core - before.Core) * (year - before.Year) / (after.Year - before.Year);
    }
}
