namespace PilotRegistry.Methodology;

/// <summary>
/// E_indirect = (Σ electricity in × f − Σ electricity out × f) + (Σ heat in × h − Σ heat out × h).
/// f is 0 for directly supplied non-fossil electricity and for green trade and certificates, the fossil-power factor for all
/// the rest; h is measured or the default for fossil heat, 0 for the other.
/// </summary>
internal static class IndirectEmissions
{
    public static void Book(ParkYear park, RulePack pack, Accounts accounts)
    {
        var fossilPower = pack.FossilPowerFactor();
        foreach (var flow in park.Electricity)
        {
            var factor = flow.Row.Factor ?? fossilPower!;
            accounts.Leaf(Terms.Electricity, flow.At, flow.Label, FormulaOf(flow), factor,
                flow.NetMwh * factor.Value, ("mwh", flow.Mwh));
        }
        foreach (var flow in park.Heat)
            accounts.Leaf(Terms.Heat, flow.At, flow.Label, FormulaOf(flow), flow.Emission,
                flow.NetGj * flow.Emission.Value, ("gj", flow.Gj));
    }

    public static string FormulaOf(PowerFlow flow) => flow.Direction is FlowDirection.In ? "mwh × factor" : "−mwh × factor";

    public static string FormulaOf(HeatFlow flow) => flow.Direction is FlowDirection.In ? "gj × factor" : "−gj × factor";

    public static Wording LabelOf(Wording name, FlowDirection direction) => direction is FlowDirection.In
        ? new($"调入：{name.Zh}", $"In: {name.En}")
        : new($"调出：{name.Zh}", $"Out: {name.En}");
}
