using System.Globalization;
using System.Text;

namespace PilotRegistry.Methodology;

/// <summary>A pack's table: a header, then one row a line; a cell with a comma or quote is quoted.</summary>
internal sealed class CsvTable
{
    public IReadOnlyList<CsvRow> Rows { get; }

    public CsvTable(string path, string text, PackFaults faults)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 2) faults.Add(path, "has no rows");
        var header = lines.Length == 0 ? [] : Cells(lines[0]);
        var rows = new List<CsvRow>();
        for (var at = 1; at < lines.Length; at++)
        {
            var cells = Cells(lines[at]);
            var place = $"{path}:{at + 1}";
            if (cells.Count == header.Count) rows.Add(new(place, header, cells, faults));
            else faults.Add(place, $"has {cells.Count} cells where the header has {header.Count}");
        }
        Rows = rows;
    }

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"') cell.Append(line[++at]);
            else if (line[at] == '"') quoted = !quoted;
            else if (line[at] == ',' && !quoted) { cells.Add(cell.ToString()); cell.Clear(); }
            else cell.Append(line[at]);
        }
        cells.Add(cell.ToString());
        return cells;
    }
}

/// <summary>One row; what it cannot answer becomes a fault with file and line.</summary>
internal sealed class CsvRow(string place, List<string> header, List<string> cells, PackFaults faults)
{
    public string Place => place;

    public string this[string column]
    {
        get
        {
            var at = header.IndexOf(column);
            if (at < 0) faults.Add(place, $"the column {column} is missing");
            return at < 0 ? "" : cells[at];
        }
    }

    public decimal? Decimal(string column)
    {
        if (this[column] is not { Length: > 0 } text) return null;
        if (NumberText.TryParse(text, out var value)) return value;
        faults.Add(place, $"{column} is no number: {text}");
        return null;
    }

    public int Year(string column)
    {
        if (int.TryParse(this[column], NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return year;
        faults.Add(place, $"{column} is no year: {this[column]}");
        return 0;
    }

    /// <summary>A number with its source and mark; null when the cell is empty.</summary>
    public SourcedNumber? Sourced(string id, string unit, string column, string sourceColumn, string markColumn)
    {
        if (Decimal(column) is not { } value) return null;
        var number = new SourcedNumber { Id = id, Value = value, Unit = unit, Source = this[sourceColumn], Mark = this[markColumn] };
        faults.CheckOrigin($"{place} {column}", number.Source, number.Mark);
        return number;
    }

    public Wording Wording(string chineseColumn, string englishColumn)
    {
        var wording = new Wording(this[chineseColumn], this[englishColumn]);
        if (wording.Zh.Length == 0 || wording.En.Length == 0) faults.Add(place, $"{chineseColumn} and {englishColumn} must both be given");
        return wording;
    }

    public Wording? OptionalWording(string chineseColumn, string englishColumn) =>
        this[chineseColumn].Length + this[englishColumn].Length == 0 ? null : Wording(chineseColumn, englishColumn);

    /// <summary>A cell that is one of a few words.</summary>
    public T OneOf<T>(string column, params ReadOnlySpan<(string Word, T Value)> words)
    {
        foreach (var (word, value) in words)
            if (word == this[column]) return value;
        faults.Add(place, $"{column} is unknown: {this[column]}");
        return words[0].Value;
    }
}

