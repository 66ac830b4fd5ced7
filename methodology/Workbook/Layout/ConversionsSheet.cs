using System.Text.Json.Nodes;
using PilotRegistry.Methodology;
using static PilotRegistry.Workbook.SharedColumns;

namespace PilotRegistry.Workbook;

/// <summary>What goes into a conversion and what comes out, a row each (加工转换投入产出). Rows with the same group number are one conversion.</summary>
internal sealed class ConversionsSheet(RulePack pack) : Sheet(
    "加工转换", "一套装置一个组号；投入和产出各占一行。高炉、转炉煤气等副产煤气是产出。",
    [
        Column.Text(Group, "组号", 8), Column.OneOf("kind", "转换类型", Kinds, 16), Column.OneOf(Side, "投入/产出", Sides, 14),
        Column.OneOf("fuel", "能源名称", Varieties.Of(pack)), Column.Number("quantity", "数量"), Column.Fixed("unit", "计量单位", 10),
        Column.Number("heatValue", "实测低位热值（GJ/单位）"), Column.Number("factor", "实测因子（tCO2/TJ）"), Quality, Note
    ])
{
    private const string Group = "group", Side = "side";

    private static readonly Choice[] Kinds =
    [
        new("coking", "炼焦"), new("ironmaking", "炼铁"), new("steelmaking", "炼钢"), new("gasMaking", "制气"), new("refining", "炼油"),
        new("coalToOil", "煤制油"), new("coalWashing", "洗选煤"), new("coalProducts", "煤制品加工"), new("gasLiquefaction", "天然气液化"),
    ];

    private static readonly Choice[] Sides = [new("inputs", "投入"), new("outputs", "产出")];

    /// <summary>The conversions met so far in this reading, by group and kind: rows of a group need not stand together.</summary>
    private readonly Dictionary<string, Spot> groups = [];

    public override int SpareRows => 40;

    public override IEnumerable<Dictionary<string, string?>> Fill(JsonObject data, JsonObject last) =>
        from conversion in ListSheet.Lines(data, "conversions").Index()
        from side in Sides
        from line in ListSheet.Lines(conversion.Item, side.Code)
        select Columns.ToDictionary(c => c.Member, c => c.Member switch
        {
            Group => $"{conversion.Index + 1}",
            Side => side.Label,
            "kind" => ListSheet.Shown(c, conversion.Item),
            "unit" => Columns[3].Choices!.FirstOrDefault(f => f.Code == line["fuel"]?.ToString())?.Unit,
            _ => ListSheet.Shown(c, line)
        });

    public override void Take(FilledRow row, YearJson year)
    {
        var (kind, side) = (year.ChoiceOf(row, Columns[1]), year.ChoiceOf(row, Columns[2]));
        foreach (var column in Columns.Take(4).Where(c => row[c.Member] is null))
            year.Refuse(new(Name, $"A{row.Number}", "", "missing", new($"缺少“{column.Heading}”。", $"\"{column.Heading}\" is missing.")));
        if (kind is null || side is null || row[Group] is not { } group) return;

        var conversion = ConversionOf(row, year, $"{CellText.Plain(group.Text)}/{kind.Code}");
        year.Set(conversion, "kind", kind.Code, row, row["kind"]!);
        var line = year.Append(conversion, side.Code, row);
        var unit = row["fuel"] is { } fuel ? Choice.Find(Columns[3].Choices!, fuel.Text)?.Unit ?? "" : "";
        foreach (var column in Columns.Skip(3).Where(c => c.Kind is not ColumnKind.Fixed))
            year.Put(line, column.Member, column, row, column.Member == "quantity" ? unit : "");
    }

    private Spot ConversionOf(FilledRow row, YearJson year, string key)
    {
        if (!groups.TryGetValue(key, out var conversion)) groups[key] = conversion = year.Append("conversions", row);
        return conversion;
    }
}
