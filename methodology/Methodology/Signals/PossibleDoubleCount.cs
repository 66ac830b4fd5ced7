namespace PilotRegistry.Methodology;

/// <summary>
/// Some process factors already hold the carbon of a feed, a reductant or a carbonate: reporting that as well may count it
/// twice.
/// </summary>
internal static class PossibleDoubleCount
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var park = year.Park;
        var booked = park.FuelsFor(FuelUse.Terminal, FuelUse.Power, FuelUse.Heat).Select(fuel => fuel.Amount)
            .Concat(park.Conversions.SelectMany(conversion => conversion.Inputs))
            .Where(amount => amount.Quantity > 0)
            .Select(amount => amount.Row.Code)
            .Concat(park.Products.Where(product => product.Quantity > 0).Select(product => product.Row.Code))
            .ToHashSet();
        foreach (var product in park.Products.Where(product => product.Quantity > 0))
        {
            var twice = string.Join(", ", product.Row.HoldsCarbonOf.Where(booked.Contains));
            if (twice.Length > 0)
                yield return Saw.Warning("possibleDoubleCount",
                    $"{product.Name.Zh}的因子可能已含 {twice} 的碳：请确认同一份碳没有重复填报。",
                    $"The factor of {product.Name.En} may already hold the carbon of {twice}: make sure it is not reported twice.",
                    ("pointer", $"/{product.At}"), ("product", product.Row.Code), ("alsoReported", twice));
        }
    }
}
