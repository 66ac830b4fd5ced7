using PilotRegistry.Disclosure.Folding;
using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure.OpenData;

/// <summary>What every column of the open data means, in both languages, from <c>dictionary.csv</c> beside this file.</summary>
/// <param name="Tables">In the order of the files.</param>
public sealed record ColumnMeanings(IReadOnlyList<ColumnMeanings.Table> Tables)
{
    /// <param name="Files">Where the table is, as CSV and as JSONL, below <c>/open-data/</c>.</param>
    public sealed record Table(string Name, IReadOnlyList<string> Files, IReadOnlyList<Column> Columns);

    /// <param name="Unit">Unit, or which codes a value may have; null for text.</param>
    public sealed record Column(string Name, string? Unit, Wording Meaning);

    /// <summary>The languages' words for the two halves of a year's values.</summary>
    private static readonly (string Prefix, Wording Words)[] Halves = [("reported", new("（报送值）", " (as reported)")), ("verified", new("（核查值）", " (as verified)"))];

    public static ColumnMeanings Installed { get; } = new([Read("parks", CsvColumns.Parks), Read("years", CsvColumns.Years), Read("events", CsvColumns.Events), Read("disputes", CsvColumns.Disputes), Read("key-projects", CsvColumns.KeyProjects)]);

    /// <summary>The dictionary itself as a file.</summary>
    public string ToCsv() => Csv.Line(["table", "column", "unit", "zh", "en"])
        + string.Concat(Tables.SelectMany(t => t.Columns.Select(c => Csv.Line([t.Name, c.Name, c.Unit, c.Meaning.Zh, c.Meaning.En]))));

    private static Table Read(string name, IReadOnlyList<string> columns)
    {
        var known = Rows().Where(row => row[0] == name).SelectMany(Columns).ToDictionary(column => column.Name);
        return new(name, [$"{name}.csv", $"{name}.jsonl"], [.. columns.Select(column => known[column])]);
    }

    private static IEnumerable<Column> Columns(string[] row) => row[1] is ['*', .. var value]
        ? Halves.Select(half => new Column(half.Prefix + value, Unit(row), new(row[3] + half.Words.Zh, row[4] + half.Words.En)))
        : [new(row[1], Unit(row), new(row[3], row[4]))];

    private static string? Unit(string[] row) => row[2].Length > 0 ? row[2] : null;

    private static IEnumerable<string[]> Rows()
    {
        using var reader = new StreamReader(typeof(ColumnMeanings).Assembly.GetManifestResourceStream("dictionary.csv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split('|'))];
    }
}
