using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace PilotRegistry.Submission.Evidence;

/// <summary>
/// Looks at the bytes of a file that somebody sent: what it is, whether it is whole, and what it shows of its history. Nothing is
/// executed, rendered or resolved, and nothing is unpacked before its size is known.
/// </summary>
public static class Inspection
{
    private const long MaxUnpacked = 200_000_000;
    private const int MaxParts = 2000, MaxRatio = 200;

    private static ReadOnlySpan<byte> Pdf => "%PDF-"u8;

    private static ReadOnlySpan<byte> PdfEnd => "%%EOF"u8;

    private static ReadOnlySpan<byte> Png => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> PngEnd => [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> JpegEnd => [0xFF, 0xD9];

    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    private static ReadOnlySpan<byte> ZipEnd => [0x50, 0x4B, 0x05, 0x06];

    /// <summary>What the file shows, or why it is not taken.</summary>
    public static (EvidenceFacts? Facts, EvidenceFault? Fault) Look(byte[] file) => file switch
    {
        [] => (null, Faults.Empty),
        _ when Begins(file, Pdf) => EndsWith(file, PdfEnd, within: 1024) && Contains(file, "startxref"u8) ? Sound(file, PdfTraces.Of) : (null, Faults.Damaged),
        _ when Begins(file, Png) => EndsWith(file, PngEnd, within: 0) ? Sound(file, f => PictureTraces.Of(f, EvidenceType.Png)) : (null, Trailing(file, PngEnd)),
        _ when Begins(file, Jpeg) => EndsWith(file, JpegEnd, within: 64) ? Sound(file, f => PictureTraces.Of(f, EvidenceType.Jpeg)) : (null, Trailing(file, JpegEnd)),
        _ when Begins(file, Zip) => OfArchive(file),
        _ when IsText(file) => (new(EvidenceType.Csv, 0, null, null, null, null, null, []), null),
        _ => (null, Faults.UnknownType)
    };

    /// <summary>A file that is something else as well may be shown as one thing and read as another.</summary>
    private static (EvidenceFacts?, EvidenceFault?) Sound(byte[] file, Func<byte[], EvidenceFacts?> traces)
    {
        var tail = file.AsSpan(Math.Max(0, file.Length - 66_000));
        if (tail.IndexOf(ZipEnd) >= 0 || (!Begins(file, Pdf) && file.AsSpan().IndexOf("%PDF-1"u8) >= 0)) return (null, Faults.TwoThingsAtOnce);
        return traces(file) is { } facts ? (facts, null) : (null, Faults.Damaged);
    }

    private static EvidenceFault Trailing(byte[] file, ReadOnlySpan<byte> end) => file.AsSpan().LastIndexOf(end) >= 0 ? Faults.TwoThingsAtOnce : Faults.Damaged;

    private static (EvidenceFacts?, EvidenceFault?) OfArchive(byte[] file)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            if (archive.Entries.Count > MaxParts || archive.Entries.Sum(e => e.Length) is var size && (size > MaxUnpacked || size > (long)file.Length * MaxRatio))
                return (null, Faults.TooLargeUnpacked);
            if (archive.GetEntry("xl/workbook.xml") is null) return (null, Faults.UnknownType);
            return archive.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
                ? (null, Faults.Macros)
                : (SpreadsheetTraces.Of(archive), null);
        }
        catch (Exception broken) when (broken is InvalidDataException or System.Xml.XmlException or IOException)
        {
            // An archive can only be read to know whether it is one.
            return (null, Faults.Damaged);
        }
    }

    private static bool Begins(byte[] file, ReadOnlySpan<byte> mark) => file.AsSpan().StartsWith(mark);

    private static bool Contains(byte[] file, ReadOnlySpan<byte> mark) => file.AsSpan().IndexOf(mark) >= 0;

    private static bool EndsWith(byte[] file, ReadOnlySpan<byte> mark, int within) =>
        file.AsSpan(Math.Max(0, file.Length - within - mark.Length)).LastIndexOf(mark) >= 0;

    private static bool IsText(byte[] file) =>
        !file.AsSpan().Contains((byte)0) && (Utf8.IsValid(file) || IsGb18030(file)) && !Begins(file, "<"u8) && !Begins(file, "{\\rtf"u8);

    private static bool IsGb18030(byte[] file)
    {
        var strict = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.Clone() as Encoding;
        strict!.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            strict.GetCharCount(file);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
