namespace PilotRegistry.Methodology;

/// <summary>
/// 发改能源〔2025〕650号: a direct line's user takes at least 60 % of what the plant can make, and at least 30 % of the user's
/// own consumption from it, 35 % by 2030. And the park cannot claim more than its lines delivered.
/// </summary>
internal static class DirectLineRatios
{
    private const int StricterFrom = 2030;

    public static IEnumerable<Signal> Look(Computed year)
    {
        var lines = year.Park.Reported.Context?.DirectLines ?? [];
        for (var at = 0; at < lines.Count; at++)
        {
            var pointer = $"/context/directLines/{at}";
            if (lines[at] is { DeliveredMwh: { } delivered, AvailableMwh: { } available })
                foreach (var signal in Below(Thresholds.DirectLineOwnUse, delivered, available, pointer, "可发电量", "available generation", year)) yield return signal;
            if (lines[at] is { DeliveredMwh: { } sent, UserConsumptionMwh: { } consumed })
                foreach (var signal in Below(UserShare(year), sent, consumed, pointer, "用户用电量", "the user's consumption", year)) yield return signal;
        }
        if (lines.Count == 0) yield break;
        var (claimed, arrived) = (year.Park.MwhIn(ElectricityKind.Direct), lines.Sum(line => line.DeliveredMwh ?? 0));
        if (claimed > arrived)
            yield return Saw.Warning("directSupplyAboveDelivery",
                "直供电量大于所列直连线路的送电量之和：请核对，或补填线路。",
                "More direct supply is claimed than the listed lines delivered: check it, or add the missing lines.",
                ("claimedMwh", claimed), ("deliveredMwh", arrived));
    }

    private static string UserShare(Computed year) => year.Park.Reported.Year >= StricterFrom
        ? Thresholds.DirectLineUserShareFrom2030
        : Thresholds.DirectLineUserShare;

    private static IEnumerable<Signal> Below(
        string threshold, decimal part, decimal whole, string pointer, string wholeZh, string wholeEn, Computed year)
    {
        var least = year.Pack.Thresholds[threshold];
        if (part < least.Value * whole)
            yield return Saw.Warning("directLineRatio",
                $"直连线路送电量低于{wholeZh}的 {NumberText.Format(least.Value * 100)} %（{least.Source}）。",
                $"The direct line delivered less than {NumberText.Format(least.Value * 100)} % of {wholeEn} ({least.Source}).",
                ("pointer", pointer), ("deliveredMwh", part), ("ofMwh", whole), ("threshold", least.Value));
    }
}
