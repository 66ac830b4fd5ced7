namespace PilotRegistry.Methodology;

/// <summary>A measured factor of fossil heat stands in for the default; this is what it changes.</summary>
internal static class OwnHeatFactor
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        foreach (var flow in year.Park.Heat)
            if (flow.Gj > 0 && flow.Emission != flow.Row.Emission)
                yield return Saw.Info("ownHeatFactor",
                    $"{flow.Label.Zh}采用了实测因子，而不是缺省因子：请查看证据及其影响。",
                    $"{flow.Label.En} is computed by a measured factor instead of the default: look at the evidence and the effect.",
                    ("pointer", $"/{flow.At}/factor"), ("factor", flow.Emission.Value), ("defaultFactor", flow.Row.Emission.Value),
                    ("co2Effect", flow.NetGj * (flow.Emission.Value - flow.Row.Emission.Value)));
    }
}
