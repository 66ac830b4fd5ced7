using System.Globalization;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>Lines of CSV (RFC 4180). Files begin with a byte order mark, because Excel reads UTF-8 only with one.</summary>
internal static class Csv
{
    public static string Line(IEnumerable<object?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>
    /// A text that a spreadsheet would take for a formula is defused with a leading apostrophe, also when blanks stand before it or
    /// when it is typed in the wide letters of Chinese input; numbers are never touched.
    /// </summary>
    private static string Cell(object? value) => value switch
    {
        null => "",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        string text when IsFormula(text) => Quoted("'" + text),
        string text => Quoted(text),
        bool yes => yes ? "true" : "false",
        DateTimeOffset at => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Quoted(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    private static bool IsFormula(string text) => text is ['\t' or '\r' or '\n', ..] || text.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
