namespace PilotRegistry.Methodology;

/// <summary>The yardstick or what it measures is not the same as last year: boundary, base year, rule pack, equivalent value.</summary>
internal static class RulesChanged
{
    public static IEnumerable<Signal> Look(YearInTime year)
    {
        if (year.Last is not { } last) yield break;
        if (year.This.BoundaryVersion is { } boundary && last.BoundaryVersion is { } before && boundary != before)
            yield return Saw.Warning("boundaryChanged",
                $"园区边界与 {last.Result.Year} 年不同：两年数据不能直接比较，请说明边界变化及其影响。",
                $"The park's boundary is not that of {last.Result.Year}: the years do not compare directly. Say what changed, and by how much.",
                ("lastYear", last.Result.Year), ("boundaryVersion", boundary), ("lastBoundaryVersion", before));
        if (year.This.BaseYear is { } baseYear && last.BaseYear is { } earlier && baseYear != earlier)
            yield return Saw.Warning("baseYearChanged",
                $"基准年由 {earlier} 改为 {baseYear}：请说明理由。", $"The base year was {earlier} and is now {baseYear}: say why.",
                ("lastYear", last.Result.Year), ("baseYear", baseYear), ("lastBaseYear", earlier));
        if (!year.Result.RulePacks.SequenceEqual(last.Result.RulePacks))
            yield return Saw.Info("packChanged",
                $"所用规则包与 {last.Result.Year} 年不同：数值差异可能来自规则。",
                $"Another rule pack than in {last.Result.Year} was used: a difference may come from the rules.",
                ("lastYear", last.Result.Year), ("packs", Names(year.Result)), ("lastPacks", Names(last.Result)));
        if (year.Result.Energy.EquivalentValue != last.Result.Energy.EquivalentValue)
            yield return EquivalentValue(year, last.Result);
    }

    /// <summary>With the core indicator as it would be by last year's equivalent value.</summary>
    private static Signal EquivalentValue(YearInTime year, Result last)
    {
        var (now, before) = (year.Result.Energy.EquivalentValue, last.Energy.EquivalentValue);
        var electricity = year.Result.Derivation
            .Where(step => step.Id.StartsWith("energy/electricity/", StringComparison.Ordinal))
            .Sum(step => step.Value);
        var (total, energy) = (year.Result.Emissions.Total, year.Result.Energy.Tce - electricity + electricity / now * before);
        return Saw.Info("equivalentValueChanged",
            $"电力等价值由 {NumberText.Format(before)} 变为 {NumberText.Format(now)} tce/MWh：核心指标的变化部分来自于此。",
            $"The equivalent value of electricity was {NumberText.Format(before)} and is {NumberText.Format(now)} tce/MWh: part of the change in the core indicator comes from that.",
            ("lastYear", last.Year), ("equivalentValue", now), ("lastEquivalentValue", before), ("core", year.Core),
            ("coreByLastValue", Ratio.IsSane(total, energy) ? Ratio.Of(total, energy) : null));
    }

    private static string Names(Result result) => string.Join(", ", result.RulePacks.Select(pack => $"{pack.Id}@{pack.Version} {pack.Hash}"));
}
