namespace PilotRegistry.Methodology;

/// <summary>Two lines say exactly the same: entered twice, perhaps, and counted twice.</summary>
internal static class DuplicateLine
{
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

    /// <param name="list">Where the lines stand.</param>
    /// <param name="lines">As reported.</param>
    /// <param name="quantity">A line of zero counts nothing, however often it stands there.</param>
    /// <param name="bare">The line without what surrounds its numbers; lines with different notes are told apart by nothing else.</param>
    private static IEnumerable<Signal> Same<T>(string list, IReadOnlyList<T> lines, Func<T, decimal?> quantity, Func<T, T> bare) where T : Line
    {
        // Lines are compared only where a quantity repeats, which is rare.
        var (once, repeated) = (new HashSet<decimal>(lines.Count), new HashSet<decimal>());
        foreach (var line in lines)
            if (quantity(line) is > 0 and { } amount && !once.Add(amount)) repeated.Add(amount);

        var seen = new Dictionary<T, int>();
        for (var at = 0; at < lines.Count; at++)
            if (quantity(lines[at]) is { } twice && repeated.Contains(twice) && !seen.TryAdd(bare(lines[at]), at))
                yield return Saw.Warning("duplicateLine",
                    "此行与另一行完全相同：若为重复填报，请删除其一，否则会计算两次。",
                    "This line says the same as another: if it was entered twice, remove one, or it counts twice.",
                    ("pointer", $"/{list}/{at}"), ("sameAs", $"/{list}/{seen[bare(lines[at])]}"), ("quantity", twice));
    }
}
