namespace PilotRegistry.Methodology;

/// <summary>All that a pack says, from its head to its tables.</summary>
public static class PackStatements
{
    private static readonly Wording Core = new("核心指标目标", "core target");

    public static IReadOnlyList<PackStatement> Of(RulePack pack) =>
    [
        .. Head(pack.Title, pack.Source, pack.FirstYear),
        .. pack.Targets.Core.SelectMany(Band),
        .. pack.Targets.Guiding.SelectMany(target => PackStatement.Of(target.Value, new("引导指标目标", "guiding target"))),
        .. pack.Indicators.SelectMany(Added),
        .. pack.Settings.SelectMany(setting => Setting(setting.Key, setting.Value)),
        .. pack.Thresholds.SelectMany(threshold => PackStatement.Of(threshold.Value, new("提示阈值", "threshold of a signal"))),
        .. pack.Fuels.Values.SelectMany(Fuel),
        .. pack.Products.Values.SelectMany(Product),
        .. pack.Limits.Values.SelectMany(Limit),
        .. pack.Electricity.Values.SelectMany(Electricity),
        .. pack.Heat.Values.SelectMany(heat => PackStatement.Of(heat.Emission, heat.Name).Concat(PackStatement.Of(heat.TcePerGj, heat.Name))),
        .. pack.EquivalentValues.SelectMany(value => PackStatement.Of(value.TcePerMwh, new("电力等价值", "equivalent value of electricity"))),
        .. pack.GridFactors.SelectMany(factor => PackStatement.Of(factor.TonnesPerMwh, new("电网因子", "grid factor")))
    ];

    public static IReadOnlyList<PackStatement> Of(ProvincialTitle title) =>
        [.. Head(title.Title, title.Source, title.FirstYear), .. title.Core.SelectMany(Band), .. title.Indicators.SelectMany(Added)];

    private static IEnumerable<PackStatement> Head(Wording title, string source, int firstYear) =>
    [
        PackStatement.Of("title", new("名称", "title"), $"{title.Zh} / {title.En}"),
        PackStatement.Of("source", new("依据", "basis"), source),
        PackStatement.Of("firstYear", new("起用年份", "first year"), $"{firstYear}")
    ];

    private static IEnumerable<PackStatement> Band(CoreBand band) =>
    [
        .. PackStatement.Of(band.Target, Core),
        PackStatement.Of($"{band.Target.Id}/belowTce", Core, band.BelowTce is { } below ? $"{NumberText.Format(below)} tce" : "-")
    ];

    private static IEnumerable<PackStatement> Added(AddedIndicator indicator) =>
    [
        PackStatement.Of($"indicators/{indicator.Id}/label", indicator.Label, $"{indicator.Label.Zh} / {indicator.Label.En}"),
        new($"indicators/{indicator.Id}/formula", indicator.Label, $"{indicator.Formula} [{indicator.Unit}]", $"{indicator.Source} [{indicator.Mark}]"),
        .. PackStatement.Of(indicator.Target, indicator.Label, $"indicators/{indicator.Id}/{Codes.Of(indicator.Bound)}")
    ];

    private static IEnumerable<PackStatement> Setting(string name, Setting setting) =>
    [
        new($"settings/{name}", new("设置", "setting"), setting.Value, $"{setting.Reason.Zh} / {setting.Reason.En} [{setting.Mark}]"),
        PackStatement.Of($"settings/{name}/alternatives", new("可比较的其他选择", "alternatives"), Listed(setting.Alternatives)),
        PackStatement.Of($"settings/{name}/overridable", new("细化时可选", "open to refinements"), Listed(setting.Overridable))
    ];

    private static IEnumerable<PackStatement> Fuel(FuelRow fuel) =>
    [
        PackStatement.Of($"fuels/{fuel.Code}", fuel.Name, $"{fuel.Name.Zh} / {fuel.Name.En}, {fuel.Unit}, clean: {Codes.Of(fuel.Clean)}, by-product: {fuel.ByProduct}, upstream outside: {fuel.UpstreamOutside}, heat value measured: {fuel.HeatValueMeasured}, factor measured: {fuel.EmissionMeasured}, refused: {fuel.Refused?.En ?? "no"}"),
        .. PackStatement.Of(fuel.TcePerUnit, fuel.Name), .. PackStatement.Of(fuel.Emission, fuel.Name), .. PackStatement.Of(fuel.Biogenic, fuel.Name)
    ];

    private static IEnumerable<PackStatement> Product(ProductRow product) =>
    [
        PackStatement.Of($"process/{product.Code}/use", product.Name, $"{product.Name.Zh} / {product.Name.En}, {product.Unit}, use: {Codes.Of(product.Use)}, {product.Basis}, holds the carbon of: {Listed(product.HoldsCarbonOf)}, refused: {product.Refused?.En ?? "no"}"),
        .. PackStatement.Of(product.Factor, product.Name)
    ];

    private static IEnumerable<PackStatement> Limit(LimitRow limit) =>
    [
        new($"limits/{limit.Code}", limit.Name,
            $"{Level(limit.Level1)} / {Level(limit.Level2)} / {Level(limit.Level3)} {limit.Unit}", $"{limit.Standard} [{limit.Mark}]")
    ];

    private static IEnumerable<PackStatement> Electricity(ElectricityRow row) =>
    [
        PackStatement.Of($"electricity/{Codes.Of(row.Kind)}/claims", row.Name, $"clean: {row.Clean}, direct: {row.Direct}, may leave: {row.MayLeave}, factor: {(row.Factor is null ? "fossil power" : "own")}"),
        .. PackStatement.Of(row.Factor, row.Name)
    ];

    private static string Level(decimal? level) => level is { } number ? NumberText.Format(number) : "-";

    private static string Listed(IReadOnlyList<string> items) => items.Count == 0 ? "-" : string.Join(", ", items);
}
