using System.Text.Json.Nodes;
using PilotRegistry.Methodology;
using static PilotRegistry.Workbook.SharedColumns;

namespace PilotRegistry.Workbook;

/// <summary>
/// Heat across the boundary, in GJ or as tonnes of steam with pressure and temperature: then its heat is that of the steam less
/// that of water at 20 °C, 83.74 kJ/kg (GB/T 32150-2015, 附录; the national accounting guides use the same).
/// </summary>
internal sealed class HeatSheet() : Sheet(
    "热力", "跨园区边界的热力。单位选 t蒸汽 时须填绝对压力和温度（饱和蒸汽只填其一），热量按 (蒸汽焓 − 83.74 kJ/kg) 计算。",
    [
        Column.OneOf("direction", "方向", [new("in", "购入"), new("out", "外供")], 12),
        Column.OneOf("source", "来源", [new("fossil", "化石"), new("nonFossil", "非化石")], 14),
        Column.Number(Amount, "数量"), Column.OneOf(Unit, "单位", Units.OfHeat, 12),
        Column.Number(Pressure, "蒸汽绝对压力", "MPa"), Column.Number(Temperature, "蒸汽温度", "℃"), Column.Number("factor", "实测因子（tCO2/GJ）"), Quality, Note
    ])
{
    private const string Amount = "gj", Unit = "unit", Pressure = "pressure", Temperature = "temperature";

    public override int SpareRows => 20;

    public override IEnumerable<Dictionary<string, string?>> Fill(JsonObject data, JsonObject last) =>
        ListSheet.Lines(data, "heat").Select(line =>
        {
            var row = Columns.ToDictionary(c => c.Member, c => ListSheet.Shown(c, line));
            row[Unit] = Units.Gj;
            return row;
        });

    public override void Take(FilledRow row, YearJson year)
    {
        var line = year.Append("heat", row);
        foreach (var column in Columns.Where(c => c.Member is "direction" or "source" or "factor" or "quality" or "note")) year.Put(line, column.Member, column, row);
        var unit = row[Unit] is null ? Units.OfHeat[0] : year.ChoiceOf(row, Columns[3]);
        if (row[Amount] is not { } cell || unit is null || year.Number(row, Columns[2], unit.Code) is not { } number) return;
        if (Units.Factor(unit.Code) is { } factor) year.Set(line, Amount, CellNumber.Fit(Units.Times(number, factor)), row, cell);
        else if (SteamOf(row, year) is { } steam) year.Set(line, Amount, steam.Gj(number), row, cell);
    }

    /// <summary>The row's steam, or null after saying what is missing or impossible.</summary>
    private SteamHeat? SteamOf(FilledRow row, YearJson year)
    {
        var (pressure, temperature) = (Given(Pressure, Columns[4]), Given(Temperature, Columns[5]));
        var cell = row[Pressure] ?? row[Temperature] ?? row[Amount]!;
        if (row[Pressure] is null && row[Temperature] is null)
        {
            year.Refuse(row, cell, "steam-state-missing", new("单位是 t蒸汽：请填写绝对压力和温度。", "The unit is tonnes of steam: enter absolute pressure and temperature."));
            return null;
        }

        if ((row[Pressure] is null) != (pressure is null) || (row[Temperature] is null) != (temperature is null)) return null;
        if (SteamHeat.Of(pressure, temperature) is { } steam) return steam;
        year.Refuse(row, cell, "steam-state-impossible", SteamHeat.Impossible);
        return null;

        decimal? Given(string member, Column column) =>
            row[member] is not null && year.Number(row, column) is { } number && NumberText.TryParse(number, out var value) ? value : null;
    }
}
