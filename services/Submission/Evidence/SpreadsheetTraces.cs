using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;

namespace PilotRegistry.Submission.Evidence;

/// <summary>What a workbook says of itself, and the pictures in it.</summary>
internal static class SpreadsheetTraces
{
    private const int MaxProperties = 100_000;
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

    public static EvidenceFacts Of(ZipArchive workbook)
    {
        var (core, app) = (Properties(workbook, "docProps/core.xml"), Properties(workbook, "docProps/app.xml"));
        return new(
            EvidenceType.Spreadsheet, Revisions: 0, Time(core?.Element(Terms + "created")), Time(core?.Element(Terms + "modified")),
            app?.Element(Extended + "Application")?.Value is { Length: > 0 and <= 100 } application ? application : null, Camera: null, HasPictureData: null,
            [.. workbook.Entries.Where(e => e.FullName.StartsWith("xl/media/", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal).Select(Hash)]);
    }

    private static XElement? Properties(ZipArchive workbook, string name)
    {
        if (workbook.GetEntry(name) is not { Length: <= MaxProperties } entry) return null;
        using var xml = XmlReader.Create(entry.Open(), new() { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MaxProperties });
        return XDocument.Load(xml).Root;
    }

    private static DateTimeOffset? Time(XElement? element) => DateTimeOffset.TryParse(element?.Value, System.Globalization.CultureInfo.InvariantCulture, out var at) ? at : null;

    private static string Hash(ZipArchiveEntry picture)
    {
        using var content = picture.Open();
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }
}
