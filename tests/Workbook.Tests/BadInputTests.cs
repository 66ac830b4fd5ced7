using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PilotRegistry.Methodology;
using XlCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace PilotRegistry.Workbook.Tests;

/// <summary>What people and programs put into a workbook that it cannot hold: refused at its cell, in both languages, with what to do.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("-5", "negative", "请填写正数", "enter a positive number")]
    [InlineData("NaN", "not-a-number", "只填数字和小数点", "digits and a point only")]
    [InlineData("∞", "not-a-number", "只填数字和小数点", "digits and a point only")]
    [InlineData("1.2e3", "exponent", "请写出全部数字", "write all digits")]
    [InlineData("120 t", "mixed-unit", "按本行的单位换算", "converted to the unit of this row")]
    [InlineData("120 吨", "mixed-unit", "按本行的单位换算", "converted to the unit of this row")]
    public void A_quantity_that_is_none_is_refused_with_what_to_enter(string typed, string code, string zh, string en)
    {
        using var template = Example.Empty().Type("能源消费", "天然气(气态)", "终端消费", typed);

        var problem = Assert.Single(template.Read().Problems);

        Assert.Equal(("能源消费", code, typed), (problem.Sheet, problem.Code, problem.Value));
        Assert.Contains(zh, problem.Message.Zh, StringComparison.Ordinal);
        Assert.Contains(en, problem.Message.En, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual(problem.Message.Zh, problem.Message.En);
    }

    [Fact]
    public void Two_hundred_thousand_rows_are_read_to_the_limit_and_refused_with_what_to_do()
    {
        using var template = Example.Empty();
        Fill(template, "工业产品", 200_000);

        var problem = Assert.Single(template.Read().Problems, p => p.Code == "too-many-rows");

        Assert.Equal("工业产品", problem.Sheet);
        Assert.Contains("请合并同类行", problem.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("add up rows", problem.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_whose_XML_breaks_off_is_a_damaged_file_and_nothing_worse()
    {
        using var template = Example.Empty();
        template.Change(document => Rewrite(Example.PartOf(document, "能源消费"), "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c"));

        Assert.Equal("not-a-workbook", Assert.Single(template.Read().Problems).Code);
    }

    [Fact]
    public void A_sheet_full_of_merged_cells_is_refused_as_a_whole()
    {
        using var template = Example.Empty().Type("能源消费", "天然气(气态)", "终端消费", 7);
        template.Change(document =>
        {
            var sheet = Example.PartOf(document, "能源消费").Worksheet;
            sheet.InsertAfter(
                new MergeCells(Enumerable.Range(1000, 100_000).Select(n => new MergeCell { Reference = $"A{n}:B{n}" })), sheet.GetFirstChild<SheetData>());
        });

        Assert.Equal("merged-too-often", Assert.Single(template.Read().Problems).Code);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    public void A_note_that_looks_like_a_formula_is_written_as_text_into_the_next_template(string note)
    {
        var data = new ActivityData { Year = 2025, Fuels = [new() { Fuel = "NG", Use = FuelUse.Terminal, Quantity = 1, Note = note }] };
        using var template = Example.Of(data, last: data with { Year = 2024 });

        template.Change(document =>
        {
            var cells = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<XlCell>()).ToArray();
            Assert.DoesNotContain(cells, cell => cell.CellFormula is not null);
            Assert.All(cells.Where(cell => cell.InnerText == note), cell => Assert.Equal(CellValues.InlineString, cell.DataType!.Value));
        });
        Assert.Equal(note.Trim(), Assert.Single(template.Read().Data!.Fuels).Note?.Trim());
    }

    private static void Fill(Example template, string sheet, int rows) => template.Change(sheet, data =>
    {
        var next = data.Elements<Row>().Max(row => row.RowIndex!.Value) + 1;
        data.Append(Enumerable.Range(0, rows).Select(n => new Row(
            new XlCell(new CellValue("1")) { CellReference = $"C{next + n}" })
        { RowIndex = (uint)(next + n) }));
    });

    private static void Rewrite(WorksheetPart part, string xml)
    {
        using var writer = new StreamWriter(part.GetStream(FileMode.Create));
        writer.Write(xml);
    }
}
