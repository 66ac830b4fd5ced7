namespace PilotRegistry.Methodology;

/// <summary>A headline figure is far from last year's. The reason belongs in the answer to this signal.</summary>
internal static class JumpAgainstLastYear
{
    public static IEnumerable<Signal> Look(YearInTime year) => year.Last is { Result: var last }
        ?
        [
            .. Compare(year, last, "total", "排放总量", "The total", year.Result.Emissions.Total, last.Emissions.Total),
            .. Compare(year, last, "energy", "能源消费量", "Energy consumption", year.Result.Energy.Tce, last.Energy.Tce),
            .. Compare(year, last, "core", "单位能耗碳排放", "CO2 per tce", year.Core, YearInTime.CoreOf(last))
        ]
        : [];

    private static IEnumerable<Signal> Compare(YearInTime year, Result last, string figure, string zh, string en, decimal? now, decimal? before)
    {
        var most = year.Threshold(Thresholds.JumpAgainstLastYear);
        if (now is { } value && before is { } earlier && Math.Abs(value - earlier) > most * Math.Abs(earlier))
            yield return Saw.Warning("jumpAgainstLastYear",
                $"{zh}与 {last.Year} 年相差超过 {NumberText.Format(most * 100)} %：请核对并说明原因。",
                $"{en} differs from {last.Year} by more than {NumberText.Format(most * 100)} %: check it and say why.",
                ("lastYear", last.Year), ("figure", figure), ("value", value), ("lastValue", earlier));
    }
}
