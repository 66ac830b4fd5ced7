namespace PilotRegistry.Methodology;

/// <summary>What left as power or heat is credited at a flat factor; here the credit is more than the carbon that made it.</summary>
internal static class ExportCreditAboveCarbon
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var park = year.Park;
        var power = park.MwhOut(ElectricityKind.Grid) * year.Pack.FossilPowerFactor()!.Value;
        var heat = park.Heat.Where(flow => flow.Direction is FlowDirection.Out).Sum(flow => flow.Gj * flow.Emission.Value);
        return
        [
            .. Compare(power, park.FuelsFor(FuelUse.Power).Sum(fuel => fuel.Amount.Co2), "electricity", "外送电力", "power"),
            .. Compare(heat, park.FuelsFor(FuelUse.Heat).Sum(fuel => fuel.Amount.Co2), "heat", "外送热力", "heat")
        ];
    }

    private static IEnumerable<Signal> Compare(decimal credit, decimal carbon, string term, string whatZh, string whatEn)
    {
        if (credit > carbon)
            yield return Saw.Warning("exportCreditAboveCarbon",
                $"{whatZh}的排放抵减大于生产它的燃料排放：请核对外送量和对应燃料的用途。",
                $"The credit for {whatEn} that left is more than its fuels emitted: check what left and the use of the fuels.",
                ("term", term), ("credit", credit), ("carbon", carbon));
    }
}
