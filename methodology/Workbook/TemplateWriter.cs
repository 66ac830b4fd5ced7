using System.Text.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PilotRegistry.Methodology;
using XlCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using XlSheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace PilotRegistry.Workbook;

/// <summary>Writes the workbook: a cover, a sheet for each form, and the drop-down lists on a hidden one.</summary>
internal sealed class TemplateWriter(YearTemplate template, RulePack pack)
{
    private const string Lists = "选项";
    private const int HeadingRow = 3;

    private readonly List<(string Name, IReadOnlyList<Choice> Choices)> lists = [];
    private readonly JsonObject data = Json(template.Data);
    private readonly JsonObject last = template.LastYear is { } year ? Json(year) : [];

    public void Write(Stream output, IReadOnlyList<Sheet> sheets)
    {
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = TemplateStyles.Sheet();
        var index = new Sheets();
        Add(YearWorkbook.Cover, CoverPage());
        foreach (var sheet in sheets) Add(sheet.Name, Page(sheet));
        Add(Lists, ListsPage()).State = SheetStateValues.Hidden;
        workbook.Workbook = new(index);

        XlSheet Add(string name, Worksheet page)
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = page;
            var entry = new XlSheet { Name = name, SheetId = (uint)index.Count() + 1, Id = workbook.GetIdOfPart(part) };
            index.Append(entry);
            return entry;
        }
    }

    private Worksheet CoverPage()
    {
        string[][] lines =
        [
            ["零碳园区年度数据填报模板"], ["园区", template.ParkName], [CoverSheet.ParkLabel, template.Park.ToString()],
            [CoverSheet.YearLabel, $"{template.Data.Year}"], [CoverSheet.PackLabel, template.Data.RulePack ?? $"{pack.Id}@{pack.Version}"], [],
            ["怎么填", "只填黄色单元格；灰色为单位和上年参考值，不会被读取。没有的项目留空，确实为零请填 0。"],
            ["", "数值只写数字；可以用公式，但请保存后再上传。请勿合并单元格、修改表头或增加列。"],
            ["", "上传后先预览：有问题的单元格会逐个列出，确认前不会保存任何内容。"],
            ["数据质量", "实测：计量器具读数；计算：由实测值推算；缺省：采用缺省值；估算：无依据的估计。各项占比随结果公开。"],
            ["依据", $"{pack.Title.Zh}，{pack.Source}"],
        ];
        var rows = lines.Select((line, n) => RowOf(n + 1, line.Select((text, column) => TextCell(column + 1, n + 1, text,
            n == 0 ? CellStyle.Title : column == 0 ? CellStyle.Heading : CellStyle.Plain))));
        return new(Widths([18, 90]), new SheetData(rows));
    }

    private Worksheet Page(Sheet sheet)
    {
        var filled = sheet.Fill(data, last).Concat(Enumerable.Repeat(new Dictionary<string, string?>(), sheet.SpareRows)).ToArray();
        var head = new[]
        {
            RowOf(1, [TextCell(1, 1, sheet.Name, CellStyle.Title)]), RowOf(2, [TextCell(1, 2, sheet.Hint, CellStyle.Hint)]),
            RowOf(HeadingRow, sheet.Columns.Select((c, n) => TextCell(n + 1, HeadingRow, c.Heading, CellStyle.Heading))),
        };
        var body = filled.Select((row, n) => RowOf(HeadingRow + 1 + n, sheet.Columns.Select((c, at) =>
            ValueCell(at + 1, HeadingRow + 1 + n, c, row.GetValueOrDefault(c.Member)))));
        var page = new Worksheet(
            new SheetViews(new SheetView(
                new Pane { VerticalSplit = HeadingRow, HorizontalSplit = 1, TopLeftCell = $"B{HeadingRow + 1}", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen })
            { WorkbookViewId = 0 }),
            Widths(sheet.Columns.Select(c => c.Width)),
            new SheetData(head.Concat(body)));
        if (DropDowns(sheet, HeadingRow + filled.Length) is { } dropDowns) page.Append(dropDowns);
        return page;
    }

    private DataValidations? DropDowns(Sheet sheet, int lastRow)
    {
        var validations = sheet.Columns.Index().Where(c => c.Item.Kind is ColumnKind.Choice).Select(c => new DataValidation(
            new Formula1($"'{Lists}'!{RangeOf(c.Item.Choices!)}"))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = c.Item.Heading,
            Error = "请从下拉列表中选择。",
            SequenceOfReferences = new() { InnerText = $"{SheetReader.Letters(c.Index + 1)}{HeadingRow + 1}:{SheetReader.Letters(c.Index + 1)}{lastRow}" },
        }).ToArray();
        return validations.Length == 0 ? null : new(validations) { Count = (uint)validations.Length };
    }

    /// <summary>A column of the hidden sheet for each different list.</summary>
    private string RangeOf(IReadOnlyList<Choice> choices)
    {
        var at = lists.FindIndex(list => list.Choices.SequenceEqual(choices));
        if (at < 0)
        {
            at = lists.Count;
            lists.Add(($"L{at}", choices));
        }

        var letters = SheetReader.Letters(at + 1);
        return $"${letters}$1:${letters}${choices.Count}";
    }

    private Worksheet ListsPage() => new(new SheetData(Enumerable.Range(0, lists.Count == 0 ? 0 : lists.Max(l => l.Choices.Count)).Select(n =>
        RowOf(n + 1, lists.Index().Where(l => n < l.Item.Choices.Count).Select(l => TextCell(l.Index + 1, n + 1, l.Item.Choices[n].Label, CellStyle.Plain))))));

    private static XlCell ValueCell(int column, int row, Column kind, string? value)
    {
        var style = kind.Kind is ColumnKind.Fixed ? CellStyle.Fixed : CellStyle.Input;
        var isNumber = value is not null && kind.Kind is ColumnKind.Number or ColumnKind.Fixed && NumberText.TryParse(value ?? "", out _);
        return value is null ? new() { CellReference = $"{SheetReader.Letters(column)}{row}", StyleIndex = (uint)style }
            : isNumber ? new() { CellReference = $"{SheetReader.Letters(column)}{row}", StyleIndex = (uint)style, CellValue = new(value) }
            : TextCell(column, row, value, style);
    }

    private static XlCell TextCell(int column, int row, string text, CellStyle style) => new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = $"{SheetReader.Letters(column)}{row}",
        DataType = CellValues.InlineString,
        StyleIndex = (uint)style,
    };

    private static Row RowOf(int number, IEnumerable<XlCell> cells) => new(cells) { RowIndex = (uint)number };

    private static Columns Widths(IEnumerable<int> widths) => new(widths.Select((width, n) =>
        new DocumentFormat.OpenXml.Spreadsheet.Column { Min = (uint)n + 1, Max = (uint)n + 1, Width = width, CustomWidth = true }));

    private static JsonObject Json(ActivityData year) => JsonSerializer.SerializeToNode(year, MethodologyJson.Options)!.AsObject();
}
