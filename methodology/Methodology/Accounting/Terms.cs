namespace PilotRegistry.Methodology;

/// <summary>A sum of the result: its leaves in the derivation carry its id and unit, and add up to it.</summary>
internal sealed record Term(int Index, string Id, string Unit, Wording Label);

/// <summary>The sums, in the order of 附件4 and 附件3.</summary>
internal static class Terms
{
    public static readonly Term Fuel = new(0, "fuel", "t", new("燃料燃烧排放", "Fuel combustion"));
    public static readonly Term Conversion = new(1, "conversion", "t", new("能源加工转换排放", "Energy conversion"));
    public static readonly Term Electricity = new(2, "electricity", "t", new("净调入电力间接排放", "Net electricity"));
    public static readonly Term Heat = new(3, "heat", "t", new("净调入热力间接排放", "Net heat"));
    public static readonly Term Process = new(4, "process", "t", new("工业过程排放", "Industrial processes"));

    public static readonly Term Energy = new(5, "energy", "tce", new("能源消费量", "Energy consumption"));
    public static readonly Term CleanEnergy = new(6, "cleanEnergy", "tce", new("清洁能源消费量", "Clean energy"));

    public static readonly Term Bunkers = new(7, "bunkers", "t", new("其中：国际航空航海燃料", "Of which: international bunkers"));
    public static readonly Term RawMaterial = new(8, "rawMaterialTce", "tce", new("原料用能（不计入）", "Raw material (memo)"));
    public static readonly Term Biogenic = new(9, "biogenic", "t", new("生物质 CO2（备忘）", "Biogenic CO2 (memo)"));
    public static readonly Term Removals = new(10, "removals", "t", new("碳移除与抵消（不扣减）", "Removals (not deducted)"));

    /// <summary>What the park emits: E_park.</summary>
    public static readonly IReadOnlyList<Term> Emissions = [Fuel, Conversion, Electricity, Heat, Process];
    public static readonly IReadOnlyList<Term> All =
        [.. Emissions, Energy, CleanEnergy, Bunkers, RawMaterial, Biogenic, Removals];
}
