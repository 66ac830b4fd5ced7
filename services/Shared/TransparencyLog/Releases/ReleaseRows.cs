namespace PilotRegistry.TransparencyLog;

/// <summary>The rows of a release's files, as bytes: CSV (RFC 4180, lines end in CRLF, a quoted cell may hold line ends) and JSONL.</summary>
public static class ReleaseRows
{
    /// <summary>Each line of a CSV file with its end, the heading first.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> OfCsv(ReadOnlyMemory<byte> file)
    {
        var (lines, from, isQuoted) = (new List<ReadOnlyMemory<byte>>(), 0, false);
        for (var at = 0; at < file.Length; at++)
        {
            var sign = file.Span[at];
            isQuoted ^= sign == (byte)'"';
            if (sign == (byte)'\n' && !isQuoted)
            {
                lines.Add(file[from..(at + 1)]);
                from = at + 1;
            }
        }

        return from == file.Length ? lines : [.. lines, file[from..]];
    }

    /// <summary>Each line without its end.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> OfJsonLines(ReadOnlyMemory<byte> file)
    {
        var lines = new List<ReadOnlyMemory<byte>>();
        for (int from = 0, length; from < file.Length; from += length + 1)
        {
            length = file.Span[from..].IndexOf((byte)'\n') is >= 0 and var found ? found : file.Length - from;
            lines.Add(file.Slice(from, length));
        }

        return lines;
    }

    /// <summary>How many rows a file has; null for a file that is no table.</summary>
    public static long? Count(string name, ReadOnlyMemory<byte> file) => Path.GetExtension(name) switch
    {
        ".csv" => OfCsv(file).Count - 1,
        ".jsonl" => OfJsonLines(file).Count,
        _ => null,
    };
}
