namespace PilotRegistry.Methodology;

/// <summary>A value so close to its target that a small error would turn the verdict.</summary>
internal static class NearTarget
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var distance = year.Pack.Thresholds[Thresholds.NearTarget].Value;
        foreach (var indicator in year.Indicators)
            // Products are counted, not measured: their share is 1 or it is not.
            if (indicator is { Value: { } value, Target: { } target } && indicator.Id != IndicatorIds.UnitProducts
                && Math.Abs(value - target) <= distance * target)
                yield return Saw.Info("nearTarget",
                    $"{indicator.Label.Zh}接近目标值，数据的小误差就会改变结论。",
                    $"{indicator.Label.En} is close to its target: a small error in the data would turn the verdict.",
                    ("indicator", indicator.Id), ("value", value), ("target", target), ("verdict", indicator.Verdict));
    }
}
