namespace PilotRegistry.Methodology;

/// <summary>
/// What the certificates themselves say: power of another year, where the method is silent on the month, with the core
/// indicator both ways; and power that may stand in the lines already as direct supply.
/// </summary>
internal static class CertificateClaims
{
    public static IEnumerable<Signal> Look(YearInTime year)
    {
        if (year.This.Certificates is not { } claimed) yield break;
        if (claimed.OutsideYear > 0) yield return OutsideYear(year, claimed.OutsideYear);
        var direct = year.This.Data.Electricity
            .Where(line => line is { Direction: FlowDirection.In, Kind: ElectricityKind.Direct or ElectricityKind.Own })
            .Sum(line => line.Mwh ?? 0);
        if (claimed.OfOwnUse > 0 && direct > 0)
            yield return Saw.Warning("certificatesOfOwnUse",
                "部分绿证为自发自用的不可交易绿证，而同一电量可能已按直供填报：不得重复计算，请核对。",
                "Some certificates are non-tradable ones of own use, and the same power may be reported as direct supply: it counts once. Check it.",
                ("certificateMwh", claimed.OfOwnUse), ("directMwh", direct));
    }

    private static Signal OutsideYear(YearInTime year, decimal mwh)
    {
        var (total, energy) = (year.Result.Emissions.Total + mwh * year.Pack.FossilPowerFactor()!.Value, year.Result.Energy.Tce);
        return Saw.Info("certificatesOutsideYear",
            "部分绿证的电量生产月份不在核算年度内：方法未规定，现按规则包设置计入；同时给出不计入的结果。",
            "Some certificates are for power of months outside the year: the method does not say; they count by the pack's setting, and the result without them is shown.",
            ("mwh", mwh), ("core", year.Core), ("coreWithout", Ratio.IsSane(total, energy) ? Ratio.Of(total, energy) : null), ("totalWithout", total),
            ("setting", year.Pack.Settings[Choices.CertificateMonth].Value));
    }
}
