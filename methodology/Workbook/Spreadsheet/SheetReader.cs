using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PilotRegistry.Workbook;

/// <summary>One row of a sheet: its cells with content, by column letters.</summary>
internal sealed record SheetRow(int Number, IReadOnlyDictionary<string, Cell> Cells);

/// <summary>Reads a sheet row by row, so that a big one never stands in memory as a whole.</summary>
internal sealed class SheetReader
{
    /// <summary>Excel's own formats that mean a date or a time (ECMA-376 part 1, 18.8.30); the others are custom.</summary>
    private const int FirstCustomFormat = 164;

    /// <summary>Every cell is held against them; the template has none.</summary>
    public const int MaxMerged = 1000;

    private readonly SpreadsheetDocument document;
    private readonly string[] shared;
    private readonly bool[] isDate;
    private readonly Dictionary<WorksheetPart, IReadOnlyList<Range>> merges = [];

    public SheetReader(SpreadsheetDocument document)
    {
        this.document = document;
        shared = SharedTexts(document.WorkbookPart!.SharedStringTablePart);
        isDate = DateStyles(document.WorkbookPart!.WorkbookStylesPart?.Stylesheet);
    }

    /// <summary>The sheet of this name, blanks and width of letters aside; null when there is none.</summary>
    public WorksheetPart? Find(string name)
    {
        var id = document.WorkbookPart!.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .FirstOrDefault(sheet => CellText.Plain(sheet.Name?.Value ?? "") == CellText.Plain(name))?.Id?.Value;
        return id is null ? null : document.WorkbookPart.GetPartById(id) as WorksheetPart;
    }

    public IEnumerable<SheetRow> Rows(WorksheetPart sheet)
    {
        var merged = Merged(sheet);
        foreach (var (number, raw) in SheetXml.Rows(sheet))
        {
            var cells = new Dictionary<string, Cell>(raw.Count);
            foreach (var cell in raw)
                if (Read(cell, number, merged) is { } read) cells[Letters(cell.Column)] = read;
            yield return new(number, cells);
        }
    }

    /// <summary>More merged ranges than anybody fills a form with.</summary>
    public bool MergesTooOften(WorksheetPart sheet) => Merged(sheet).Count > MaxMerged;

    private Cell? Read(RawCell cell, int row, IReadOnlyList<Range> merged)
    {
        var text = cell.Type == "s" && int.TryParse(cell.Value, out var place) && place >= 0 && place < shared.Length ? shared[place] : cell.Value ?? "";
        var isNumber = cell.Type == "n";
        if (text.Length == 0 && !cell.HasFormula) return null;
        if (string.IsNullOrWhiteSpace(text) && !cell.HasFormula && !isNumber) return null;
        // A formula that gives "" is what people write for "nothing here".
        if (text.Length == 0 && cell.Type == "str") return null;
        CellFault? fault = merged.Any(m => m.Holds(cell.Column, row)) ? CellFault.Merged
            : cell.Type == "e" ? CellFault.FormulaError
            : cell.Type == "b" ? CellFault.Boolean
            : text.Length == 0 ? CellFault.FormulaWithoutValue
            : cell.Type == "d" || (isNumber && cell.Style < isDate.Length && isDate[cell.Style]) ? CellFault.Date
            : null;
        return new($"{Letters(cell.Column)}{row}", text, isNumber, fault);
    }

    private static string[] SharedTexts(SharedStringTablePart? part)
    {
        if (part is null) return [];
        var texts = new List<string>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement) texts.Add(TextOf((SharedStringItem)reader.LoadCurrentElement()!));
        return [.. texts];
    }

    /// <summary>Without the phonetic hints that East Asian input methods leave behind.</summary>
    private static string TextOf(SharedStringItem item) => item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(run => run.Text?.Text));

    private static bool[] DateStyles(Stylesheet? styles)
    {
        var custom = styles?.NumberingFormats?.Elements<NumberingFormat>().ToDictionary(f => f.NumberFormatId?.Value ?? 0, f => f.FormatCode?.Value ?? "") ?? [];
        return [.. styles?.CellFormats?.Elements<CellFormat>().Select(format => IsDate(format.NumberFormatId?.Value ?? 0, custom)) ?? []];
    }

    private static bool IsDate(uint format, Dictionary<uint, string> custom) => format < FirstCustomFormat
        ? format is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58)
        : custom.TryGetValue(format, out var code) && code.Split('"').Where((_, n) => n % 2 == 0).Any(part => part.IndexOfAny(['y', 'd', '年', '月', '日']) >= 0);

    /// <summary>Ranges of more than one cell, one more than is taken at most. They stand behind the rows in the file, so they are looked for first.</summary>
    private IReadOnlyList<Range> Merged(WorksheetPart sheet)
    {
        if (merges.TryGetValue(sheet, out var known)) return known;
        var ranges = new List<Range>();
        using var reader = OpenXmlReader.Create(sheet);
        while (ranges.Count <= MaxMerged && reader.Read())
            if (reader.ElementType == typeof(SheetData) && reader.IsStartElement) reader.Skip();
            else if (reader.ElementType == typeof(MergeCell) && reader.IsStartElement && Range.Of((MergeCell)reader.LoadCurrentElement()!) is { } range) ranges.Add(range);
        return merges[sheet] = ranges;
    }

    internal static int ColumnNumber(string reference) =>
        reference.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1);

    private static readonly string[] First = [.. Enumerable.Range(0, 64).Select(Spelled)];

    internal static string Letters(int column) => column is >= 0 and < 64 ? First[column] : Spelled(column);

    private static string Spelled(int column) => column <= 0 ? "" : column <= 26 ? $"{(char)('A' + column - 1)}" : Spelled((column - 1) / 26) + Spelled(((column - 1) % 26) + 1);

    private sealed record Range(int Left, int Top, int Right, int Bottom)
    {
        public static Range? Of(MergeCell merge)
        {
            var ends = (merge.Reference?.Value ?? "").Split(':');
            return ends.Length == 2 ? new(ColumnNumber(ends[0]), RowOf(ends[0]), ColumnNumber(ends[1]), RowOf(ends[1])) : null;
        }

        public bool Holds(int column, int row) => column >= Left && column <= Right && row >= Top && row <= Bottom;

        private static int RowOf(string reference) => int.TryParse(reference.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]), out var row) ? row : 0;
    }
}
