using System.Globalization;
using System.Text;

namespace PilotRegistry.Workbook.Tests;

/// <summary>Hourly files that are taken.</summary>
public sealed class HourlyFileTests
{
    [Fact]
    public void A_year_of_hours_is_matched_hour_by_hour()
    {
        var read = HourlyYear.Read(HourlyYear.Csv());
        Assert.Empty(read.Problems);
        Assert.Equal((0.5m, 1m, 1), (read.Result!.Share, read.Result.Coverage, read.Result.RowsPerHour));
        Assert.Equal((87600m, 87600m, null), (read.Sums!.Load, read.Sums.Direct, read.Sums.Own));
    }

    [Fact]
    public void A_leap_year_of_quarters_of_an_hour_is_summed_by_hour()
    {
        var read = HourlyYear.Read(HourlyYear.Csv(row: _ => "2.5,1.5", minutes: 15, year: 2024), 2024);
        Assert.Empty(read.Problems);
        Assert.Equal((0.6m, 4, 87840m, 0), (read.Result!.Share, read.Result.RowsPerHour, read.Sums!.Load, read.Result.MissingHours));
    }

    [Fact]
    public void Export_and_charging_are_taken_off_and_what_storage_gives_back_is_added()
    {
        var read = HourlyYear.Read(HourlyYear.Csv(
            "start,load (MWh),own (MWh),direct (MWh),greenTrade (MWh),ownOut (MWh),directOut (MWh),charged (MWh),discharged (MWh),remark", _ => "10,3,4,2,1,1,2,1,ok"));
        Assert.Empty(read.Problems);
        // 3 + 4 + 2 − 1 − 1 − 2 + 1 = 6 of 10.
        Assert.Equal(0.6m, read.Result!.Share);
        Assert.Equal((26280m, 8760m, 17520m, 8760m), (read.Sums!.Own, read.Sums.DirectOut, read.Sums.Charged, read.Sums.Discharged));
    }

    [Theory]
    [InlineData("用电量(kWh)", "10000")]
    [InlineData("用电量（万kWh）", "1")]
    [InlineData("用电量/万千瓦时", "1")]
    [InlineData("ＬＯＡＤ [ＭＷｈ]", "１０")]
    [InlineData("load (GWh)", "0.01")]
    [InlineData("用电量(kWh)", "\"10,000.0\"")]
    [InlineData("用电量(MWh)", "10MWh")]
    [InlineData("用电量(MWh)", " 10 ")]
    public void Units_in_headings_full_width_digits_and_thousands_separators_are_understood(string heading, string value) =>
        Assert.Equal(87600m, HourlyYear.Read(HourlyYear.Csv($"时间,{heading}", _ => value)).Sums?.Load);

    [Theory]
    [InlineData("yyyy/M/d H:mm")]
    [InlineData("yyyy-MM-ddTHH:mm:ss")]
    [InlineData("yyyy-MM-dd HH:mm:ss.000")]
    [InlineData("yyyy年M月d日 H时mm分")]
    [InlineData("yyyy-MM-dd HH:mm:ss+08:00")]
    public void Times_are_read_as_meters_write_them(string time) =>
        Assert.Equal(1m, HourlyYear.Read(HourlyYear.Csv(time: time)).Result?.Coverage);

    [Theory]
    [InlineData(60)]
    [InlineData(15)]
    public void Times_at_the_end_of_intervals_are_told_by_the_heading(int minutes)
    {
        var rows = Enumerable.Range(1, HourlyYear.Hours * 60 / minutes).Select(n => new DateTime(2025, 1, 1).AddMinutes(n * minutes))
            .Select(end => (end.TimeOfDay == TimeSpan.Zero ? end.AddDays(-1).ToString("yyyy-MM-dd 24:00", CultureInfo.InvariantCulture) : end.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)) + ",1,1");
        var read = HourlyYear.Read("时段终点,用电量(MWh),绿电直连(MWh)\n" + string.Join('\n', rows));
        Assert.Empty(read.Problems);
        Assert.Equal((1m, 60 / minutes), (read.Result!.Coverage, read.Result.RowsPerHour));
    }

    [Fact]
    public void Files_of_Chinese_Excel_and_of_tabs_are_read()
    {
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        Assert.Equal(0.5m, HourlyYear.Read(gb.GetBytes(HourlyYear.Csv())).Result?.Share);
        Assert.Equal(0.5m, HourlyYear.Read([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("# note, with comma\n" + HourlyYear.Csv().Replace(',', '\t'))]).Result?.Share);
        Assert.Equal(0.5m, HourlyYear.Read([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(HourlyYear.Csv().Replace(',', '\t'))]).Result?.Share);
        Assert.Equal(0.5m, HourlyYear.Read(HourlyYear.Csv().Replace(',', ';').Replace("\n", "\r\n", StringComparison.Ordinal)).Result?.Share);
    }

    [Fact]
    public void A_workbook_is_read_with_times_as_numbers_or_texts()
    {
        object[] headings = ["时段起点", "用电量(kWh)", "绿电直连(MWh)"];
        var start = new DateTime(2025, 1, 1);
        var numbers = Enumerable.Range(0, HourlyYear.Hours).Select(n => new object[] { start.AddHours(n).ToOADate(), 10000, n % 2 == 0 ? 20 : 0 });
        var texts = Enumerable.Range(0, HourlyYear.Hours).Select(n => new object[] { start.AddHours(n).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), 10000.0, n % 2 * 20 });
        foreach (var rows in new[] { numbers, texts })
        {
            var read = HourlyYear.Read(HourlyYear.Xlsx(rows.Prepend(headings)));
            Assert.Empty(read.Problems);
            Assert.Equal((0.5m, 87600m), (read.Result!.Share, read.Sums!.Load));
        }
    }

    [Fact]
    public void A_blank_load_is_a_missing_hour_and_a_blank_column_is_not_there()
    {
        var read = HourlyYear.Read(HourlyYear.Csv("时段起点,用电量(MWh),绿电直连(MWh),自发外送(MWh)", n => n < 24 ? ",5," : "10,,"));
        Assert.Empty(read.Problems);
        Assert.Equal((24, 0m, 0m, null), (read.Result!.MissingHours, read.Result.Share, read.Sums!.Direct, read.Sums.OwnOut));
    }

    [Fact]
    public void Above_one_per_cent_missing_there_is_no_share()
    {
        var read = HourlyYear.Read(HourlyYear.Csv(row: n => n < 88 ? "," : "10,10"));
        Assert.Equal((null, 88), (read.Result!.Share, read.Result.MissingHours));
    }

    [Fact]
    public void The_template_has_every_hour_and_is_read_once_it_is_filled_in()
    {
        var lines = Encoding.UTF8.GetString(HourlyTemplate.Csv(2024)).Split("\r\n");
        var filled = lines.Select(line => line.StartsWith("2024", StringComparison.Ordinal) ? line.Replace(",,,,,,,,,", ",10,5,,,,,,,", StringComparison.Ordinal) : line);
        var read = HourlyYear.Read(string.Join("\r\n", filled), 2024);
        Assert.Empty(read.Problems);
        Assert.Equal((0.5m, 0), (read.Result!.Share, read.Result.MissingHours));
        Assert.Equal("no-rows", Assert.Single(HourlyYear.Read(HourlyTemplate.Csv(2024), 2024).Problems).Code);
    }
}
