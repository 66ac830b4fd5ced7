namespace PilotRegistry.Methodology;

/// <summary>CCUS, sinks and offsets are shown and not deducted; a reader might think otherwise.</summary>
internal static class RemovalsNextToVerdict
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var removals = year.Accounts[Terms.Removals];
        if (removals > 0)
            yield return Saw.Info("removalsNextToVerdict",
                "所列碳移除或抵消未从排放总量中扣减，结论与其无关。",
                "The removals or offsets listed here are not deducted from the total; the verdict does not rest on them.",
                ("removals", removals), ("total", year.Accounts.Total), ("verdict", year.Core.Verdict));
    }
}
