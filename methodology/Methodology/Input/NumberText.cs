using System.Globalization;
using System.Numerics;

namespace PilotRegistry.Methodology;

/// <summary>
/// How a decimal looks outside: digits and a point. Written without exponent, trailing zeros or -0, so that the same number
/// always has the same bytes; read the same way, so that nothing is rounded or guessed.
/// </summary>
public static class NumberText
{
    /// <summary>More digits than any meter or scale gives, and few enough that products of them stay exact.</summary>
    public const int MaxSignificantDigits = 14;

    private const string Plain = "0.############################";
    private const int MaxFractionDigits = 28;
    private static readonly UInt128 FirstTooLong = (UInt128)100_000_000_000_000;

    public static string Format(decimal value) =>
        value == 0 ? "0" : value.ToString(Plain, CultureInfo.InvariantCulture);

    /// <summary>Reads <c>-?(0|[1-9][0-9]*)(.[0-9]+)?</c>. False for anything else, an exponent included.</summary>
    public static bool TryParse(string text, out decimal value)
    {
        value = 0;
        return IsPlain(text) && decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    public static bool IsPlain(string text)
    {
        var parts = text.StartsWith('-') ? text[1..].Split('.') : text.Split('.');
        return parts.Length <= 2
            && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
            && (parts[0].Length == 1 || parts[0][0] != '0');
    }

    /// <summary>Whether a plain number has few enough digits, leading zeros and the zeros that end a fraction aside.</summary>
    public static bool FitsDigits(string plain)
    {
        var parts = plain.TrimStart('-').Split('.');
        var fraction = parts.Length == 2 ? parts[1].TrimEnd('0') : "";
        return (parts[0] + fraction).TrimStart('0').Length <= MaxSignificantDigits && fraction.Length <= MaxFractionDigits;
    }

    public static bool FitsDigits(decimal value) => Digits(value) < FirstTooLong;

    /// <summary>How many digits a decimal has, the zeros around them aside: 1,200 has two.</summary>
    public static int SignificantDigits(decimal value)
    {
        var digits = Digits(value);
        // Almost every number fits 64 bits, where dividing is many times faster.
        return digits <= ulong.MaxValue ? Count((ulong)digits) : Count(digits);
    }

    /// <summary>The digits as one whole number, without the zeros that end a fraction.</summary>
    private static UInt128 Digits(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var low = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        return bits[2] == 0 ? WithoutEnd(low, value.Scale) : WithoutEnd(new UInt128((uint)bits[2], low), value.Scale);
    }

    private static T WithoutEnd<T>(T digits, int scale) where T : IBinaryInteger<T>
    {
        var ten = T.CreateTruncating(10);
        for (; scale > 0 && digits % ten == T.Zero; scale--) digits /= ten;
        return digits;
    }

    private static int Count<T>(T digits) where T : IBinaryInteger<T>
    {
        var (ten, count) = (T.CreateTruncating(10), 0);
        while (digits > T.Zero && digits % ten == T.Zero) digits /= ten;
        for (; digits > T.Zero; digits /= ten) count++;
        return count;
    }
}
