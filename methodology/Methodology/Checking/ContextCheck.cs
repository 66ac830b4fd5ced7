namespace PilotRegistry.Methodology;

/// <summary>What surrounds the year feeds signals only, and must still be sound numbers and known codes.</summary>
internal sealed class ContextCheck(FuelCheck fuels, Problems problems)
{
    public void Check(ParkContext context)
    {
        Number(context.ValueAdded, "valueAdded", mayBeNegative: true);
        if (context.Meters is { } meters)
            Numbers("meters", ("gridIn", meters.GridIn), ("gridOut", meters.GridOut), ("storageIn", meters.StorageIn), ("storageOut", meters.StorageOut));
        Each(context.Stocks, "stocks", Stock);
        Each(context.Enterprises, "enterprises", (enterprise, at) =>
        {
            Number(enterprise.Tce, $"{at}/tce", mayBeNegative: true);
            Number(enterprise.Co2, $"{at}/co2", mayBeNegative: true);
            Number(enterprise.BaseYearCo2, $"{at}/baseYearCo2", mayBeNegative: true);
        });
        Each(context.DirectLines, "directLines", (line, at) => Numbers(at,
            ("availableMwh", line.AvailableMwh), ("deliveredMwh", line.DeliveredMwh), ("userConsumptionMwh", line.UserConsumptionMwh)));
    }

    private void Stock(FuelStock stock, string at)
    {
        fuels.Row(stock.Fuel, new Place($"context/{at}", "fuel"));
        Numbers(at, ("opening", stock.Opening), ("purchased", stock.Purchased), ("produced", stock.Produced), ("sold", stock.Sold), ("closing", stock.Closing));
    }

    private void Each<T>(IReadOnlyList<T> lines, string list, Action<T, string> check) where T : class =>
        YearCheck.Each(lines, $"context/{list}", (line, at) =>
        {
            check(line, at["context/".Length..]);
            return line;
        }, problems);

    private void Numbers(string at, params ReadOnlySpan<(string Name, decimal? Value)> numbers)
    {
        foreach (var (name, value) in numbers) Number(value, $"{at}/{name}");
    }

    private void Number(decimal? value, string at, bool mayBeNegative = false)
    {
        if (value is { } number) NumberRules.Holds(number, mayBeNegative, new Place("context", at), problems);
    }
}
