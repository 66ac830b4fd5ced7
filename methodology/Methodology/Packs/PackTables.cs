namespace PilotRegistry.Methodology;

/// <summary>The pack's CSV files, row by row.</summary>
internal sealed class PackTables(PackFiles files, PackFaults faults)
{
    public static readonly IReadOnlyList<string> Names =
        ["electricity.csv", "equivalent_values.csv", "fuels.csv", "grid_factors.csv", "heat.csv", "limits.csv", "process.csv"];

    private CsvTable Table(string path) => new(path, files.Text(path), faults);

    public Dictionary<string, FuelRow> Fuels() => ByKey("fuels.csv", row => row["code"], row => new FuelRow
    {
        Code = row["code"],
        Name = row.Wording("name_zh", "name_en"),
        Group = row["group"],
        Unit = row.OneOf("unit", ("t", "t"), ("10^4 m3", "10^4 m3"), ("GJ", "GJ")),
        TcePerUnit = row.Sourced($"fuels/{row["code"]}/tce", $"tce/{row["unit"]}", "tce_per_unit", "tce_source", "tce_mark"),
        Emission = row.Sourced($"fuels/{row["code"]}/co2", "t/TJ", "ef_tCO2_per_TJ", "ef_source", "ef_mark"),
        Biogenic = row.Sourced($"fuels/{row["code"]}/biogenic", "t/TJ", "biogenic_tCO2_per_TJ", "biogenic_source", "biogenic_mark"),
        HeatValueMeasured = row["measured"].Split(' ').Contains("heatValue"),
        EmissionMeasured = row["measured"].Split(' ').Contains("factor"),
        Clean = row.OneOf("clean", ("", FuelCleanness.No), ("y", FuelCleanness.Yes), ("setting", FuelCleanness.BySetting)),
        ByProduct = Yes(row, "by_product"),
        UpstreamOutside = Yes(row, "upstream_outside"),
        Refused = row.OptionalWording("refused_zh", "refused_en")
    });

    public Dictionary<string, ProductRow> Products() => ByKey("process.csv", row => row["code"], row => new ProductRow
    {
        Code = row["code"],
        Name = row.Wording("name_zh", "name_en"),
        Unit = row["unit"],
        Factor = row.Sourced($"process/{row["code"]}", $"t/{row["unit"]}", "factor_tCO2_per_unit", "source", "mark"),
        Basis = row["basis"],
        Use = row.OneOf("use",
            ("y", ProductUse.Default), ("alt", ProductUse.Alternative), ("balance", ProductUse.Balance), ("n", ProductUse.No)),
        HoldsCarbonOf = row["holds_carbon_of"].Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Note = row["note"],
        Refused = row.OptionalWording("refused_zh", "refused_en")
    });

    public Dictionary<string, LimitRow> Limits() => ByKey("limits.csv", row => row["code"], row =>
    {
        faults.CheckOrigin(row.Place, row["standard"], row["mark"]);
        return new LimitRow
        {
            Code = row["code"],
            Name = row.Wording("name_zh", "name_en"),
            Standard = row["standard"],
            Unit = row.OneOf("unit", ("kgce/t", "kgce/t"), ("kWh/t", "kWh/t")),
            Level1 = row.Decimal("level1"),
            Level2 = row.Decimal("level2"),
            Level3 = row.Decimal("level3"),
            Mark = row["mark"],
            Note = row["note"]
        };
    });

    public Dictionary<ElectricityKind, ElectricityRow> Electricity() => ByKey("electricity.csv",
        row => row.OneOf("kind", Codes.Words<ElectricityKind>()),
        row => new ElectricityRow
        {
            Kind = row.OneOf("kind", Codes.Words<ElectricityKind>()),
            Name = row.Wording("name_zh", "name_en"),
            Factor = row["factor"] == "fossilPower" ? null : row.Sourced($"electricity/{row["kind"]}", "t/MWh", "factor", "source", "mark"),
            Clean = Yes(row, "clean"),
            Direct = Yes(row, "direct"),
            MayLeave = Yes(row, "may_leave")
        });

    public Dictionary<HeatSource, HeatRow> Heat() => ByKey("heat.csv",
        row => row.OneOf("source_kind", Codes.Words<HeatSource>()),
        row => new HeatRow
        {
            Source = row.OneOf("source_kind", Codes.Words<HeatSource>()),
            Name = row.Wording("name_zh", "name_en"),
            Emission = Required(row, row.Sourced($"heat/{row["source_kind"]}/co2", "t/GJ", "tCO2_per_GJ", "ef_source", "ef_mark")),
            TcePerGj = Required(row, row.Sourced($"heat/{row["source_kind"]}/tce", "tce/GJ", "tce_per_GJ", "tce_source", "tce_mark"))
        });

    public List<EquivalentValue> EquivalentValues() =>
    [
        .. Table("equivalent_values.csv").Rows.Select(row => new EquivalentValue(
            row["series"],
            row.Year("from_year"),
            Required(row, row.Sourced($"equivalentValue/{row["series"]}/{row["from_year"]}", "tce/MWh", "kgce_per_kWh", "source", "mark"))))
    ];

    public List<GridFactor> GridFactors() =>
    [
        .. Table("grid_factors.csv").Rows.Select(row => new GridFactor(
            row.Year("year"),
            row["area"],
            row["kind"],
            Required(row, row.Sourced($"grid/{row["year"]}/{row["area"]}/{row["kind"]}", "t/MWh", "factor_kgCO2_per_kWh", "source", "mark"))))
    ];

    private Dictionary<TKey, TRow> ByKey<TKey, TRow>(string path, Func<CsvRow, TKey> keyOf, Func<CsvRow, TRow> read) where TKey : notnull
    {
        var rows = new Dictionary<TKey, TRow>();
        foreach (var row in Table(path).Rows)
            if (!rows.TryAdd(keyOf(row), read(row))) faults.Add(row.Place, $"{keyOf(row)} stands there twice");
        return rows;
    }

    private static bool Yes(CsvRow row, string column) => row.OneOf(column, ("", false), ("y", true));

    private SourcedNumber Required(CsvRow row, SourcedNumber? number)
    {
        if (number is null) faults.Add(row.Place, "has no number");
        return number ?? new() { Id = "", Value = 0, Unit = "", Source = "", Mark = "" };
    }
}
