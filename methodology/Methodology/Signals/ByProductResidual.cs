namespace PilotRegistry.Methodology;

/// <summary>
/// By-product gas that a conversion made and nobody burned or sold takes its carbon out of the account; gas that was burned
/// and not made, bought or stored has no origin.
/// </summary>
internal static class ByProductResidual
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var park = year.Park;
        var tolerance = year.Pack.Thresholds[Thresholds.StockResidual].Value;
        var made = park.Conversions.SelectMany(conversion => conversion.Outputs).Where(output => output.Row.ByProduct);
        foreach (var gas in made.GroupBy(output => output.Row))
        {
            var stocks = (park.Reported.Context?.Stocks ?? []).Where(stock => stock.Fuel == gas.Key.Code).ToList();
            var supplied = gas.Sum(output => output.Quantity) + stocks.Sum(stock => (stock.Opening ?? 0) + (stock.Purchased ?? 0));
            var used = park.QuantityUsed(gas.Key.Code) + stocks.Sum(stock => (stock.Sold ?? 0) + (stock.Closing ?? 0));
            if (Math.Abs(supplied - used) > tolerance * Math.Max(supplied, used))
                yield return Saw.Warning("byProductResidual",
                    $"{gas.Key.Name.Zh}的产出与使用不平衡：未燃烧也未外销的部分，其碳不在核算之内；请核对，外销请填在库存与购销中。",
                    $"What was made and what was used of {gas.Key.Name.En} disagree: the carbon of gas neither burned nor sold is in no figure. Check both; enter what was sold among stocks and sales.",
                    ("fuel", gas.Key.Code), ("supplied", supplied), ("used", used), ("residual", supplied - used));
        }
    }
}
