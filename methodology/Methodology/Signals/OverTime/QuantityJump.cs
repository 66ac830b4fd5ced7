namespace PilotRegistry.Methodology;

/// <summary>A variety is many times last year's, or a small part of it: a wrong unit, more often than not.</summary>
internal static class QuantityJump
{
    public static IEnumerable<Signal> Look(YearInTime year)
    {
        if (year.Last is not { } last) yield break;
        var times = year.Threshold(Thresholds.QuantityJump);
        var before = Sums(last.Data, year.Pack);
        foreach (var (what, (name, now)) in Sums(year.This.Data, year.Pack))
            if (before.TryGetValue(what, out var known) && known.Quantity is > 0 and var earlier && now > 0 && (now >= times * earlier || earlier >= times * now))
                yield return Saw.Warning("quantityJump",
                    $"{name.Zh}的数量与 {last.Result.Year} 年相差 {NumberText.Format(times)} 倍以上：请核对单位（如 MWh 与万 kWh、t 与万 t、m³ 与万 m³）。",
                    $"{name.En}: {NumberText.Format(times)} times the quantity of {last.Result.Year} or more, or less. Check the unit (MWh or 10⁴ kWh, t or 10⁴ t, m³ or 10⁴ m³).",
                    ("lastYear", last.Result.Year), ("variety", what), ("value", now), ("lastValue", earlier));
    }

    /// <summary>Quantities of the same code and use, added up; the keys say where they stand, the names what they are.</summary>
    private static Dictionary<string, (Wording Name, decimal Quantity)> Sums(ActivityData data, RulePack pack)
    {
        var sums = new Dictionary<string, (Wording Name, decimal Quantity)>();
        foreach (var line in data.Fuels) Add($"fuels/{line.Fuel}/{(line.Use is { } use ? Codes.Of(use) : "")}", Fuel(line.Fuel, CodeWords.Of(line.Use)), line.Quantity);
        foreach (var line in data.Bunkers) Add($"bunkers/{line.Fuel}", Fuel(line.Fuel, new("国际航空航海", "international bunkers")), line.Quantity);
        foreach (var line in data.Conversions)
        {
            foreach (var input in line.Inputs) Add($"conversions/in/{input.Fuel}", Fuel(input.Fuel, new("加工转换投入", "into conversion")), input.Quantity);
            foreach (var output in line.Outputs) Add($"conversions/out/{output.Fuel}", Fuel(output.Fuel, new("加工转换产出", "out of conversion")), output.Quantity);
        }
        foreach (var line in data.Electricity)
            Add($"electricity/{line.Direction}/{line.Kind}".ToLowerInvariant(), Flow(line.Kind is { } kind ? pack.Electricity[kind].Name : None, line.Direction), line.Mwh);
        foreach (var line in data.Heat)
            Add($"heat/{line.Direction}/{line.Source}".ToLowerInvariant(), Flow(line.Source is { } source ? pack.Heat[source].Name : None, line.Direction), line.Gj);
        foreach (var line in data.Products) Add($"products/{line.Product}", CodeWords.Fuel(pack, line.Product), line.Quantity);
        return sums;

        void Add(string what, Wording name, decimal? quantity) => sums[what] = (name, sums.GetValueOrDefault(what).Quantity + (quantity ?? 0));
        Wording Fuel(string? code, Wording use) => CodeWords.Fuel(pack, code) is var name && use.En.Length == 0 ? name : new($"{name.Zh}（{use.Zh}）", $"{name.En} ({use.En})");
    }

    private static readonly Wording None = new("", "");

    private static Wording Flow(Wording name, FlowDirection? direction) => direction is { } known ? IndirectEmissions.LabelOf(name, known) : name;
}
