namespace PilotRegistry.Methodology;

/// <summary>The six indicators of 附件3, the core one and the five guiding ones; then what a refinement adds.</summary>
internal static class Assessment
{
    public static IReadOnlyList<Assessed> Of(ParkYear park, RulePack pack, Accounts accounts)
    {
        var national = National(park, pack, accounts);
        if (pack.Indicators.Count == 0) return national;
        var year = new Quantities.Year(park, accounts, national);
        return [.. national, .. pack.Indicators.Select(indicator => AddedIndicators.Assess(indicator, year))];
    }

    private static IReadOnlyList<Assessed> National(ParkYear park, RulePack pack, Accounts accounts) =>
    [
        CoreIndicator.Assess(accounts, pack.Targets.Core),
        Guiding(CleanEnergyShare.Assess(accounts, pack.Targets), park),
        Guiding(UnitProductsIndicator.Assess(park.Guiding, pack.Targets), park),
        Guiding(Shares.SolidWaste(park.Guiding, pack.Targets), park),
        Guiding(WasteEnergyIndicator.Assess(park.Guiding, pack), park),
        Guiding(Shares.Water(park.Guiding, pack.Targets), park)
    ];

    /// <summary>A value and "not applicable" contradict each other.</summary>
    public static void RefuseValuesOfLeftOut(ParkYear park, IEnumerable<Assessed> indicators, Problems problems)
    {
        foreach (var indicator in indicators)
            if (indicator.Value is not null && park.Guiding.NotApplicable.TryGetValue(indicator.Id, out var at))
                problems.Add(at, "value-and-not-applicable",
                    $"{indicator.Label.Zh}已有数值，不能同时说明不适用：请删除其中之一。",
                    $"{indicator.Label.En} has a value and cannot be left out as well: remove one of the two.");
    }

    /// <summary>A guiding indicator without a value may be left out with a reason; a reviewer judges the reason.</summary>
    private static Assessed Guiding(Assessed assessed, ParkYear park) =>
        assessed.Value is null && park.Guiding.NotApplicable.ContainsKey(assessed.Id)
            ? assessed with { Verdict = Verdict.NotApplicable }
            : assessed;
}
