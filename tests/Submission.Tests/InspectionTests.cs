using System.IO.Compression;
using System.Text;
using PilotRegistry.Submission.Evidence;

namespace PilotRegistry.Submission;

/// <summary>What the bytes of an evidence file show.</summary>
public sealed class InspectionTests
{
    [Fact]
    public void A_scanned_bill_is_a_PDF_that_was_saved_once()
    {
        var facts = Sound(EvidenceFiles.Pdf());
        Assert.Equal((EvidenceType.Pdf, 0, "ScanTool"), (facts.Type, facts.Revisions, facts.Software));
        Assert.Equal(new DateTimeOffset(2025, 4, 2, 9, 30, 0, TimeSpan.FromHours(8)), facts.Created);
        Assert.Single(facts.Pictures);
    }

    [Fact]
    public void A_PDF_that_was_saved_again_shows_how_often() => Assert.Equal(2, Sound(EvidenceFiles.Pdf(revisions: 2)).Revisions);

    [Fact]
    public void The_same_scan_in_two_PDFs_has_the_same_hash() =>
        Assert.Equal(Sound(EvidenceFiles.Pdf(month: "03")).Pictures, Sound(EvidenceFiles.Pdf(month: "04")).Pictures);

    [Fact]
    public void A_picture_without_what_a_camera_writes_says_so()
    {
        var facts = Sound(EvidenceFiles.Jpeg);
        Assert.Equal((EvidenceType.Jpeg, (bool?)false), (facts.Type, facts.HasPictureData));
    }

    [Fact]
    public void A_drawing_program_is_named() => Assert.Equal("Adobe Photoshop 25.0", Sound(EvidenceFiles.JpegSavedBy("Adobe Photoshop 25.0")).Software);

    [Fact]
    public void A_workbook_shows_when_it_was_made_and_the_pictures_in_it()
    {
        var facts = Sound(EvidenceFiles.Workbook(("docProps/core.xml",
            "<coreProperties xmlns:dcterms=\"http://purl.org/dc/terms/\"><dcterms:created>2025-03-01T00:00:00Z</dcterms:created></coreProperties>"), ("xl/media/image1.png", "picture")));
        Assert.Equal((EvidenceType.Spreadsheet, new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero)), (facts.Type, facts.Created));
        Assert.Single(facts.Pictures);
    }

    [Theory]
    [InlineData("")]
    [InlineData("日期,电量\n2025-03-01,12")]
    public void A_table_of_text_is_taken_in_UTF8_and_GB18030(string text)
    {
        var encodings = new[] { Encoding.UTF8, CodePagesEncodingProvider.Instance.GetEncoding("GB18030")! };
        Assert.All(encodings, e => Assert.Equal(text.Length == 0 ? "evidence-empty" : null, Inspection.Look(e.GetBytes(text)).Fault?.Code));
    }

    public static TheoryData<string, byte[]> Refused => new()
    {
        { "evidence-empty", [] },
        { "evidence-type", [0x4D, 0x5A, 0x90, 0x00, 0x03] },
        { "evidence-type", Encoding.UTF8.GetBytes("<html><script>alert(1)</script></html>") },
        { "evidence-type", EvidenceFiles.Archive(("readme.txt", "hello")) },
        { "evidence-damaged", EvidenceFiles.Pdf()[..200] },
        { "evidence-damaged", Encoding.UTF8.GetBytes("%PDF-1.7\nnothing else") },
        { "evidence-damaged", EvidenceFiles.Jpeg[..^2] },
        { "evidence-two-things", [.. EvidenceFiles.Jpeg, .. EvidenceFiles.Archive(("evil.js", new string('x', 200)))] },
        { "evidence-two-things", [.. EvidenceFiles.Pdf(), .. EvidenceFiles.Archive(("a", "b")), .. "%%EOF"u8] },
        { "evidence-too-large-unpacked", EvidenceFiles.Archive(("xl/workbook.xml", "<workbook/>"), ("xl/media/bomb", new string('0', 20_000_000))) },
        { "evidence-macros", EvidenceFiles.Workbook(("xl/vbaProject.bin", "macro")) },
        { "evidence-damaged", EvidenceFiles.Workbook(("docProps/core.xml", "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><c>&x;</c>")) },
    };

    [Theory, MemberData(nameof(Refused))]
    public void What_is_no_evidence_is_refused(string code, byte[] file)
    {
        var (facts, fault) = Inspection.Look(file);
        Assert.Null(facts);
        Assert.Equal(code, fault!.Code);
    }

    private static EvidenceFacts Sound(byte[] file)
    {
        var (facts, fault) = Inspection.Look(file);
        Assert.Null(fault);
        return facts!;
    }
}

/// <summary>Small files that are whole, made for the tests.</summary>
internal static class EvidenceFiles
{
    /// <summary>A JPEG of nothing, as a messenger passes it on.</summary>
    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF\0"u8, 0x01, 0x01, 0x00, 0x00, 0x01, 0x00, 0x01, 0x00, 0x00, 0xFF, 0xD9];

    public static byte[] Pdf(int revisions = 0, string month = "03") => Encoding.Latin1.GetBytes(
        $"""
        %PDF-1.4
        1 0 obj << /Producer (ScanTool) /CreationDate (D:20250402093000+08'00') /Title (2025-{month}) >> endobj
        2 0 obj << /Type /XObject /Subtype /Image /Width 1 /Height 1 /Length 9 >>
        stream
        SCANBYTES
        endstream
        endobj
        xref
        trailer << /Info 1 0 R >>
        startxref
        10
        %%EOF
        {string.Concat(Enumerable.Repeat("3 0 obj << >> endobj\nxref\ntrailer << >>\nstartxref\n20\n%%EOF\n", revisions))}
        """.ReplaceLineEndings("\n"));

    /// <summary>With an Exif block that names the program (tag 0x0131).</summary>
    public static byte[] JpegSavedBy(string software)
    {
        byte[] text = [.. Encoding.ASCII.GetBytes(software), 0];
        byte[] tiff =
        [
            .. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x31, 0, 2, 0, 0, 0, (byte)text.Length, 0, 0, 0, 26, 0, 0, 0, 0, .. text,
        ];
        var length = 2 + 6 + tiff.Length;
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)(length >> 8), (byte)length, .. "Exif\0\0"u8, .. tiff, 0xFF, 0xD9];
    }

    public static byte[] Workbook(params (string Name, string Content)[] parts) => Archive([("xl/workbook.xml", "<workbook/>"), .. parts]);

    public static byte[] Archive(params (string Name, string Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }

        return bytes.ToArray();
    }
}
