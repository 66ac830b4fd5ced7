namespace PilotRegistry.Methodology;

/// <summary>A variety is many times last year's, or a small part of it: a wrong unit, more often than not.</summary>
internal static class QuantityJump
{
    public static IEnumerable<Signal> Look(YearInTime year)
    {
        if (year.Last is not { } last) yield break;
        var times = year.Threshold(Thresholds.QuantityJump);
        var before = Sums(last.Data);
        foreach (var (what, now) in Sums(year.This.Data))
            if (before.TryGetValue(what, out var earlier) && earlier > 0 && now > 0 && (now >= times * earlier || earlier >= times * now))
                yield return Saw.Warning("quantityJump",
                    $"{what} 的数量与 {last.Result.Year} 年相差 {NumberText.Format(times)} 倍以上：请核对单位（如 MWh 与万 kWh、t 与万 t、m³ 与万 m³）。",
                    $"{what} is {NumberText.Format(times)} times that of {last.Result.Year} or more, or less: check the unit (MWh or 10⁴ kWh, t or 10⁴ t, m³ or 10⁴ m³).",
                    ("lastYear", last.Result.Year), ("variety", what), ("value", now), ("lastValue", earlier));
    }

    /// <summary>Quantities of the same code and use, added up; the keys say where they stand.</summary>
    private static Dictionary<string, decimal> Sums(ActivityData data)
    {
        var sums = new Dictionary<string, decimal>();
        foreach (var line in data.Fuels) Add($"fuels/{line.Fuel}/{(line.Use is { } use ? Codes.Of(use) : "")}", line.Quantity);
        foreach (var line in data.Bunkers) Add($"bunkers/{line.Fuel}", line.Quantity);
        foreach (var line in data.Conversions)
        {
            foreach (var input in line.Inputs) Add($"conversions/in/{input.Fuel}", input.Quantity);
            foreach (var output in line.Outputs) Add($"conversions/out/{output.Fuel}", output.Quantity);
        }
        foreach (var line in data.Electricity) Add($"electricity/{line.Direction}/{line.Kind}".ToLowerInvariant(), line.Mwh);
        foreach (var line in data.Heat) Add($"heat/{line.Direction}/{line.Source}".ToLowerInvariant(), line.Gj);
        foreach (var line in data.Products) Add($"products/{line.Product}", line.Quantity);
        return sums;

        void Add(string what, decimal? quantity) => sums[what] = sums.GetValueOrDefault(what) + (quantity ?? 0);
    }
}
