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
            .Select(amount => (amount.Row.Code, amount.Co2))
            .Concat(park.Products.Where(product => product.Quantity > 0).Select(product => (product.Row.Code, Co2: Co2Of(product))))
            .ToLookup(each => each.Code, each => each.Co2);
        foreach (var product in park.Products.Where(product => product.Quantity > 0))
        {
            var twice = product.Row.HoldsCarbonOf.Where(booked.Contains).ToList();
            var names = CodeWords.Together(twice.Select(code => CodeWords.Fuel(year.Pack, code)));
            if (twice.Count > 0)
                yield return Saw.Warning("possibleDoubleCount",
                    $"{product.Name.Zh}的因子可能已含{names.Zh}的碳：请确认同一份碳没有重复填报。",
                    $"The factor of {product.Name.En} may already hold the carbon of {names.En}: make sure it is not reported twice.",
                    ("pointer", $"/{product.At}"), ("product", product.Row.Code), ("alsoReported", string.Join(", ", twice)),
                    ("atMostTwice", Math.Min(Co2Of(product), twice.Sum(code => booked[code].Sum()))));
        }
    }

    private static decimal Co2Of(MadeProduct product) => Rounded.Leaf(product.Quantity * product.Factor.Value);
}
