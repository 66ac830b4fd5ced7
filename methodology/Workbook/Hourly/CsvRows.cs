using System.Text;

namespace PilotRegistry.Workbook;

/// <summary>
/// Rows of a CSV file (RFC 4180), one at a time and none of them long, so that a big file never stands in memory. Cells are parted
/// by comma, semicolon or tab, whichever the first row of cells has; what <c>#</c> begins is a note. A cell has no line end.
/// </summary>
internal static class CsvRows
{
    private const int LongestRow = 4000;

    public static IEnumerable<TableRow> Read(Stream file)
    {
        using var text = new StreamReader(file, TableEncoding.Of(file), detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
        var (line, part) = (new StringBuilder(), default(char?));
        for (var number = 1; ReadLine(text, line) is { } read; number++)
        {
            if (read > LongestRow)
            {
                yield return new(number, [], TooLong: true);
                continue;
            }

            var row = line.ToString().TrimStart('\uFEFF');
            if (string.IsNullOrWhiteSpace(row) || row.TrimStart('"', ' ').StartsWith('#')) continue;
            part ??= row.Contains('\t', StringComparison.Ordinal) ? '\t' : row.Contains(';', StringComparison.Ordinal) && !row.Contains(',', StringComparison.Ordinal) ? ';' : ',';
            yield return new(number, Cells(row, part.Value));
        }
    }

    /// <summary>Puts at most the longest row into <paramref name="line"/>; gives the line's whole length, null at the end.</summary>
    private static long? ReadLine(StreamReader text, StringBuilder line)
    {
        line.Clear();
        for (var length = 0L; ; length++)
        {
            var read = text.Read();
            if (read < 0) return length == 0 ? null : length;
            if (read == '\n') return length;
            if (length <= LongestRow && read != '\r') line.Append((char)read);
        }
    }

    private static List<TableCell> Cells(string row, char part)
    {
        var (cells, cell, quoted) = (new List<TableCell>(12), new StringBuilder(), false);
        for (var at = 0; at < row.Length; at++)
            if (row[at] == '"' && quoted && at + 1 < row.Length && row[at + 1] == '"') cell.Append(row[at++]);
            else if (row[at] == '"') quoted = !quoted;
            else if (row[at] == part && !quoted) Next();
            else cell.Append(row[at]);
        Next();
        return cells;

        void Next()
        {
            cells.Add(new(cell.ToString()));
            cell.Clear();
        }
    }
}
