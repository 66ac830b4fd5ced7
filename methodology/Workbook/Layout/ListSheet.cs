using System.Text.Json.Nodes;

namespace PilotRegistry.Workbook;

/// <summary>A sheet whose rows are the lines of one list; columns are members of a line.</summary>
/// <param name="list">Where the list is, e.g. <c>indicators/unitProducts</c>.</param>
internal sealed class ListSheet(string name, string hint, string list, params IReadOnlyList<Column> columns) : Sheet(name, hint, columns)
{
    public override int SpareRows => 30;

    public override IEnumerable<Dictionary<string, string?>> Fill(JsonObject data, JsonObject last) =>
        Lines(data, list).Select(line => Columns.ToDictionary(c => c.Member, c => Shown(c, line)));

    public override void Take(FilledRow row, YearJson year)
    {
        var line = year.Append(list, row);
        foreach (var column in Columns)
            if (column.Kind is not ColumnKind.Fixed)
                year.Put(line, column.Member, column, row, UnitOf(row));
    }

    /// <summary>The objects of a list, wherever it is; none when it is not there.</summary>
    public static IEnumerable<JsonObject> Lines(JsonObject data, string list) =>
        list.Split('/').Aggregate((JsonNode?)data, (at, member) => at?[member]) is JsonArray lines ? lines.OfType<JsonObject>() : [];

    public static string? Shown(Column column, JsonObject line) => line[column.Member] switch
    {
        null => null,
        var value when column.Kind is ColumnKind.Choice => column.Choices!.FirstOrDefault(c => c.Code == value.ToString())?.Label ?? value.ToString(),
        var value => value.ToString()
    };

    /// <summary>The unit that the row's choice brings with it.</summary>
    private string UnitOf(FilledRow row) =>
        Columns.Where(c => c.Kind is ColumnKind.Choice).Select(c => row[c.Member] is { } cell ? Choice.Find(c.Choices!, cell.Text)?.Unit : null)
            .FirstOrDefault(unit => unit?.Length > 0) ?? "";
}
