namespace PilotRegistry.Methodology;

/// <summary>What the guiding indicators divide: parts no larger than their whole, and nothing both given and left out.</summary>
internal static class GuidingCheck
{
    public static GuidingData Check(IndicatorData given, RulePack pack, Problems problems) => new()
    {
        SolidWaste = SolidWaste(given.SolidWaste, problems),
        Water = Water(given.Water, problems),
        WasteEnergy = [.. Kinds(given.WasteEnergy).Select(kind => WasteEnergy(kind.Name, kind.Given, problems)).OfType<WasteEnergyShare>()],
        WasteEnergyKindsMissing = [.. Kinds(given.WasteEnergy).Where(kind => kind.Given is null).Select(kind => kind.Name)],
        UnitProducts = UnitProductCheck.Check(given.UnitProducts, pack, problems),
        NotApplicable = NotApplicable(given.NotApplicable, problems)
    };

    /// <summary>utilised ÷ (generated + old stock utilised); old stock not mentioned is none.</summary>
    private static Share? SolidWaste(SolidWaste? given, Problems problems)
    {
        if (given is null or { Generated: null, OldStockUtilised: null, Utilised: null }) return null;
        const string at = "indicators/solidWaste";
        var generated = RequiredNumber.Of(given.Generated, new Place(at, "generated"), "产生量（t）", "the waste generated in t", problems);
        var oldStock = RequiredNumber.Of(given.OldStockUtilised ?? 0, new Place(at, "oldStockUtilised"), "", "", problems);
        var utilised = RequiredNumber.Of(given.Utilised, new Place(at, "utilised"), "综合利用量（t）", "the waste utilised in t", problems);
        return Part(utilised, generated + oldStock, new Place(at, "utilised"), problems);
    }

    /// <summary>reused ÷ (fresh + reused).</summary>
    private static Share? Water(WaterUse? given, Problems problems)
    {
        if (given is null or { Fresh: null, Reused: null }) return null;
        const string at = "indicators/water";
        var fresh = RequiredNumber.Of(given.Fresh, new Place(at, "fresh"), "新水量（m3）", "the fresh water in m3", problems);
        var reused = RequiredNumber.Of(given.Reused, new Place(at, "reused"), "重复利用水量（m3）", "the reused water in m3", problems);
        return Part(reused, fresh + reused, new Place(at, "reused"), problems);
    }

    private static IEnumerable<(string Name, WasteEnergyKind? Given)> Kinds(WasteEnergy? given) =>
        given is null or { Heat: null, Cold: null, Pressure: null }
            ? []
            : [("heat", given.Heat), ("cold", given.Cold), ("pressure", given.Pressure)];

    private static WasteEnergyShare? WasteEnergy(string kind, WasteEnergyKind? given, Problems problems)
    {
        if (given is null) return null;
        var at = $"indicators/wasteEnergy/{kind}";
        var recoverable = RequiredNumber.Of(given.Recoverable, new Place(at, "recoverable"), "可回收量（tce）", "the recoverable amount in tce", problems);
        var recovered = RequiredNumber.Of(given.Recovered, new Place(at, "recovered"), "已回收量（tce）", "the recovered amount in tce", problems);
        return Part(recovered, recoverable, new Place(at, "recovered"), problems) is { } share ? new(kind, share.Part, share.Whole) : null;
    }

    private static Share? Part(decimal? part, decimal? whole, string pointer, Problems problems)
    {
        if (part is not { } some || whole is not { } all) return null;
        if (some <= all) return new(some, all);
        problems.Add(pointer, "numerator-above-denominator",
            $"分子大于分母（{NumberText.Format(all)}）：请核对两者的口径和单位。",
            $"The part is larger than its whole ({NumberText.Format(all)}): check scope and unit of both.");
        return null;
    }

    private static Dictionary<string, string> NotApplicable(IReadOnlyList<NotApplicableIndicator> given, Problems problems)
    {
        var leftOut = new Dictionary<string, string>();
        for (var index = 0; index < given.Count; index++)
        {
            var (indicator, at) = (given[index].Indicator ?? "", $"/indicators/notApplicable/{index}");
            if (indicator == IndicatorIds.Core)
                problems.Add($"{at}/indicator", "core-always-applies",
                    "核心指标（单位能耗碳排放）适用于所有园区：请删除此行。", "The core indicator applies to every park: remove this line.");
            else if (!IndicatorIds.Guiding.Contains(indicator)) UnknownIndicator(indicator, at, problems);
            else if (!leftOut.TryAdd(indicator, at))
                problems.Add($"{at}/indicator", "said-twice", "同一指标只需说明一次：请删除重复行。", "Say it once per indicator: remove this line.");
            if (string.IsNullOrWhiteSpace(given[index].Reason))
                problems.Add($"{at}/reason", "reason-required", "请说明为何客观上不适用。", "Enter why the indicator objectively cannot apply.");
        }
        return leftOut;
    }

    private static void UnknownIndicator(string indicator, string at, Problems problems)
    {
        var known = string.Join(", ", IndicatorIds.Guiding);
        problems.Add($"{at}/indicator", "unknown-indicator",
            $"没有引导指标“{indicator}”：请填写其中之一：{known}。", $"There is no guiding indicator \"{indicator}\": enter one of {known}.");
    }
}
