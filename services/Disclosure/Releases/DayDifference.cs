using System.Text.Json;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure.Releases;

/// <summary>
/// How a table differs from the day before, row by row under their stable names. The CSV repeats whole rows behind a first column: without
/// <c>removed</c> and <c>changedFrom</c>, and with <c>added</c> and <c>changedTo</c>, the day before becomes this day.
/// </summary>
/// <param name="Table">Which.</param>
/// <param name="Pairs">Each row that differs, by name: as it was, as it is.</param>
internal sealed record DayDifference(OpenTable Table, IReadOnlyList<(OpenRow? Before, OpenRow? After)> Pairs)
{
    private const int Most = 200;

    public static DayDifference Of(OpenTable table, IReadOnlyList<OpenRow> before, IReadOnlyList<OpenRow> after)
    {
        var (was, now) = (before.ToDictionary(row => row.Id, StringComparer.Ordinal), after.ToDictionary(row => row.Id, StringComparer.Ordinal));
        return new(table,
        [
            .. from id in was.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
               let pair = (Before: was.GetValueOrDefault(id), After: now.GetValueOrDefault(id))
               where pair.Before != pair.After
               select pair,
        ]);
    }

    /// <summary>A changed row stands on two lines.</summary>
    public string ToCsv() => Csv.Line(Table.Columns.Prepend("change")) + string.Concat(Pairs.Select(pair => pair switch
    {
        ({ } was, { } now) => $"changedFrom,{was.Csv}changedTo,{now.Csv}",
        ({ } was, null) => $"removed,{was.Csv}",
        (null, { } now) => $"added,{now.Csv}",
        _ => "",
    }));

    public int Lines => Pairs.Sum(pair => pair is (not null, not null) ? 2 : 1);

    public TableChanges Summary() => new(
        Table.Name, Pairs.Count(p => p.Before is null), Pairs.Count(p => p is (not null, not null)), Pairs.Count(p => p.After is null), [.. Pairs.Take(Most).Select(Changed)]);

    private RowChange Changed((OpenRow? Before, OpenRow? After) pair)
    {
        var (was, now) = (Read(pair.Before), Read(pair.After));
        var row = now ?? was!.Value;
        return new(
            was is null ? "added" : now is null ? "removed" : "changed", (pair.After ?? pair.Before)!.Id,
            row.GetProperty(Table == OpenTable.Parks ? "id" : "parkId").GetGuid(), Label(row), was is null || now is null ? [] : [.. Cells(was.Value, now.Value)]);
    }

    private Wording Label(JsonElement row)
    {
        var park = row.GetProperty(Table == OpenTable.Parks ? "name" : "parkName").GetString()!;
        return Table.Name switch
        {
            "years" => new($"{park} · {row.GetProperty("year")}", $"{park} · {row.GetProperty("year")}"),
            "events" => new($"{park} · {row.GetProperty("title").GetProperty("zh")}", $"{park} · {row.GetProperty("title").GetProperty("en")}"),
            "disputes" => new($"{row.GetProperty("number")} · {park}", $"{row.GetProperty("number")} · {park}"),
            "key-projects" => new($"{park} · {row.GetProperty("name")}", $"{park} · {row.GetProperty("name")}"),
            _ => new(park, park),
        };
    }

    private static IEnumerable<CellChange> Cells(JsonElement was, JsonElement now) =>
        from column in now.EnumerateObject().Select(member => member.Name).Union(was.EnumerateObject().Select(member => member.Name))
        let cell = new CellChange(column, Text(was, column), Text(now, column))
        where cell.Before != cell.After
        select cell;

    private static string? Text(JsonElement row, string column) =>
        row.TryGetProperty(column, out var cell) && cell.ValueKind != JsonValueKind.Null ? cell.ToString() : null;

    private static JsonElement? Read(OpenRow? row) => row is null ? null : JsonElement.Parse(row.Json);
}
