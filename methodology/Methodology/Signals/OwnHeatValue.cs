namespace PilotRegistry.Methodology;

/// <summary>A measured heat value stands in for the standard one; this is what it changes.</summary>
internal static class OwnHeatValue
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var park = year.Park;
        var amounts = park.Fuels.Select(fuel => fuel.Amount)
            .Concat(park.Bunkers)
            .Concat(park.Conversions.SelectMany(conversion => conversion.Inputs.Concat(conversion.Outputs)));
        foreach (var amount in amounts)
            if (amount.Quantity > 0 && amount.ByStandardHeatValue is { } standard)
                yield return Saw.Info("ownHeatValue",
                    $"{amount.Row.Name.Zh}采用了实测热值，而不是缺省热值：请查看证据及其影响。",
                    $"{amount.Row.Name.En} is computed by a measured heat value instead of the standard one: look at the evidence and the effect.",
                    ("pointer", $"/{amount.At}/heatValue"), ("heatValue", amount.HeatValue),
                    ("standardHeatValue", amount.Row.TcePerUnit!.Value * Unit.GjPerTce),
                    ("co2", amount.Co2), ("co2Effect", amount.Co2 - standard.Co2), ("tceEffect", amount.Tce - standard.Tce));
    }
}
