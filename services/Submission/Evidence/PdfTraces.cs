using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PilotRegistry.Submission.Evidence;

/// <summary>
/// What the plain bytes of a PDF show. It is not parsed: compressed parts stay closed, so what is found here is there, and what is
/// not found may be hidden.
/// </summary>
internal static partial class PdfTraces
{
    /// <summary>How far before its data the dictionary of a picture may begin.</summary>
    private const int DictionaryReach = 2000;

    private const int MaxPictures = 500;

    public static EvidenceFacts? Of(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var dates = PdfDate().Matches(text).Select(m => (Kind: m.Groups[1].Value, At: Date(m.Groups[2].Value))).ToArray();
        var xmp = XmpDate().Matches(text).Select(m => (Kind: m.Groups[1].Value, At: DateTimeOffset.TryParse(m.Groups[2].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var at) ? at : (DateTimeOffset?)null)).ToArray();
        return new(
            EvidenceType.Pdf,
            Math.Max(0, StartXref().Count(text) - 1),
            dates.Where(d => d.Kind == "CreationDate").Concat(xmp.Where(d => d.Kind == "CreateDate")).Min(d => d.At),
            dates.Where(d => d.Kind == "ModDate").Concat(xmp.Where(d => d.Kind == "ModifyDate")).Max(d => d.At),
            Tool().Match(text) is { Success: true } tool ? Readable(tool.Groups[1].Value) : null,
            Camera: null, HasPictureData: null, [.. Pictures(file, text)]);
    }

    /// <summary>SHA-256 of the stored bytes of each picture: the same scan in another file has the same.</summary>
    private static IEnumerable<string> Pictures(byte[] file, string text)
    {
        var found = 0;
        for (var at = text.IndexOf("stream", StringComparison.Ordinal); at >= 0 && found < MaxPictures; at = text.IndexOf("stream", at + 6, StringComparison.Ordinal))
        {
            if (at >= 3 && text.AsSpan(at - 3, 3).SequenceEqual("end")) continue;
            var from = Math.Max(0, at - DictionaryReach);
            var begin = text.LastIndexOf(" obj", at, at - from, StringComparison.Ordinal);
            if (begin < 0 || !Picture().IsMatch(text.AsSpan(begin, at - begin))) continue;
            var data = at + 6 + (text[at + 6] == '\r' ? 2 : 1);
            var end = text.IndexOf("endstream", data, StringComparison.Ordinal);
            if (end < 0) yield break;
            found++;
            yield return Convert.ToHexStringLower(SHA256.HashData(file.AsSpan(data, end - data)));
            at = end;
        }
    }

    /// <summary>D:20250301120000+08'00' with any tail left out; Beijing time where it says none.</summary>
    private static DateTimeOffset? Date(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits < 8) return null;
        string[] forms = ["yyyyMMdd", "yyyyMMddHH", "yyyyMMddHHmm", "yyyyMMddHHmmss"];
        if (!DateTime.TryParseExact(text[..Math.Min(digits, 14)], forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) return null;
        var zone = Zone().Match(text, digits);
        var offset = text.AsSpan(digits).StartsWith("Z") ? TimeSpan.Zero
            : zone.Success ? new TimeSpan(int.Parse(zone.Groups[2].Value, null), 0, 0) * (zone.Groups[1].Value == "-" ? -1 : 1)
            : TimeSpan.FromHours(8);
        return offset.Duration() <= TimeSpan.FromHours(14) ? new(at, offset) : null;
    }

    private static string Readable(string text) => new([.. text.Where(c => c is >= ' ' and <= '~').Take(100)]);

    [GeneratedRegex(@"/(CreationDate|ModDate)\s*\(D:([0-9]{4,14}[^)]{0,10})\)", RegexOptions.None, 2000)]
    private static partial Regex PdfDate();

    [GeneratedRegex(@"<xmp:(CreateDate|ModifyDate)>([0-9T:+.Z-]{10,35})<", RegexOptions.None, 2000)]
    private static partial Regex XmpDate();

    [GeneratedRegex(@"/(?:Producer|Creator)\s*\(([^)]{1,200})\)", RegexOptions.None, 2000)]
    private static partial Regex Tool();

    [GeneratedRegex(@"\bstartxref\b")]
    private static partial Regex StartXref();

    [GeneratedRegex(@"/Subtype\s*/Image\b")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\G([+-])([0-9]{2})")]
    private static partial Regex Zone();
}
