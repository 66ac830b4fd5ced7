using DocumentFormat.OpenXml.Spreadsheet;

namespace PilotRegistry.Workbook.Tests;

/// <summary>What people type, and how a wrong cell is named.</summary>
public sealed class CellTests
{
    [Theory]
    [InlineData("120.5", "120.5")]
    [InlineData("１２０．５", "120.5")]
    [InlineData("1,234,567.8", "1234567.8")]
    [InlineData("１，２３４", "1234")]
    [InlineData(" 12 万m³ ", "12")]
    [InlineData("+3", "3")]
    [InlineData("0", "0")]
    public void A_number_typed_as_text_is_understood(string typed, string quantity)
    {
        using var template = Example.Empty().Type("能源消费", "天然气(气态)", "终端消费", typed);

        var reading = template.Read();

        Assert.Empty(reading.Problems);
        Assert.Equal(decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(reading.Data!.Fuels).Quantity);
    }

    [Theory]
    [InlineData("120 t", "mixed-unit")]
    [InlineData("约120", "not-a-number")]
    [InlineData("1,23,4", "not-a-number")]
    [InlineData("1.2e3", "exponent")]
    [InlineData("85%", "not-a-number")]
    [InlineData("-", "not-a-number")]
    [InlineData("无", "not-a-number")]
    [InlineData("-5", "negative")]
    [InlineData("123456789012345", "too-many-digits")]
    public void A_cell_that_is_no_number_is_named(string typed, string code)
    {
        using var template = Example.Empty().Type("能源消费", "天然气(气态)", "终端消费", typed);

        var problem = Assert.Single(template.Read().Problems);

        Assert.Equal(("能源消费", code, typed), (problem.Sheet, problem.Code, problem.Value));
        Assert.Matches("^H[0-9]+$", problem.Cell);
        Assert.NotEmpty(problem.Message.Zh);
        Assert.NotEmpty(problem.Message.En);
    }

    [Fact]
    public void Numbers_of_Excel_lose_nothing_that_a_meter_shows()
    {
        using var template = Example.Empty().Type("能源消费", "天然气(气态)", "终端消费", 0.1 + 0.2).Type("能源消费", "柴油", "终端消费", 12345.6789);

        Assert.Equal([12345.6789m, 0.3m], template.Read().Data!.Fuels.Select(f => f.Quantity!.Value).OrderDescending());
    }

    [Fact]
    public void A_formula_counts_with_the_value_that_was_worked_out()
    {
        using var template = Example.Empty().Type("能源消费", "天然气(气态)", "终端消费", 7);
        template.Change("能源消费", data => Cell(data, "天然气(气态)", "终端消费").InsertAt(new CellFormula("3+4"), 0));

        Assert.Equal(7, Assert.Single(template.Read().Data!.Fuels).Quantity);
    }

    [Fact]
    public void A_formula_that_was_never_worked_out_is_refused()
    {
        using var template = Example.Empty();
        template.Change("能源消费", data => Cell(data, "天然气(气态)", "终端消费").Append(new CellFormula("3+4")));

        Assert.Equal("formula-without-value", Assert.Single(template.Read().Problems).Code);
    }

    [Fact]
    public void A_formula_that_failed_is_refused()
    {
        using var template = Example.Empty();
        template.Change("能源消费", data =>
        {
            var cell = Cell(data, "天然气(气态)", "终端消费");
            cell.DataType = CellValues.Error;
            cell.Append(new CellFormula("1/0"), new CellValue("#DIV/0!"));
        });

        var problem = Assert.Single(template.Read().Problems);
        Assert.Equal(("formula-error", "#DIV/0!"), (problem.Code, problem.Value));
    }

    [Fact]
    public void What_became_a_date_is_not_taken_for_a_number()
    {
        using var template = Example.Empty().Type("能源消费", "天然气(气态)", "终端消费", 45292);
        template.Change(document =>
        {
            var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!;
            formats.Append(new CellFormat { NumberFormatId = 14 });
            Cell(Example.PartOf(document, "能源消费").Worksheet.GetFirstChild<SheetData>()!, "天然气(气态)", "终端消费").StyleIndex = (uint)formats.Count() - 1;
        });

        Assert.Equal("date", Assert.Single(template.Read().Problems).Code);
    }

    [Fact]
    public void Merged_cells_are_refused_where_they_would_be_guessed()
    {
        using var template = Example.Empty().Type("能源消费", "天然气(气态)", "终端消费", 7);
        template.Change(document =>
        {
            var sheet = Example.PartOf(document, "能源消费").Worksheet;
            var row = Example.RowOf(sheet.GetFirstChild<SheetData>()!, "天然气(气态)").RowIndex!.Value;
            sheet.InsertAfter(new MergeCells(new MergeCell { Reference = $"H{row}:H{row + 1}" }), sheet.GetFirstChild<SheetData>());
        });

        Assert.Equal("merged", Assert.Single(template.Read().Problems).Code);
    }

    [Fact]
    public void A_variety_may_be_named_by_name_or_code()
    {
        using var template = Example.Empty()
            .Append("能源消费", ("能源名称", "柴油"), ("终端消费", 3))
            .Append("能源消费", ("能源名称", "LNG"), ("终端消费", 2));

        var reading = template.Read();

        Assert.Empty(reading.Problems);
        Assert.Equal(["DIESEL", "LNG"], reading.Data!.Fuels.Select(f => f.Fuel!));
    }

    [Fact]
    public void An_unknown_variety_is_named()
    {
        using var template = Example.Empty().Append("能源消费", ("能源名称", "可燃冰"), ("终端消费", 3));

        var problem = Assert.Single(template.Read().Problems);
        Assert.Equal(("unknown-code", "可燃冰"), (problem.Code, problem.Value));
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Cell(SheetData data, string item, string heading) =>
        Example.CellOf(Example.RowOf(data, item), Example.ColumnOf(data, heading));
}
