namespace PilotRegistry.Methodology;

/// <summary>A few enterprises reduce and the rest ride along.</summary>
internal static class FewCarryReduction
{
    private const int EnoughToCompare = 5;

    public static IEnumerable<Signal> Look(Computed year)
    {
        var reductions = (year.Park.Reported.Context?.Enterprises ?? [])
            .Where(enterprise => enterprise is { Co2: not null, BaseYearCo2: not null })
            .Select(enterprise => enterprise.BaseYearCo2!.Value - enterprise.Co2!.Value)
            .OrderDescending()
            .ToList();
        var all = reductions.Where(reduction => reduction > 0).Sum();
        if (reductions.Count < EnoughToCompare || all == 0) yield break;
        var few = (int)Math.Ceiling(reductions.Count * year.Pack.Thresholds[Thresholds.FewEnterprises].Value);
        var carried = reductions.Take(few).Where(reduction => reduction > 0).Sum();
        if (carried >= year.Pack.Thresholds[Thresholds.FewCarryReduction].Value * all)
            yield return Saw.Info("fewCarryReduction",
                $"{reductions.Count} 家企业中 {few} 家承担了大部分减排量。",
                $"{few} of {reductions.Count} enterprises carry most of the reduction.",
                ("enterprises", reductions.Count), ("few", few), ("carriedCo2", carried), ("allReductionsCo2", all));
    }
}
