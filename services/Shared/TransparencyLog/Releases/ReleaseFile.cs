using System.Globalization;
using System.Security.Cryptography;

namespace PilotRegistry.TransparencyLog;

/// <summary>A file of a release, as its manifest names it.</summary>
/// <param name="Name">Lower-case letters, digits, hyphens, and an ending.</param>
/// <param name="Sha256">Of its bytes, in hexadecimal as <c>sha256sum</c> prints it.</param>
/// <param name="Rows">Without a heading.</param>
/// <param name="In">The day whose folder holds the bytes: a file that is the same as the day before is not stored again.</param>
public sealed record ReleaseFile(string Name, string Sha256, long Bytes, long Rows, DateOnly In)
{
    private const string Form = "yyyy-MM-dd";

    public static ReleaseFile Of(string name, ReadOnlySpan<byte> bytes, long rows, DateOnly day) => new(name, HashOf(bytes), bytes.Length, rows, day);

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>A day as folders and addresses name it.</summary>
    public static string NameOf(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>The day that is named so; false for every other spelling.</summary>
    public static bool TryDay(string name, out DateOnly day) =>
        DateOnly.TryParseExact(name, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && NameOf(day) == name;

    internal static bool IsHash(string text) => text.Length == 2 * Digest.Length && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Never a path: whoever checks a release reads the file of that name.</summary>
    internal static bool IsName(string text) => text.Split('.') is [{ Length: > 0 } name, { Length: > 0 } ending]
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && ending.All(char.IsAsciiLetterLower);

    internal string ToLine() => string.Create(CultureInfo.InvariantCulture, $"file {Sha256} {Bytes} {Rows} {NameOf(In)} {Name}\n");

    /// <summary>Null for a line that names no file.</summary>
    internal static ReleaseFile? Read(string line) =>
        line.Split(' ') is ["file", var hash, var bytes, var rows, var day, var name]
        && IsHash(hash) && IsName(name) && TryDay(day, out var held)
        && long.TryParse(bytes, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
        && long.TryParse(rows, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new(name, hash, length, count, held)
            : null;
}
