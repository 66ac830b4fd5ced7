using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace PilotRegistry.Workbook.Tests;

/// <summary>A year of hours as a file, for tests to spoil.</summary>
internal static class HourlyYear
{
    public const int Year = 2025, Hours = 8760;

    /// <summary>10 MWh of load in each hour; direct supply of 20 in every second.</summary>
    public static string Csv(
        string headings = "时段起点,用电量(MWh),绿电直连(MWh)", Func<int, string>? row = null, int minutes = 60, int year = Year, string time = "yyyy-MM-dd HH:mm")
    {
        var text = new StringBuilder(headings).Append('\n');
        var n = 0;
        for (var at = new DateTime(year, 1, 1); at.Year == year; at = at.AddMinutes(minutes), n++)
            text.Append(at.ToString(time, CultureInfo.InvariantCulture)).Append(',').Append(row?.Invoke(n) ?? (n % 2 == 0 ? "10,20" : "10,0")).Append('\n');
        return text.ToString();
    }

    public static HourlyReading Read(string csv, int year = Year) => Read(Encoding.UTF8.GetBytes(csv), year);

    public static HourlyReading Read(byte[] file, int year = Year)
    {
        using var stream = new MemoryStream(file);
        return HourlyFile.Read(stream, year);
    }

    /// <summary>Only the rows given, under the usual headings.</summary>
    public static HourlyReading ReadRows(params string[] rows) => Read("时段起点,用电量(MWh),绿电直连(MWh)\n" + string.Join('\n', rows));

    /// <summary>A workbook whose only sheet has these rows; numbers as numbers, the rest as shared texts.</summary>
    public static byte[] Xlsx(IEnumerable<object[]> rows, string? sheet = null)
    {
        var texts = new Dictionary<string, int>();
        sheet ??= $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{string.Concat(rows.Select((row, n) => $"<row r=\"{n + 1}\">{string.Concat(row.Select(Cell))}</row>"))}</sheetData></worksheet>";
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return Zip(
            ("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"逐时\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{main}\">{string.Concat(texts.Keys.Select(t => $"<si><t>{SecurityElement.Escape(t)}</t></si>"))}</sst>"),
            ("xl/worksheets/sheet1.xml", sheet));

        string Cell(object value) => value is string text
            ? $"<c t=\"s\"><v>{(texts.TryAdd(text, texts.Count) ? texts.Count - 1 : texts[text])}</v></c>"
            : string.Create(CultureInfo.InvariantCulture, $"<c><v>{value}</v></c>");
    }

    public static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(content);
            }

        return bytes.ToArray();
    }
}
