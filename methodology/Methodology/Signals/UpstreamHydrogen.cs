namespace PilotRegistry.Methodology;

/// <summary>Hydrogen has no CO2 at use; what making it emitted elsewhere is outside the method.</summary>
internal static class UpstreamHydrogen
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var park = year.Park;
        var used = park.Fuels.Select(fuel => fuel.Amount)
            .Concat(park.Bunkers)
            .Concat(park.Conversions.SelectMany(conversion => conversion.Inputs))
            .Where(amount => amount.Row.UpstreamOutside && amount.Quantity > 0)
            .GroupBy(amount => amount.Row);
        foreach (var fuel in used)
            yield return Saw.Info("upstreamHydrogen",
                $"{fuel.Key.Name.Zh}使用时不产生 CO2，但外购部分的上游排放不在核算方法之内：请说明来源。",
                $"{fuel.Key.Name.En} emits nothing at use, and the upstream of what was bought is outside the method: say where it comes from.",
                ("fuel", fuel.Key.Code), ("quantity", fuel.Sum(amount => amount.Quantity)), ("tce", fuel.Sum(amount => amount.Tce)));
    }
}
