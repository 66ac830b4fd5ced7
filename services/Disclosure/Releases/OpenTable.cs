using System.Text.Json;
using PilotRegistry.Disclosure.Folding;

namespace PilotRegistry.Disclosure.Releases;

/// <summary>A row of the open data in both forms.</summary>
/// <param name="Id">What it is known by on every day.</param>
/// <param name="Csv">With its line end.</param>
/// <param name="Json">Without.</param>
internal sealed record OpenRow(string Id, string Csv, string Json);

/// <summary>A table of the open data.</summary>
/// <param name="Ids">The columns that together name a row for ever.</param>
internal sealed record OpenTable(string Name, IReadOnlyList<string> Columns, params IReadOnlyList<string> Ids)
{
    public static readonly OpenTable
        Parks = new("parks", CsvColumns.Parks, "id"),
        Years = new("years", CsvColumns.Years, "parkId", "year"),
        Events = new("events", CsvColumns.Events, "eventId"),
        Disputes = new("disputes", CsvColumns.Disputes, "number"),
        KeyProjects = new("key-projects", CsvColumns.KeyProjects, "parkId", "number");

    public static readonly IReadOnlyList<OpenTable> All = [Parks, Years, Events, Disputes, KeyProjects];

    public string CsvName => $"{Name}.csv";

    public string JsonName => $"{Name}.jsonl";

    public OpenRow Row(string csv, string json)
    {
        using var read = JsonDocument.Parse(json);
        return new(string.Join(' ', Ids.Select(id => read.RootElement.GetProperty(id).ToString())), csv, json);
    }
}
