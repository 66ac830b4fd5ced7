namespace PilotRegistry.Methodology;

/// <summary>What the codes of ActivityData are called in messages for people.</summary>
internal static class CodeWords
{
    private static readonly Dictionary<string, Wording> Indicators = new()
    {
        [IndicatorIds.Core] = new("单位能耗碳排放", "CO2 per unit of energy"),
        [IndicatorIds.CleanEnergy] = new("清洁能源消费占比", "clean-energy share"),
        [IndicatorIds.UnitProducts] = new("单位产品能耗", "energy use per product"),
        [IndicatorIds.SolidWaste] = new("工业固废综合利用率", "solid waste utilised"),
        [IndicatorIds.WasteEnergy] = new("余热余冷余压利用率", "waste heat, cold and pressure recovered"),
        [IndicatorIds.Water] = new("工业用水重复利用率", "industrial water reused")
    };

    private static readonly Dictionary<string, Wording> WasteEnergyKinds = new()
    {
        ["heat"] = new("余热", "heat"),
        ["cold"] = new("余冷", "cold"),
        ["pressure"] = new("余压", "pressure")
    };

    /// <summary>A code that nobody knows is its own word: what is wrong with it is said elsewhere.</summary>
    public static Wording Indicator(string id) => Indicators.GetValueOrDefault(id) ?? new(id, id);

    public static Wording WasteEnergy(IEnumerable<string> kinds) => Together(kinds.Select(kind => WasteEnergyKinds[kind]));

    public static Wording Fuel(RulePack pack, string? code) => pack.Fuels.GetValueOrDefault(code ?? "")?.Name ?? pack.Products.GetValueOrDefault(code ?? "")?.Name ?? new(code ?? "", code ?? "");

    public static Wording Of(FuelUse? use) => use switch
    {
        FuelUse.Terminal => new("终端消费", "terminal use"),
        FuelUse.Power => new("火力发电", "power generation"),
        FuelUse.Heat => new("供热", "heat supply"),
        FuelUse.RawMaterial => new("原料", "raw material"),
        _ => new("", "")
    };

    /// <summary>In Chinese joined as Chinese lists are.</summary>
    public static Wording Together(IEnumerable<Wording> words)
    {
        var all = words.ToList();
        return new(string.Join('、', all.Select(word => word.Zh)), string.Join(", ", all.Select(word => word.En)));
    }
}
