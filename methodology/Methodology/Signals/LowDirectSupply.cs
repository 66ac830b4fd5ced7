namespace PilotRegistry.Methodology;

/// <summary>The method asks that in principle half of the electricity be supplied directly.</summary>
internal static class LowDirectSupply
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var (direct, used) = year.DirectSupply;
        var least = year.Pack.Thresholds[Thresholds.LowDirectSupply].Value;
        if (used > 0 && direct < least * used)
            yield return Saw.Warning("lowDirectSupply",
                $"绿电直供占比低于 {NumberText.Format(least * 100)} %（方法要求原则上不低于）。",
                $"Less than {NumberText.Format(least * 100)} % of the electricity is supplied directly; the method asks for that in principle.",
                ("share", direct / used), ("directMwh", direct), ("usedMwh", used));
    }
}
