using DocumentFormat.OpenXml.Spreadsheet;
using PilotRegistry.Methodology;
using XlSheet = DocumentFormat.OpenXml.Spreadsheet.Sheet;

namespace PilotRegistry.Workbook.Tests;

/// <summary>What a sheet means as a whole.</summary>
public sealed class SheetTests
{
    [Fact]
    public void One_row_of_a_variety_is_its_stock_and_a_line_for_each_use()
    {
        using var template = Example.Empty()
            .Type("能源消费", "天然气(气态)", "年初库存", 1).Type("能源消费", "天然气(气态)", "购进量", 120).Type("能源消费", "天然气(气态)", "年末库存", 1)
            .Type("能源消费", "天然气(气态)", "终端消费", 70).Type("能源消费", "天然气(气态)", "供热", 50).Type("能源消费", "天然气(气态)", "数据质量", "实测");

        var data = template.Read().Data!;

        Assert.Equal([(FuelUse.Terminal, 70m), (FuelUse.Heat, 50m)], data.Fuels.Select(f => (f.Use!.Value, f.Quantity!.Value)));
        Assert.All(data.Fuels, f => Assert.Equal(DataQuality.Measured, f.Quality));
        var stock = Assert.Single(data.Context!.Stocks);
        Assert.Equal(("NG", 1m, 120m, 1m), (stock.Fuel, stock.Opening, stock.Purchased, stock.Closing));
    }

    [Fact]
    public void Grid_power_is_what_the_bill_leaves_over_and_ten_thousand_kWh_are_ten_MWh()
    {
        using var template = Example.Empty()
            .Type("电力", "从电网购入总量", "电量", 100).Type("电力", "从电网购入总量", "单位", "万kWh")
            .Type("电力", "其中：绿色电力交易", "电量", 600).Type("电力", "其中：另购绿证", "电量", 150);

        var data = template.Read().Data!;

        Assert.Equal(
            [(ElectricityKind.GreenTrade, 600m), (ElectricityKind.Certificate, 150m), (ElectricityKind.Grid, 250m)],
            data.Electricity.Select(e => (e.Kind!.Value, e.Mwh!.Value)));
    }

    [Fact]
    public void Parts_that_exceed_the_bill_are_refused_at_the_total()
    {
        using var template = Example.Empty().Type("电力", "从电网购入总量", "电量", 100).Type("电力", "其中：绿色电力交易", "电量", 600);

        var problem = Assert.Single(template.Read().Problems);

        Assert.Equal(("电力", "parts-above-total", "100"), (problem.Sheet, problem.Code, problem.Value));
    }

    /// <summary>1 MPa, 300 °C: 3051.7 kJ/kg; (3051.7 − 83.74) × 10 t ÷ 1000 = 29.68 GJ.</summary>
    [Fact]
    public void Steam_in_tonnes_becomes_heat_by_its_pressure_and_temperature()
    {
        using var template = Example.Empty().Append("热力",
            ("方向", "购入"), ("来源", "化石"), ("数量", 10), ("单位", "t蒸汽"), ("蒸汽绝对压力", 1), ("蒸汽温度", 300));

        Assert.Equal(29.68m, Math.Round(Assert.Single(template.Read().Data!.Heat).Gj!.Value, 2));
    }

    [Fact]
    public void Steam_without_its_state_is_refused()
    {
        using var template = Example.Empty().Append("热力", ("方向", "购入"), ("来源", "化石"), ("数量", 10), ("单位", "t蒸汽"));

        Assert.Contains(template.Read().Problems, p => p.Code == "steam-state-missing");
    }

    [Fact]
    public void Rows_of_one_group_are_one_conversion_wherever_they_stand()
    {
        using var template = Example.Empty()
            .Append("加工转换", ("组号", "1"), ("转换类型", "炼焦"), ("投入/产出", "投入"), ("能源名称", "洗精煤"), ("数量", 56))
            .Append("加工转换", ("组号", "2"), ("转换类型", "制气"), ("投入/产出", "投入"), ("能源名称", "焦炭"), ("数量", 5))
            .Append("加工转换", ("组号", "2"), ("转换类型", "制气"), ("投入/产出", "产出"), ("能源名称", "高炉煤气"), ("数量", 1))
            .Append("加工转换", ("组号", "1"), ("转换类型", "炼焦"), ("投入/产出", "产出"), ("能源名称", "焦炭"), ("数量", 40));

        var reading = template.Read();

        Assert.Empty(reading.Problems);
        Assert.Equal([("CO", 56m, 40m)], reading.Data!.Conversions.Where(c => c.Kind is ConversionKind.Coking)
            .Select(c => (c.Outputs[0].Fuel![..2], c.Inputs[0].Quantity!.Value, c.Outputs[0].Quantity!.Value)));
        Assert.Equal(2, reading.Data.Conversions.Count);
    }

    [Fact]
    public void What_the_method_refuses_is_named_at_its_cell()
    {
        using var template = Example.Empty().Append("工业产品", ("产品", "OTHER_BALANCE"), ("产量（t）", 10));

        var problems = template.Read().Problems;

        Assert.All(problems, p => Assert.Equal("工业产品", p.Sheet));
        Assert.Contains(problems, p => p.Code == "balance-factor-required");
    }

    [Fact]
    public void A_changed_heading_is_refused_with_the_heading_that_is_missed()
    {
        using var template = Example.Empty();
        template.Change("工业产品", data => Example.CellOf(data.Elements<Row>().ElementAt(2), "B").InlineString = new(new Text("产量（万t）")));

        var problem = Assert.Single(template.Read().Problems);

        Assert.Equal("heading-missing", problem.Code);
        Assert.Contains("产量（t）", problem.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_nobody_would_read_is_pointed_out_once()
    {
        using var template = Example.Empty();
        template.Change("碳移除与抵消", data =>
        {
            foreach (var row in data.Elements<Row>().Skip(2).Take(3))
                row.Append(new DocumentFormat.OpenXml.Spreadsheet.Cell { CellReference = $"Z{row.RowIndex}", DataType = CellValues.InlineString, InlineString = new(new Text("另表")) });
        });

        Assert.Equal(("unknown-column", "Z4"), (Assert.Single(template.Read().Problems).Code, template.Read().Problems[0].Cell));
    }

    [Fact]
    public void A_missing_sheet_is_named()
    {
        using var template = Example.Empty();
        template.Change(document => document.WorkbookPart!.Workbook.Descendants<XlSheet>().Single(s => s.Name == "热力").Remove());

        Assert.Equal(("热力", "sheet-missing"), (Assert.Single(template.Read().Problems).Sheet, template.Read().Problems[0].Code));
    }

    [Fact]
    public void A_note_is_text_whatever_it_looks_like()
    {
        using var template = Example.Empty().Append("碳移除与抵消", ("种类", "ccus"), ("数量（tCO2）", 5), ("备注", "=HYPERLINK(\"http://evil\")"));

        var removal = Assert.Single(template.Read().Data!.Context!.Removals);

        Assert.Equal((5m, "=HYPERLINK(\"http://evil\")"), (removal.Tonnes!.Value, removal.Note));
    }
}
