namespace PilotRegistry.Methodology;

/// <summary>Two lines say exactly the same: entered twice, perhaps, and counted twice.</summary>
internal static class DuplicateLine
{
    /// <summary>Beyond this many a list is wrong as a whole, and naming more helps nobody.</summary>
    private const int MostNamed = 50;

    public static IEnumerable<Signal> Look(Computed year)
    {
        var data = year.Park.Reported;
        return
        [
            .. Same("fuels", data.Fuels, line => line.Quantity, line => line with { Note = null, Quality = null, Evidence = null }),
            .. Same("bunkers", data.Bunkers, line => line.Quantity, line => line with { Note = null, Quality = null, Evidence = null }),
            .. Same("electricity", data.Electricity, line => line.Mwh, line => line with { Note = null, Quality = null, Evidence = null }),
            .. Same("heat", data.Heat, line => line.Gj, line => line with { Note = null, Quality = null, Evidence = null }),
            .. Same("products", data.Products, line => line.Quantity, line => line with { Note = null, Quality = null, Evidence = null })
        ];
    }

    /// <summary>One signal for all lines that say the same. Whole lines are compared only where a quantity repeats: that is rare.</summary>
    /// <param name="list">Where the lines stand.</param>
    /// <param name="lines">As reported.</param>
    /// <param name="quantity">A line of zero counts nothing, however often it stands there.</param>
    /// <param name="bare">The line without what surrounds its numbers; lines with different notes are told apart by nothing else.</param>
    private static IEnumerable<Signal> Same<T>(string list, IReadOnlyList<T> lines, Func<T, decimal?> quantity, Func<T, T> bare) where T : Line =>
        lines.Index().Where(line => quantity(line.Item) > 0).GroupBy(line => quantity(line.Item)).Where(alike => alike.Count() > 1)
            .SelectMany(alike => alike.GroupBy(line => bare(line.Item))).Where(alike => alike.Count() > 1).Take(MostNamed).Select(alike =>
            Saw.Warning("duplicateLine",
                "有几行完全相同：若为重复填报，请只保留一行，否则会重复计算。",
                "Several lines say the same: if one was entered twice, remove it, or it counts twice.",
                ("pointer", $"/{list}/{alike.ElementAt(1).Index}"), ("sameAs", $"/{list}/{alike.First().Index}"), ("times", alike.Count()),
                ("quantity", quantity(alike.Key))));
}
