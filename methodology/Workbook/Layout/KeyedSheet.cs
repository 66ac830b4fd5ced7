using System.Text.Json.Nodes;

namespace PilotRegistry.Workbook;

/// <summary>A sheet of single values, a row each, for what comes once a year.</summary>
/// <param name="values">Code: where the value is in the data, e.g. <c>indicators/water/fresh</c>.</param>
internal sealed class KeyedSheet(string name, string hint, IReadOnlyList<Choice> values) : Sheet(name, hint,
    [Column.OneOf(Item, "项目", values, 40), Column.Number(Value, "数值"), Column.Fixed("unit", "单位", 12), Column.Fixed("last", "上年（参考）", 18)])
{
    private const string Item = "item", Value = "value";

    public override IEnumerable<Dictionary<string, string?>> Fill(JsonObject data, JsonObject last) => Columns[0].Choices!.Select(value =>
        new Dictionary<string, string?> { [Item] = value.Label, [Value] = At(data, value.Code), ["unit"] = value.Unit, ["last"] = At(last, value.Code) });

    public override void Take(FilledRow row, YearJson year)
    {
        if (row[Value] is not { } cell) return;
        if (row[Item] is null) year.Refuse(row, cell, "missing", new("这一行没有“项目”。", "This row has no item."));
        if (year.ChoiceOf(row, Columns[0]) is not { } item) return;
        var path = item.Code.Split('/');
        var target = year.Object(path[..^1]);
        if (target.Node.ContainsKey(path[^1])) year.Refuse(row, cell, "said-twice", new("这一项填了两次。", "This item is entered twice."));
        else if (IsWhole(path[^1])) PutWhole(row, year, target, path[^1], cell);
        else year.Put(target, path[^1], Columns[1], row, item.Unit);
    }

    /// <summary>Years and versions are whole numbers in the data, not decimals.</summary>
    private static bool IsWhole(string member) => member is "boundaryVersion" or "baseYear";

    private void PutWhole(FilledRow row, YearJson year, Spot target, string member, Cell cell)
    {
        if (year.Number(row, Columns[1]) is not { } number) return;
        if (int.TryParse(number, out var whole)) year.Set(target, member, JsonValue.Create(whole), row, cell);
        else year.Refuse(row, cell, "wrong-type", new("应为整数。", "Enter a whole number."));
    }

    private static string? At(JsonObject data, string pointer) =>
        pointer.Split('/').Aggregate((JsonNode?)data, (at, member) => at?[member])?.ToString();
}
