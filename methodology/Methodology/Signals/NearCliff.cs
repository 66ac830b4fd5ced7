namespace PilotRegistry.Methodology;

/// <summary>At the bounds of the core bands the target appears or loosens: a park close to one may be tempted.</summary>
internal static class NearCliff
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var energy = year.Accounts[Terms.Energy];
        var distance = year.Pack.Thresholds[Thresholds.NearCliff].Value;
        foreach (var band in year.Pack.Targets.Core)
            if (Math.Abs(energy - band.FromTce) <= distance * band.FromTce)
                yield return Saw.Info("nearCliff",
                    $"能源消费量接近核心指标的分档界限 {NumberText.Format(band.FromTce)} tce，跨越界限时目标值改变。",
                    $"Energy consumption is close to {NumberText.Format(band.FromTce)} tce, where the core target changes.",
                    ("energyTce", energy), ("threshold", band.FromTce), ("target", year.Core.Target));
    }
}
