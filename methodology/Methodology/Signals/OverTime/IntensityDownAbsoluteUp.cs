namespace PilotRegistry.Methodology;

/// <summary>The park looks better per tce and emits more: growth, perhaps, or energy added to the denominator.</summary>
internal static class IntensityDownAbsoluteUp
{
    public static IEnumerable<Signal> Look(YearInTime year)
    {
        if (year.Last is { Result: var last } && year.Core < YearInTime.CoreOf(last) && year.Result.Emissions.Total > last.Emissions.Total)
            yield return Saw.Warning("intensityDownAbsoluteUp",
                $"与 {last.Year} 年相比，单位能耗碳排放下降，但排放总量上升：请说明原因。",
                $"Compared with {last.Year}, CO2 per tce fell while the total rose: say why.",
                ("lastYear", last.Year), ("core", year.Core), ("lastCore", YearInTime.CoreOf(last)),
                ("total", year.Result.Emissions.Total), ("lastTotal", last.Emissions.Total));
    }
}
