using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>Opens an .xlsx that somebody sent, or says why it is none. Nothing inside is trusted: sizes are looked at first.</summary>
internal static class Package
{
    private const long MaxUnpacked = 200_000_000;
    private const int MaxParts = 500;

    /// <summary>What one part may unpack to while it is read, whatever the archive claims.</summary>
    internal const long MaxCharactersInPart = 100_000_000;

    private static readonly byte[] OldOrEncrypted = [0xD0, 0xCF, 0x11, 0xE0];

    public static CellProblem Damaged => Whole(
        "not-a-workbook", "文件损坏或不是 .xlsx 工作簿：请重新下载模板填写。", "The file is damaged or no .xlsx workbook: download the template again and fill it in.");

    public static (SpreadsheetDocument? Document, CellProblem? Problem) Open(Stream file)
    {
        if (Unsound(file) is { } problem) return (null, problem);
        try
        {
            file.Position = 0;
            var document = SpreadsheetDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = MaxCharactersInPart });
            return document.WorkbookPart?.Workbook is null || document.WorkbookPart.VbaProjectPart is not null
                ? Refused(document, "not-a-workbook", "不是 .xlsx 工作簿，或含有宏：请用模板填写并另存为 .xlsx。", "No .xlsx workbook, or one with macros: fill in the template and save it as .xlsx.")
                : (document, null);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or FileFormatException or System.Xml.XmlException or InvalidDataException or InvalidOperationException)
        {
            // The library has no way to ask whether a file is a workbook.
            return (null, Damaged);
        }
    }

    /// <summary>Whether it begins as an .xls of before 2007 does, or as any workbook with a password.</summary>
    internal static bool IsOldOrEncrypted(ReadOnlySpan<byte> start) => start.StartsWith(OldOrEncrypted);

    /// <summary>Why it is better not opened; null when it may be.</summary>
    internal static CellProblem? Unsound(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        file.Position = 0;
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read == start.Length && IsOldOrEncrypted(start))
            return Whole("old-or-encrypted", "文件是旧格式 .xls 或设了密码：请去掉密码并另存为 .xlsx。", "An old .xls file or one with a password: remove the password and save it as .xlsx.");
        try
        {
            file.Position = 0;
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Count > MaxParts || archive.Entries.Sum(e => e.Length) > MaxUnpacked
                ? Whole("too-large", "文件解压后过大：请只保留模板中的工作表和数据。", "Too large when unpacked: keep only the template's sheets and the data.")
                : null;
        }
        catch (InvalidDataException)
        {
            return Whole("not-a-workbook", "不是 .xlsx 工作簿：请下载模板，填写后保存为 .xlsx。", "No .xlsx workbook: download the template, fill it in and save it as .xlsx.");
        }
    }

    private static (SpreadsheetDocument?, CellProblem?) Refused(SpreadsheetDocument document, string code, string zh, string en)
    {
        document.Dispose();
        return (null, Whole(code, zh, en));
    }

    internal static CellProblem Whole(string code, string zh, string en) => new("", "", "", code, new Wording(zh, en));
}
