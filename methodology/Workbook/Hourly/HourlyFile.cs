using System.IO.Compression;
using System.Xml;
using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>What an hourly file says.</summary>
/// <param name="Sums">Null when there are problems.</param>
/// <param name="Result">Null when there are problems.</param>
/// <param name="Problems">Every row and cell that cannot be taken (at most 200 of them); nothing may be kept while there is one.</param>
public sealed record HourlyReading(HourlySums? Sums, MatchingResult? Result, IReadOnlyList<InputProblem> Problems);

/// <summary>
/// A year of load and green supply, hour by hour or by quarters of an hour, out of CSV or the first sheet of an .xlsx workbook.
/// Read row by row: what stands in memory is the year's hours, whatever the size of the file.
/// </summary>
public static class HourlyFile
{
    /// <summary>The largest file taken.</summary>
    public const long MostBytes = 100 * 1024 * 1024;

    private static ReadOnlySpan<byte> Zip => [0x50, 0x4B, 0x03, 0x04];

    private static ReadOnlySpan<byte> Utf16 => [0xFF, 0xFE];

    private static ReadOnlySpan<byte> Utf16BigEndian => [0xFE, 0xFF];

    /// <param name="file">Can seek.</param>
    /// <param name="year">The accounting year: hours of other years are refused.</param>
    public static HourlyReading Read(Stream file, int year)
    {
        Span<byte> start = stackalloc byte[4096];
        file.Position = 0;
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (start.Length == 0) return Refused("empty", "文件是空的：请重新选择。", "The file is empty: choose it again.");
        if (!start.StartsWith(Zip) && Package.IsOldOrEncrypted(start))
            return Refused("old-or-encrypted", "文件是旧格式 .xls 或设了密码：请去掉密码并另存为 .xlsx 或 CSV。", "An old .xls file or one with a password: remove the password and save it as .xlsx or CSV.");
        if (start.StartsWith(Zip)) return OfWorkbook(file, year);
        return start.Contains((byte)0) && !start.StartsWith(Utf16) && !start.StartsWith(Utf16BigEndian)
            ? Refused("not-a-table", "不是 CSV 或 .xlsx：请按模板填写后上传。", "Neither CSV nor .xlsx: fill in the template and upload it.")
            : new HourlyRows(year).Read(CsvRows.Read(file));
    }

    private static HourlyReading OfWorkbook(Stream file, int year)
    {
        if (Package.Unsound(file) is { } unsound) return new(null, null, [new("", unsound.Code, unsound.Message)]);
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            return new HourlyRows(year).Read(new XlsxRows(archive).Read());
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or IOException)
        {
            // A workbook can only be read to know whether it is one.
            return Refused("not-a-workbook", "文件损坏、过大或不是 .xlsx 工作簿：请另存为 .xlsx 或 CSV 后上传。", "The file is damaged, too large or no .xlsx workbook: save it as .xlsx or CSV and upload it.");
        }
    }

    private static HourlyReading Refused(string code, string zh, string en) => new(null, null, [new("", code, new(zh, en))]);
}
