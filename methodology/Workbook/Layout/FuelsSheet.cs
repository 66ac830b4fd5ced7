using System.Text.Json.Nodes;
using PilotRegistry.Methodology;
using static PilotRegistry.Workbook.SharedColumns;

namespace PilotRegistry.Workbook;

/// <summary>
/// Purchase, stock and use of every variety in one row, as the statistics form of energy purchase, consumption and stock has it
/// (能源购进、消费与库存). A row becomes a stock and a fuel line for each use.
/// </summary>
internal sealed class FuelsSheet(RulePack pack) : Sheet(
    "能源消费", "每个品种一行，单位见“计量单位”列；加工转换（炼焦、炼铁等）的投入产出填在“加工转换”表，这里不再填。",
    [
        Column.OneOf(Fuel, "能源名称", Varieties.Of(pack)), Column.Fixed("unit", "计量单位", 10),
        .. Stocks, .. Uses,
        Column.Number("heatValue", "实测低位热值（GJ/单位）"), Column.Number("factor", "实测因子（tCO2/TJ）"), Quality, Note,
        Column.Fixed("last", "上年消费合计（参考）", 18)
    ])
{
    private const string Fuel = "fuel";

    private static readonly Column[] Stocks =
    [
        Column.Number("opening", "年初库存"), Column.Number("purchased", "购进量"), Column.Number("produced", "自产量"), Column.Number("sold", "外供量"),
        Column.Number("closing", "年末库存"),
    ];

    private static readonly Column[] Uses =
    [
        Column.Number("terminal", "终端消费"), Column.Number("power", "火力发电"), Column.Number("heat", "供热"), Column.Number("rawMaterial", "用作原料"),
    ];

    /// <summary>What a fuel line holds besides its quantity; a fuel with lines that differ here needs a row for each.</summary>
    private static readonly string[] OfTheLine = ["heatValue", "factor", "quality", "note"];

    public override int SpareRows => 20;

    public override IEnumerable<Dictionary<string, string?>> Fill(JsonObject data, JsonObject last)
    {
        var lines = ListSheet.Lines(data, "fuels").ToLookup(Text);
        var stocks = ListSheet.Lines(data, "context/stocks").ToDictionary(Text);
        foreach (var fuel in Columns[0].Choices!)
        {
            var rows = Rows([.. lines[fuel.Code]]).DefaultIfEmpty([]).ToArray();
            foreach (var (n, members) in rows.Index())
            {
                members[Fuel] = fuel.Label;
                members["unit"] = fuel.Unit;
                if (n == 0 && stocks.GetValueOrDefault(fuel.Code) is { } stock) Copy(stock, members, Stocks);
                members["last"] = n == 0 ? SumOf(ListSheet.Lines(last, "fuels").Where(line => Text(line) == fuel.Code)) : null;
                yield return members;
            }
        }
    }

    public override void Take(FilledRow row, YearJson year)
    {
        var fuel = year.ChoiceOf(row, Columns[0]);
        if (row[Fuel] is null)
            year.Refuse(new(Name, $"A{row.Number}", "", "missing", new("缺少能源名称：请从下拉列表选择。", "The variety is missing: choose one from the list.")));
        if (fuel is null) return;
        if (Stocks.Any(c => row[c.Member] is not null)) Line("context/stocks", Stocks);
        foreach (var use in Uses.Where(c => row[c.Member] is not null))
        {
            var line = year.Append("fuels", row);
            year.Set(line, Fuel, fuel.Code, row, row[Fuel]!);
            year.Set(line, "use", use.Member, row, row[use.Member]!);
            year.Put(line, "quantity", use, row, fuel.Unit);
            foreach (var member in OfTheLine) year.Put(line, member, Columns.First(c => c.Member == member), row);
        }

        void Line(string list, Column[] columns)
        {
            var line = year.Append(list, row);
            year.Set(line, Fuel, fuel.Code, row, row[Fuel]!);
            foreach (var column in columns) year.Put(line, column.Member, column, row, fuel.Unit);
        }
    }

    /// <summary>Lines that share everything but use and quantity stand in one row, unless a use comes twice.</summary>
    private IEnumerable<Dictionary<string, string?>> Rows(IReadOnlyList<JsonObject> lines)
    {
        foreach (var alike in lines.GroupBy(line => string.Join('\n', OfTheLine.Select(m => line[m]?.ToString()))))
        {
            var left = alike.ToList();
            while (left.Count > 0)
            {
                var row = left.DistinctBy(line => line["use"]?.ToString()).ToArray();
                left.RemoveAll(row.Contains);
                var members = new Dictionary<string, string?>();
                foreach (var line in row) members[line["use"]?.ToString() ?? ""] = line["quantity"]?.ToString();
                foreach (var column in Columns.Where(c => OfTheLine.Contains(c.Member))) members[column.Member] = ListSheet.Shown(column, row[0]);
                yield return members;
            }
        }
    }

    private static void Copy(JsonObject from, Dictionary<string, string?> to, Column[] columns)
    {
        foreach (var column in columns) to[column.Member] = from[column.Member]?.ToString();
    }

    private static string? SumOf(IEnumerable<JsonObject> lines)
    {
        var quantities = lines.Select(line => NumberText.TryParse(line["quantity"]?.ToString() ?? "", out var quantity) ? quantity : 0).ToArray();
        return quantities.Length == 0 ? null : NumberText.Format(quantities.Sum());
    }

    private static string Text(JsonObject line) => line[Fuel]?.ToString() ?? "";
}
