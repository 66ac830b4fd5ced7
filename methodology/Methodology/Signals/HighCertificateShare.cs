namespace PilotRegistry.Methodology;

/// <summary>Most of the electricity is clean by certificate only: nothing was built, something was bought.</summary>
internal static class HighCertificateShare
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var certified = year.Park.MwhIn(ElectricityKind.Certificate);
        var used = year.DirectSupply.Whole;
        var most = year.Pack.Thresholds[Thresholds.HighCertificateShare].Value;
        if (used > 0 && certified > most * used)
            yield return Saw.Warning("highCertificateShare",
                $"超过 {NumberText.Format(most * 100)} % 的用电量仅凭绿证计为零排放。",
                $"More than {NumberText.Format(most * 100)} % of the electricity counts as zero by certificates alone.",
                ("share", certified / used), ("certificateMwh", certified), ("usedMwh", used));
    }
}
