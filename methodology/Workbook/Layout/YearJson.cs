using System.Text.Json.Nodes;
using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>
/// ActivityData as it grows out of cells. It remembers which cell each value came from, so that what the validators of
/// ActivityData find wrong is shown at the cell.
/// </summary>
internal sealed class YearJson
{
    private readonly Dictionary<string, (string Sheet, Cell Cell)> places = [];
    private readonly List<CellProblem> problems = [];

    public JsonObject Data { get; } = [];

    public IReadOnlyList<CellProblem> Problems => problems;

    /// <summary>The object at a place, made when it is not there.</summary>
    public Spot Object(params IEnumerable<string> path) => path.Aggregate(new Spot(Data, ""), (at, member) =>
        new(at.Node[member] as JsonObject ?? (JsonObject)(at.Node[member] = new JsonObject())!, $"{at.Pointer}/{member}"));

    /// <summary>A new object at the end of a list, which is named by its path.</summary>
    public Spot Append(string list, FilledRow row)
    {
        var path = list.Split('/');
        return Append(Object(path[..^1]), path[^1], row);
    }

    public Spot Append(Spot parent, string list, FilledRow row)
    {
        var items = parent.Node[list] as JsonArray ?? (JsonArray)(parent.Node[list] = new JsonArray())!;
        var item = new Spot([], $"{parent.Pointer}/{list}/{items.Count}");
        items.Add((JsonNode)item.Node);
        places.TryAdd(item.Pointer, (row.Sheet, new($"A{row.Number}", "", IsNumber: false)));
        return item;
    }

    /// <summary>Puts what a cell says into an object, or notes why it cannot be taken.</summary>
    public void Put(Spot target, string member, Column column, FilledRow row, string unit = "")
    {
        if (row[column.Member] is not { } cell) return;
        var value = column.Kind switch
        {
            ColumnKind.Number => Number(row, column, unit),
            ColumnKind.Choice => ChoiceOf(row, column)?.Code,
            _ => Usable(row, cell) ? cell.Text.Trim() : null
        };
        if (value is null) return;
        Set(target, member, JsonValue.Create(value), row, cell);
    }

    public void Set(Spot target, string member, string value, FilledRow row, Cell cell) => Set(target, member, JsonValue.Create(value), row, cell);

    public void Set(Spot target, string member, JsonValue value, FilledRow row, Cell cell)
    {
        target.Node[member] = value;
        places[$"{target.Pointer}/{member}"] = (row.Sheet, cell);
    }

    /// <summary>A cell's number, or null after noting what is wrong with it.</summary>
    public string? Number(FilledRow row, Column column, string unit = "")
    {
        if (row[column.Member] is not { } cell || !Usable(row, cell)) return null;
        var (number, wrong) = CellNumber.Read(cell.Text, cell.IsNumber, unit.Length > 0 ? unit : column.Unit);
        if (wrong is { } why) Refuse(row, cell, why.Code, why.Message);
        return number;
    }

    /// <summary>What was chosen, or null after noting what is wrong with it.</summary>
    public Choice? ChoiceOf(FilledRow row, Column column)
    {
        if (row[column.Member] is not { } cell || !Usable(row, cell)) return null;
        var chosen = Choice.Find(column.Choices!, cell.Text);
        if (chosen is null)
            Refuse(row, cell, "unknown-code", new($"“{column.Heading}”里没有这一项：请从下拉列表中选择。", $"\"{column.Heading}\" has no such entry: choose one from the list."));
        return chosen;
    }

    public void Refuse(FilledRow row, Cell cell, string code, Wording message) =>
        problems.Add(new(row.Sheet, cell.Reference, CellText.Shown(cell.Text), code, message));

    public void Refuse(CellProblem problem) => problems.Add(problem);

    /// <summary>The validators' findings, each at the cell it is about; those of cells that are refused already are left out.</summary>
    public IEnumerable<CellProblem> AtCells(IEnumerable<InputProblem> found)
    {
        var refused = problems.Select(p => (p.Sheet, p.Cell)).ToHashSet();
        foreach (var problem in found)
        {
            var (sheet, cell) = PlaceOf(problem.Pointer);
            var rowRefused = problem.Code == "missing" && refused.Any(r => r.Sheet == sheet && RowOf(r.Cell) == RowOf(cell.Reference));
            if (!rowRefused && !refused.Contains((sheet, cell.Reference)))
                yield return new(sheet, cell.Reference, CellText.Shown(cell.Text), problem.Code, problem.Message);
        }
    }

    private (string Sheet, Cell Cell) PlaceOf(string pointer)
    {
        for (var at = pointer; ; at = at[..at.LastIndexOf('/')])
        {
            if (places.TryGetValue(at, out var place)) return place;
            if (at.LastIndexOf('/') < 0) return ("", new("", "", IsNumber: false));
        }
    }

    private bool Usable(FilledRow row, Cell cell)
    {
        if (cell.Fault is not { } fault) return true;
        var (code, message) = CellFaults.Describe(fault);
        Refuse(row, cell, code, message);
        return false;
    }

    private static string RowOf(string reference) => reference.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]);
}

/// <summary>An object inside the year's data, and where it is.</summary>
internal sealed record Spot(JsonObject Node, string Pointer);
