namespace PilotRegistry.Methodology;

/// <summary>The boundary meters and the electricity lines tell the same story, or somebody should say why not.</summary>
internal static class MeterResidual
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        if (year.Park.Reported.Context?.Meters is not { } meters) return [];
        var park = year.Park;
        var boughtIn = park.MwhIn(
            ElectricityKind.Grid, ElectricityKind.GreenTrade, ElectricityKind.Certificate, ElectricityKind.NonFossilMarket);
        var sentOut = park.MwhOut(ElectricityKind.Grid, ElectricityKind.Own, ElectricityKind.Direct);
        return
        [
            .. Compare(meters.GridIn, boughtIn, "gridIn", "调入", "came in", year),
            .. Compare(meters.GridOut, sentOut, "gridOut", "送出", "left", year),
            .. Storage(meters)
        ];
    }

    private static IEnumerable<Signal> Compare(
        decimal? metered, decimal reported, string meter, string whatZh, string whatEn, Computed year)
    {
        if (metered is { } read && Math.Abs(read - reported) > year.Pack.Thresholds[Thresholds.MeterResidual].Value * read)
            yield return Saw.Warning("meterResidual",
                $"边界电表的{whatZh}电量与所填各行之和不一致：请核对各类电量。",
                $"The boundary meter and the lines disagree on what {whatEn}: check the kinds of electricity.",
                ("pointer", $"/context/meters/{meter}"), ("meteredMwh", read), ("reportedMwh", reported), ("residualMwh", read - reported));
    }

    private static IEnumerable<Signal> Storage(MeterReadings meters)
    {
        if (meters is { StorageIn: { } charged, StorageOut: { } discharged } && discharged > charged)
            yield return Saw.Warning("storageResidual",
                "储能放电量大于充电量：请核对，或说明年初存量。",
                "Storage gave more than it took: check the meters, or say what it held at the start of the year.",
                ("pointer", "/context/meters/storageOut"), ("storageInMwh", charged), ("storageOutMwh", discharged));
    }
}
