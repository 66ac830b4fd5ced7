namespace PilotRegistry.Methodology;

/// <summary>By-product gas is burned, yet no conversion has it among its outputs: its carbon may count twice.</summary>
internal static class ByProductWithoutConversion
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var made = year.Park.Conversions.SelectMany(conversion => conversion.Outputs).Select(output => output.Row.Code).ToHashSet();
        var burned = year.Park.FuelsFor(FuelUse.Terminal, FuelUse.Power, FuelUse.Heat)
            .Where(fuel => fuel.Amount is { Quantity: > 0, Row.ByProduct: true } && !made.Contains(fuel.Amount.Row.Code))
            .GroupBy(fuel => fuel.Amount.Row);
        foreach (var gas in burned)
            yield return Saw.Warning("byProductWithoutConversion",
                $"燃烧了{gas.Key.Name.Zh}，但没有以它为产出的加工转换：若为园区自产，请补填加工转换，否则同一份碳会算两次。",
                $"{gas.Key.Name.En} is burned, but no conversion has it among its outputs: if it was made in the park, add that conversion, or its carbon counts twice.",
                ("pointer", $"/{gas.First().Amount.At}"), ("fuel", gas.Key.Code), ("quantity", gas.Sum(fuel => fuel.Amount.Quantity)),
                ("co2", gas.Sum(fuel => fuel.Amount.Co2)));
    }
}
