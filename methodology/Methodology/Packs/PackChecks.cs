namespace PilotRegistry.Methodology;

/// <summary>What a pack must be before anything is computed with it.</summary>
internal static class PackChecks
{
    public static void Check(RulePack pack, PackFaults faults)
    {
        CheckHead(pack.Id, pack.Version, pack.Title, pack.Source, faults);
        CheckSettings(pack, faults);
        CheckCoreBands(pack.Targets.Core, faults);
        CheckKeys("targets/guiding", pack.Targets.Guiding.Keys, IndicatorIds.Guiding, faults);
        CheckKeys("thresholds", pack.Thresholds.Keys, Thresholds.Known, faults);
        foreach (var fuel in pack.Fuels.Values) CheckFuel(fuel, faults);
        foreach (var product in pack.Products.Values) CheckProduct(product, pack, faults);
        foreach (var limit in pack.Limits.Values) CheckLimit(limit, faults);
        CheckNames("electricity.csv", pack.Electricity.Keys, Enum.GetValues<ElectricityKind>(), faults);
        CheckNames("heat.csv", pack.Heat.Keys, Enum.GetValues<HeatSource>(), faults);
        CheckOverlap("equivalent_values.csv", pack.EquivalentValues.Select(row => (row.Series, row.FromYear)), faults);
        CheckOverlap("grid_factors.csv", pack.GridFactors.Select(row => (row.Year, row.Area, row.Kind)), faults);
    }

    public static void CheckHead(string id, string version, Wording title, string source, PackFaults faults)
    {
        if (id.Split('/') is not [{ Length: > 0 }, { Length: > 0 }]) faults.Add(faults.Yaml("id"), "must look like national/2025-trial");
        if (!PackVersion.IsSound(version)) faults.Add(faults.Yaml("version"), "must look like 1.0.0");
        if (title.Zh.Length == 0 || title.En.Length == 0) faults.Add(faults.Yaml("title"), "must be given in zh and en");
        if (string.IsNullOrWhiteSpace(source)) faults.Add(faults.Yaml("source"), "is missing");
    }

    private static void CheckSettings(RulePack pack, PackFaults faults)
    {
        CheckKeys("settings", pack.Settings.Keys, Choices.Known.Keys, faults);
        foreach (var (name, setting) in pack.Settings)
        {
            faults.CheckOrigin(faults.Yaml($"settings/{name}"), setting.Reason.Zh, setting.Mark);
            if (setting.Reason.En.Length == 0) faults.Add(faults.Yaml($"settings/{name}"), "has no English reason");
            if (Choices.Known.GetValueOrDefault(name) is { } words)
                foreach (var value in setting.Alternatives.Concat(setting.Overridable).Append(setting.Value).Except(words))
                    faults.Add(faults.Yaml($"settings/{name}"), $"does not know {value} ({string.Join(", ", words)})");
        }
        if (Choices.Known.Keys.All(pack.Settings.ContainsKey)) CheckNumbersBehindSettings(pack, faults);
    }

    private static void CheckNumbersBehindSettings(RulePack pack, PackFaults faults)
    {
        foreach (var value in Values("equivalentValueSeries"))
            if (pack.With("equivalentValueSeries", value).EquivalentValueFor(pack.FirstYear) is null)
                faults.Add("equivalent_values.csv", $"has no {value} value for {pack.FirstYear}");
        foreach (var value in Values("gridFactorYear"))
            if (!int.TryParse(value, out _) || pack.With("gridFactorYear", value).FossilPowerFactor() is null)
                faults.Add("grid_factors.csv", $"has no national fossil-power factor of {value}");

        IEnumerable<string> Values(string name) => pack.Settings[name].Alternatives.Append(pack.Settings[name].Value);
    }

    public static void CheckCoreBands(IReadOnlyList<CoreBand> bands, PackFaults faults)
    {
        if (bands.Count == 0) faults.Add(faults.Yaml("targets/core"), "has no band");
        for (var at = 0; at < bands.Count; at++)
            if (bands[at].BelowTce != (at + 1 < bands.Count ? bands[at + 1].FromTce : null) || bands[at].BelowTce <= bands[at].FromTce)
                faults.Add(faults.Yaml($"targets/core/{at}"), $"the band from {bands[at].FromTce} tce must end where the next begins");
    }

    private static void CheckFuel(FuelRow fuel, PackFaults faults)
    {
        if (fuel.Refused is not null) return;
        var knownOtherwise = fuel.InGigajoules || fuel.HeatValueMeasured;
        if ((fuel.TcePerUnit is null) != knownOtherwise)
            faults.Add($"fuels.csv {fuel.Code}", "needs a tce_per_unit, unless its unit is GJ or its heat value is measured, and then none");
        if ((fuel.Emission is null) != fuel.EmissionMeasured)
            faults.Add($"fuels.csv {fuel.Code}", "needs an emission factor, unless it is measured, and then none");
    }

    private static void CheckProduct(ProductRow product, RulePack pack, PackFaults faults)
    {
        if (product.Unit != "t" && !product.Unit.StartsWith("t ", StringComparison.Ordinal))
            faults.Add($"process.csv {product.Code}", $"has the unknown unit {product.Unit}");
        if ((product.Factor is null) != (product.Use is ProductUse.Balance))
            faults.Add($"process.csv {product.Code}", "needs a factor, unless it is a balance, and then none");
        if ((product.Refused is null) == (product.Use is ProductUse.No))
            faults.Add($"process.csv {product.Code}", "needs the reason of its refusal in both languages, and only then");
        foreach (var code in product.HoldsCarbonOf.Where(code => !pack.Fuels.ContainsKey(code) && !pack.Products.ContainsKey(code)))
            faults.Add($"process.csv {product.Code}", $"names the unknown code {code}");
    }

    private static void CheckLimit(LimitRow limit, PackFaults faults)
    {
        if (limit.Level1 > limit.Level2 || limit.Level2 > limit.Level3)
            faults.Add($"limits.csv {limit.Code}", "levels must not fall from 1 to 3");
    }

    private static void CheckNames<T>(string place, IEnumerable<T> given, IEnumerable<T> known, PackFaults faults)
    {
        foreach (var missing in known.Except(given)) faults.Add(place, $"{missing} is missing");
        foreach (var unknown in given.Except(known)) faults.Add(place, $"{unknown} is unknown");
    }

    /// <summary>Names that stand in <c>pack.yaml</c>: what is missing is missing there, what is unknown has a line.</summary>
    private static void CheckKeys(string path, IEnumerable<string> given, IEnumerable<string> known, PackFaults faults)
    {
        foreach (var missing in known.Except(given)) faults.Add(faults.Yaml(path), $"{missing} is missing");
        foreach (var unknown in given.Except(known)) faults.Add(faults.Yaml($"{path}/{unknown}"), $"{unknown} is unknown");
    }

    private static void CheckOverlap<T>(string place, IEnumerable<T> keys, PackFaults faults)
    {
        foreach (var key in keys.GroupBy(key => key).Where(same => same.Count() > 1)) faults.Add(place, $"{key.Key} stands there twice");
    }
}
