namespace PilotRegistry.Methodology;

/// <summary>From what was reported to a year that can be computed, or every reason why not.</summary>
internal static class YearCheck
{
    /// <summary>Far above any park, and small enough that no sum of lines leaves decimal.</summary>
    private const int MaxLines = 100_000;

    public static ParkYear? Check(ActivityData data, RulePack pack, Problems problems)
    {
        var check = new LineCheck(pack, problems);
        var park = new ParkYear
        {
            Reported = data,
            Fuels = Each(data.Fuels, "fuels", check.Fuel, problems),
            Conversions = Each(data.Conversions, "conversions", check.Conversion, problems),
            Electricity = Each(data.Electricity, "electricity", check.Electricity, problems),
            ThermalGeneration = Each(data.ThermalGeneration, "thermalGeneration", check.Generation, problems),
            Heat = Each(data.Heat, "heat", check.Heat, problems),
            Products = Each(data.Products, "products", check.Product, problems),
            Bunkers = Each(data.Bunkers, "bunkers", check.Amount, problems),
            Removals = Each(data.Context?.Removals ?? [], "context/removals", check.Removal, problems),
            Guiding = GuidingCheck.Check(data.Indicators ?? new(), pack, problems)
        };
        if (data.Context is { } context) new ContextCheck(check.Fuels, problems).Check(context);
        ExportCheck.Check(park, problems);
        return problems.Any ? null : park;
    }

    public static List<TSound> Each<TLine, TSound>(
        IReadOnlyList<TLine> lines, string list, Func<TLine, string, TSound?> check, Problems problems) where TSound : class
    {
        if (lines.Count > MaxLines)
        {
            problems.Add($"/{list}", "too-many-lines",
                $"超过 {MaxLines} 行：请把同一品种、同一用途的行合并。", $"More than {MaxLines} lines: add up those of the same kind and use.");
            return [];
        }
        var sound = new List<TSound>(lines.Count);
        for (var at = 0; at < lines.Count; at++)
            if (check(lines[at], $"{list}/{at}") is { } line) sound.Add(line);
        return sound;
    }
}
