namespace PilotRegistry.Methodology;

/// <summary>Waste heat was reported and cold or pressure was not: nothing to recover, or nobody looked?</summary>
internal static class WasteEnergyKindMissing
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var kinds = year.Park.Guiding.WasteEnergyKindsMissing;
        var missing = CodeWords.WasteEnergy(kinds);
        if (kinds.Count > 0)
            yield return Saw.Info("wasteEnergyKindMissing",
                $"余能利用未填报：{missing.Zh}。没有可回收量请填 0 并说明。",
                $"Waste energy left out: {missing.En}. Where nothing is recoverable, enter 0 and say so.",
                ("missing", string.Join(", ", kinds)));
    }
}
