using System.Text;

namespace PilotRegistry.Workbook.Tests;

/// <summary>Hourly files that are not taken, and what is said about them.</summary>
public sealed class HourlyRefusalTests
{
    [Theory]
    [InlineData("-1", "negative")]
    [InlineData("NaN", "not-a-number")]
    [InlineData("#DIV/0!", "not-a-number")]
    [InlineData("1.2e3", "exponent")]
    [InlineData("1,2,3", "not-a-number")]
    [InlineData("12 kg", "mixed-unit")]
    [InlineData("9999999999", "out-of-range")]
    [InlineData("=cmd|'/c calc'!A0", "not-a-number")]
    public void What_is_no_amount_is_named_by_row_column_and_value(string value, string code)
    {
        var problem = Assert.Single(HourlyYear.ReadRows("2025-01-01 00:00,1,1", $"2025-01-01 01:00,\"{value}\",1").Problems);
        Assert.Equal((code, "/rows/3/load"), (problem.Code, problem.Pointer));
        Assert.StartsWith($"第 3 行“用电量(MWh)”列，值“{value}”：", problem.Message.Zh, StringComparison.Ordinal);
        Assert.StartsWith($"Row 3, column \"用电量(MWh)\", value \"{value}\": ", problem.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-06-01 00:00", "wrong-year")]
    [InlineData("2026-01-01 00:00", "wrong-year")]
    [InlineData("2025-06-01 00:10", "not-hourly")]
    [InlineData("2025-06-01 00:00:30", "not-hourly")]
    [InlineData("2025-01-01 00:00", "doubled")]
    [InlineData("2025-02-30 00:00", "not-a-time")]
    [InlineData("2025-06-01", "not-a-time")]
    [InlineData("合计", "not-a-time")]
    [InlineData("", "time-missing")]
    [InlineData("2025-06-01 00:00Z", "time-zone")]
    [InlineData("2025-06-01T00:00:00-05:00", "time-zone")]
    public void A_time_that_is_none_of_the_year_is_named(string time, string code)
    {
        var problem = Assert.Single(HourlyYear.ReadRows("2025-01-01 00:00,1,1", $"{time},1,1").Problems);
        Assert.Equal((code, "/rows/3/start"), (problem.Code, problem.Pointer));
    }

    [Theory]
    [InlineData("时段起点,用电量(MWh),光伏出力(MWh)", "unknown-heading")]
    [InlineData("时段起点,用电量,绿电直连(MWh)", "unit-missing")]
    [InlineData("时段起点,用电量(kW),绿电直连(MWh)", "power-not-energy")]
    [InlineData("时段起点,用电量(吨),绿电直连(MWh)", "unknown-unit")]
    [InlineData("时段起点,用电量(MWh),绿证(MWh)", "matches-nothing")]
    [InlineData("时段起点,用电量(MWh),load (MWh)", "heading-twice")]
    [InlineData("用电量(MWh),绿电直连(MWh)", "time-heading")]
    [InlineData("时段起点,绿电直连(MWh)", "load-heading")]
    [InlineData("2025-01-01 00:00,1,1", "unknown-heading")]
    public void Headings_that_are_not_understood_are_refused(string headings, string code) =>
        Assert.Contains(code, Codes(HourlyYear.Read($"{headings}\n2025-01-01 00:00,1,1")));

    [Theory]
    [InlineData(30)]
    [InlineData(120)]
    public void What_is_neither_hours_nor_quarters_is_refused_or_shows_as_missing(int minutes)
    {
        var read = HourlyYear.Read(HourlyYear.Csv(minutes: minutes));
        if (minutes == 30) Assert.Equal(["not-hourly"], Codes(read));
        else Assert.Equal((null, 0.5m), (read.Result!.Share, read.Result.Coverage));
    }

    [Fact]
    public void Hours_that_begin_at_a_quarter_are_no_hours() =>
        Assert.Equal(["not-hourly"], Codes(HourlyYear.ReadRows("2025-01-01 00:15,1,1", "2025-01-01 01:15,1,1")));

    [Fact]
    public void A_blank_of_what_is_exported_is_refused_where_the_column_is_used()
    {
        var problem = Assert.Single(HourlyYear.Read("start,load (MWh),ownOut (kWh)\n2025-01-01 00:00,1,1\n2025-01-01 01:00,1,\n2025-01-01 02:00,1,").Problems);
        Assert.Equal(("blank", "/rows/3/ownOut"), (problem.Code, problem.Pointer));
    }

    [Fact]
    public void A_cell_without_a_heading_is_refused() =>
        Assert.Equal("/rows/2", Assert.Single(HourlyYear.ReadRows("2025-01-01 00:00,1,234.5,6").Problems).Pointer);

    [Fact]
    public void The_same_fault_in_every_row_is_named_twenty_times_and_counted()
    {
        var problems = HourlyYear.Read(HourlyYear.Csv(year: 2024)).Problems;
        Assert.Equal((21, "more-problems"), (problems.Count, problems[^1].Code));
        Assert.Contains("8764", problems[^1].Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_hundred_thousand_rows_are_refused_without_reading_them_all() =>
        Assert.Contains("too-many-rows", Codes(HourlyYear.Read("时段起点,用电量(MWh)\n" + string.Concat(Enumerable.Repeat("2025-01-01 00:00,1\n", 200_000)))));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("hello", "unknown-heading")]
    [InlineData("\n\n# only a note\n", "no-headings")]
    [InlineData("MZ\0\0program", "not-a-table")]
    [InlineData("PK\u0003\u0004 broken", "not-a-workbook")]
    public void Something_else_is_refused(string content, string code) => Assert.Equal([code], Codes(HourlyYear.Read(Encoding.Latin1.GetBytes(content))));

    [Fact]
    public void A_password_or_the_old_format_is_told_apart() =>
        Assert.Equal(["old-or-encrypted"], Codes(HourlyYear.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])));

    [Fact]
    public void A_line_without_end_is_refused_and_never_held() =>
        Assert.Equal(["row-too-long"], Codes(HourlyYear.Read(Encoding.ASCII.GetBytes(new string('1', 30_000_000)))));

    [Fact]
    public void An_archive_that_unpacks_to_too_much_is_refused_before_it_is_unpacked() =>
        Assert.Equal(["too-large"], Codes(HourlyYear.Read(HourlyYear.Zip([.. Enumerable.Range(0, 5).Select(n => ($"xl/{n}.xml", new string(' ', 50_000_000)))]))));

    [Fact]
    public void Entities_are_never_resolved() =>
        Assert.Equal(["not-a-workbook"], Codes(HourlyYear.Read(HourlyYear.Xlsx([], "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet>&x;</worksheet>"))));

    [Fact]
    public void A_formula_whose_value_was_not_saved_is_named()
    {
        var start = new DateTime(2025, 1, 1).ToOADate();
        var sheet = $"<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>时段起点</t></is></c><c t=\"inlineStr\"><is><t>用电量(MWh)</t></is></c></row><row r=\"2\"><c><v>{start}</v></c><c><f>1+1</f></c></row></sheetData></worksheet>";
        var problem = Assert.Single(HourlyYear.Read(HourlyYear.Xlsx([], sheet)).Problems);
        Assert.Equal(("formula-without-value", "/rows/2/load"), (problem.Code, problem.Pointer));
    }

    [Fact]
    public void Every_refusal_is_said_in_both_languages() => Assert.All(
        HourlyYear.ReadRows("x,y,z", "2025-01-01 00:00,-1,1e3", "2020-01-01 00:00,1,1").Problems,
        problem => Assert.True(problem.Message is { Zh.Length: > 0, En.Length: > 0 } && problem.Message.Zh != problem.Message.En));

    private static string[] Codes(HourlyReading read) => [.. read.Problems.Select(p => p.Code).Distinct()];
}
