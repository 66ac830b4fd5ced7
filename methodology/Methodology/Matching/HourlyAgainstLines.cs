namespace PilotRegistry.Methodology;

/// <summary>
/// What hour by hour and the year's lines say of the same power must be the same amount. A column that the series does not have
/// is not compared: it matches nothing. Our own check (judgement).
/// </summary>
public static class HourlyAgainstLines
{
    /// <summary>Sums may be so far apart, as a share of the line: meters of different places and times never agree to the last kWh.</summary>
    public const decimal MostApart = 0.005m;

    /// <param name="data">The year's lines, those of enterprises added.</param>
    public static IReadOnlyList<Signal> Look(ActivityData data, HourlySums sums, MatchingResult result) =>
    [
        .. Apart("load", "用电量", "the park's use", sums.Load + (sums.Charged ?? 0) - (sums.Discharged ?? 0), Used(data)),
        .. Apart("own", "自发自用", "own generation", sums.Own, Mwh(data, FlowDirection.In, ElectricityKind.Own)),
        .. Apart("direct", "绿电直连", "direct supply", sums.Direct, Mwh(data, FlowDirection.In, ElectricityKind.Direct)),
        .. Apart("greenTrade", "绿电交易", "green-power trade", sums.GreenTrade, Mwh(data, FlowDirection.In, ElectricityKind.GreenTrade)),
        .. Apart("ownOut", "自发外送", "own generation that left", sums.OwnOut, Mwh(data, FlowDirection.Out, ElectricityKind.Own)),
        .. Apart("directOut", "直连外送", "direct supply that left", sums.DirectOut, Mwh(data, FlowDirection.Out, ElectricityKind.Direct)),
        .. StorageGaveMore(sums.Charged ?? 0, sums.Discharged ?? 0),
        .. TooFewHours(result),
    ];

    private static IEnumerable<Signal> Apart(string figure, string zh, string en, decimal? hours, decimal lines)
    {
        if (hours is { } sum && Math.Abs(sum - lines) > MostApart * lines)
            yield return Saw.Warning("hourlySumApart",
                $"逐时文件的“{zh}”全年合计与填报的电量相差超过 0.5 %：请核对两者的口径和单位。",
                $"The hours of {en} and the year's lines are more than 0.5 % apart: check what both cover, and their units.",
                ("figure", figure), ("hoursMwh", sum), ("linesMwh", lines), ("apart", lines == 0 ? (decimal?)null : (sum - lines) / lines));
    }

    private static IEnumerable<Signal> StorageGaveMore(decimal charged, decimal discharged)
    {
        if (discharged > charged)
            yield return Saw.Warning("hourlyStorageAboveCharge",
                "储能放出的绿电多于充入的绿电：放出的电只保留充入时的来源，请核对。",
                "Storage gave back more green power than went in: what it gives keeps the source it was charged from. Check both columns.",
                ("chargedMwh", charged), ("dischargedMwh", discharged));
    }

    private static IEnumerable<Signal> TooFewHours(MatchingResult result)
    {
        if (1 - result.Coverage > HourlyMatching.MostMissing)
            yield return Saw.Info("hourlyHoursMissing",
                "逐时文件缺少的小时超过 1 %：不给出匹配率。",
                "More than 1 % of the hours are missing: there is no matched share.",
                ("missingHours", result.MissingHours), ("coverage", result.Coverage));
    }

    /// <summary>What the park used by its lines: losses of storage are use.</summary>
    private static decimal Used(ActivityData data) =>
        data.Electricity.Sum(line => line.Direction is FlowDirection.In ? line.Mwh ?? 0 : -(line.Mwh ?? 0)) + data.ThermalGeneration.Sum(line => line.Mwh ?? 0);

    private static decimal Mwh(ActivityData data, FlowDirection direction, ElectricityKind kind) =>
        data.Electricity.Where(line => line.Direction == direction && line.Kind == kind).Sum(line => line.Mwh ?? 0);
}
