using System.Globalization;

namespace PilotRegistry.Methodology;

/// <summary>
/// How a decimal looks outside: digits and a point. Written without exponent, trailing zeros or -0, so that the same number
/// always has the same bytes; read the same way, so that nothing is rounded or guessed.
/// </summary>
public static class NumberText
{
    private const string Plain = "0.############################";

    public static string Format(decimal value) =>
        value == 0 ? "0" : value.ToString(Plain, CultureInfo.InvariantCulture);

    /// <summary>Reads digits with an optional minus and point. False for anything else, an exponent included.</summary>
    public static bool TryParse(string text, out decimal value)
    {
        value = 0;
        return IsPlain(text) && decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Digits that carry information: all but leading zeros and the zeros that end a fraction.</summary>
    public static int SignificantDigits(string text)
    {
        var digits = text.TrimStart('-');
        if (digits.Contains('.', StringComparison.Ordinal)) digits = digits.TrimEnd('0');
        return digits.Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length;
    }

    /// <summary><c>-?(0|[1-9][0-9]*)(.[0-9]+)?</c></summary>
    private static bool IsPlain(string text)
    {
        var parts = text.StartsWith('-') ? text[1..].Split('.') : text.Split('.');
        return parts.Length <= 2
            && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
            && (parts[0].Length == 1 || parts[0][0] != '0');
    }
}
