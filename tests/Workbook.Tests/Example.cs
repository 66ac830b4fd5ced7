using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PilotRegistry.Methodology;
using XlCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using XlSheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace PilotRegistry.Workbook.Tests;

/// <summary>A template of a park, filled in by a test as a person would fill it in.</summary>
internal sealed class Example : IDisposable
{
    public static readonly Guid Park = new("0198c0de-0000-7000-8000-0000000000aa");
    public static readonly RulePacks Packs = RulePackLoader.LoadInstalled();
    public static readonly RulePack Pack = Packs.Find("national/2025-trial", 2025)!;

    private readonly MemoryStream file = new();

    private Example(ActivityData data, ActivityData? last)
    {
        YearWorkbook.Write(file, new YearTemplate(Park, "示例园区", data, last), Pack);
    }

    public static Example Empty(int year = 2025) => Of(new ActivityData { Year = year });

    public static Example Of(ActivityData data, ActivityData? last = null) => new(data, last);

    public static ActivityData Named(string name) =>
        ActivityDataReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "examples", name))).Data!;

    public WorkbookReading Read() => YearWorkbook.Read(file, Packs);

    public byte[] Bytes => file.ToArray();

    /// <summary>Types into the row whose first cell holds <paramref name="item"/>, under a heading; text unless it is a number.</summary>
    public Example Type(string sheet, string item, string heading, object value)
    {
        Change(sheet, data => Put(RowOf(data, item), ColumnOf(data, heading), value));
        return this;
    }

    /// <summary>Types a whole new row under the headings, at the first free one of the spare rows.</summary>
    public Example Append(string sheet, params (string Heading, object Value)[] cells)
    {
        Change(sheet, data =>
        {
            var row = data.Elements<Row>().Skip(3).First(r => r.Elements<XlCell>().All(c => TextOf(c).Length == 0));
            foreach (var (heading, value) in cells) Put(row, ColumnOf(data, heading), value);
        });
        return this;
    }

    public Example Change(string sheet, Action<SheetData> change) => Change(document =>
    {
        var part = PartOf(document, sheet);
        change(part.Worksheet.GetFirstChild<SheetData>()!);
        part.Worksheet.Save();
    });

    public Example Change(Action<SpreadsheetDocument> change)
    {
        file.Position = 0;
        using var document = SpreadsheetDocument.Open(file, isEditable: true);
        change(document);
        return this;
    }

    public static WorksheetPart PartOf(SpreadsheetDocument document, string sheet) => (WorksheetPart)document.WorkbookPart!.GetPartById(
        document.WorkbookPart.Workbook.Descendants<XlSheet>().Single(s => s.Name == sheet).Id!);

    public static Row RowOf(SheetData data, string item) => data.Elements<Row>().First(r => r.Elements<XlCell>().Any(c => TextOf(c).StartsWith(item, StringComparison.Ordinal)));

    public static string ColumnOf(SheetData data, string heading) =>
        new([.. data.Elements<Row>().ElementAt(2).Elements<XlCell>().First(c => TextOf(c) == heading).CellReference!.Value!.TakeWhile(char.IsLetter)]);

    public static XlCell CellOf(Row row, string column) => row.Elements<XlCell>().First(c => c.CellReference == $"{column}{row.RowIndex}");

    private static void Put(Row row, string column, object value)
    {
        var cell = CellOf(row, column);
        cell.RemoveAllChildren();
        if (value is string text)
        {
            cell.DataType = CellValues.InlineString;
            cell.InlineString = new InlineString(new Text(text));
        }
        else
        {
            cell.DataType = null;
            cell.CellValue = new CellValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!);
        }
    }

    private static string TextOf(XlCell cell) => cell.InnerText;

    public void Dispose() => file.Dispose();
}
