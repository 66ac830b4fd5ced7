namespace PilotRegistry.Methodology;

/// <summary>
/// What emitted last year is not there any more: enterprises, or a whole source. Closed, or moved across the boundary?
/// Enterprises are confidential: they are counted, and their share is told in tenths.
/// </summary>
internal static class EmittersMovedOut
{
    public static IEnumerable<Signal> Look(YearInTime year) => year.Last is { } last ? [.. Enterprises(year, last), .. Sources(year, last.Result)] : [];

    private static IEnumerable<Signal> Enterprises(YearInTime year, EarlierYear last)
    {
        var now = (year.This.Data.Context?.Enterprises ?? []).Select(enterprise => enterprise.Id).ToHashSet();
        var before = (last.Data.Context?.Enterprises ?? []).Where(enterprise => enterprise.Co2 > 0).ToList();
        var gone = before.Where(enterprise => !now.Contains(enterprise.Id)).ToList();
        var (left, all) = (gone.Sum(enterprise => enterprise.Co2!.Value), before.Sum(enterprise => enterprise.Co2!.Value));
        if (now.Count > 0 && gone.Count > 0 && left >= year.Threshold(Thresholds.SourceGone) * all)
            yield return Saw.Warning("emittersMovedOut",
                $"{last.Result.Year} 年的 {gone.Count} 家排放企业今年未列出：请说明是关停还是移出边界。",
                $"{gone.Count} enterprises that emitted in {last.Result.Year} are not listed this year: say whether they closed or were moved out.",
                ("lastYear", last.Result.Year), ("enterprises", gone.Count), ("shareOfLastCo2", decimal.Round(left / all, 1)));
    }

    private static IEnumerable<Signal> Sources(YearInTime year, Result last)
    {
        var least = year.Threshold(Thresholds.SourceGone) * Math.Abs(last.Emissions.Total);
        foreach (var (term, now, before) in Terms(year.Result.Emissions, last.Emissions))
            if (before > 0 && now == 0 && before >= least)
                yield return Saw.Warning("sourceGone",
                    $"{last.Year} 年的{term.Label.Zh}今年为 0：请说明是停止、替代还是移出边界。",
                    $"{term.Label.En} of {last.Year} are zero this year: say whether the source stopped, was replaced, or was moved out.",
                    ("lastYear", last.Year), ("term", term.Id), ("lastCo2", before));
    }

    private static IEnumerable<(Term Term, decimal Now, decimal Before)> Terms(Emissions now, Emissions before) =>
    [
        (Methodology.Terms.Fuel, now.Fuel, before.Fuel), (Methodology.Terms.Conversion, now.Conversion, before.Conversion),
        (Methodology.Terms.Heat, now.Heat, before.Heat), (Methodology.Terms.Process, now.Process, before.Process)
    ];
}
