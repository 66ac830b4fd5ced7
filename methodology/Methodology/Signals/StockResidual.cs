namespace PilotRegistry.Methodology;

/// <summary>A fuel's balance and its use disagree: opening + purchased + produced − sold − closing ≠ used.</summary>
internal static class StockResidual
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        var tolerance = year.Pack.Thresholds[Thresholds.StockResidual].Value;
        var stocks = year.Park.Reported.Context?.Stocks ?? [];
        for (var at = 0; at < stocks.Count; at++)
        {
            var stock = stocks[at];
            var supplied = (stock.Opening ?? 0) + (stock.Purchased ?? 0) + (stock.Produced ?? 0) - (stock.Sold ?? 0) - (stock.Closing ?? 0);
            var used = year.Park.QuantityUsed(stock.Fuel);
            var name = CodeWords.Fuel(year.Pack, stock.Fuel);
            if (Math.Abs(supplied - used) > tolerance * Math.Max(Math.Abs(supplied), used))
                yield return Saw.Warning("stockResidual",
                    $"{name.Zh}的库存平衡与填报用量不一致：请核对购进、产出、销售、库存和用量。",
                    $"The balance of {name.En} and its reported use disagree: check purchases, output, sales, stocks and use.",
                    ("pointer", $"/context/stocks/{at}"), ("fuel", stock.Fuel ?? ""), ("supplied", supplied), ("used", used), ("residual", supplied - used));
        }
    }
}
