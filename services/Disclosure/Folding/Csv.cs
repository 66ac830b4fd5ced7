using System.Globalization;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>Lines of CSV (RFC 4180). Files begin with a byte order mark, because Excel reads UTF-8 only with one.</summary>
internal static class Csv
{
    public static string Line(IEnumerable<object?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>
    /// A text that a spreadsheet would take for a formula is defused with a leading apostrophe; numbers are never touched.
    /// </summary>
    private static string Cell(object? value) => value switch
    {
        null => "",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        string { Length: > 0 } text when text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' => Quoted("'" + text),
        string text => Quoted(text),
        bool yes => yes ? "true" : "false",
        DateTimeOffset at => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => Quoted(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny("\",\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
