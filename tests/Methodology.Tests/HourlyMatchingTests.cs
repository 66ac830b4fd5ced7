namespace PilotRegistry.Methodology.Tests;

public sealed class HourlyMatchingTests
{
    private const int Year = 2025, Hours = 8760;

    /// <summary>10 MWh of load in each hour; green power of 20 in every second: half of the load is met, though the year's sums are equal.</summary>
    [Fact]
    public void Equal_sums_of_a_year_may_match_only_half()
    {
        var result = Of((hour, _) => (10, hour % 2 == 0 ? 20 : 0));
        Assert.Equal((0.5m, 1m, 87600m, 87600m, 43800m), (result.Share, result.Coverage, result.Load, result.Green, result.Matched));
        Assert.Equal(43800m, result.Months.Sum(m => m.Unmatched));
        Assert.Equal(12, result.Months.Count);
    }

    [Fact]
    public void More_green_power_than_load_in_an_hour_matches_no_more_than_the_load() =>
        Assert.Equal(1m, Of((_, _) => (10, 30)).Share);

    [Fact]
    public void Export_beyond_the_green_power_of_an_hour_takes_nothing_from_other_hours() =>
        Assert.Equal(0.5m, Of((hour, _) => (10, hour % 2 == 0 ? 10 : -50)).Share);

    /// <summary>January has 744 hours of 10 MWh; 74 of them, fewer than 1 % of the year, are missing: 670 × 10 matched ÷ 7440.</summary>
    [Fact]
    public void A_missing_hour_has_no_green_power_and_the_months_mean_load()
    {
        var result = Of((_, _) => (10, 10), leftOut: n => n < 74);
        Assert.Equal((7440m, 6700m, 740m), (result.Months[0].Load, result.Months[0].Matched, result.Months[0].Unmatched));
        Assert.Equal(74, result.MissingHours);
        Assert.Equal(Math.Round(86860m / 87600m, 6), result.Share);
    }

    [Theory]
    [InlineData(87, true)]
    [InlineData(88, false)]
    public void Above_one_per_cent_missing_there_is_no_headline(int missing, bool hasShare)
    {
        var result = Of((_, _) => (10, 10), leftOut: n => n < missing);
        Assert.Equal(hasShare, result.Share is not null);
    }

    [Fact]
    public void Quarters_of_an_hour_are_summed_and_an_hour_without_one_is_missing()
    {
        var series = new HourlySeries(Year);
        for (var n = 0; n < Hours * 4; n++)
            if (n != 5) Assert.True(series.Add(new DateTime(Year, 1, 1).AddMinutes(15 * n), 2.5m, n % 4 == 0 ? 10 : 0));

        var result = HourlyMatching.Of(series);

        Assert.Equal(1, result.MissingHours);
        Assert.Equal((Hours - 1) * 10m, result.Matched);
    }

    [Fact]
    public void A_row_of_another_year_or_given_twice_is_not_taken()
    {
        var series = new HourlySeries(Year);
        Assert.True(series.Add(new(2025, 3, 1, 5, 0, 0), 1, 1));
        Assert.False(series.Add(new(2025, 3, 1, 5, 0, 0), 1, 1));
        Assert.False(series.Add(new(2024, 12, 31, 23, 0, 0), 1, 1));
        Assert.False(series.Add(new(2025, 3, 1, 5, 10, 0), 1, 1));
    }

    [Theory]
    [InlineData(60, 1)]
    [InlineData(15, 4)]
    [InlineData(30, 0)]
    public void Hours_and_quarters_of_an_hour_are_told_from_the_rows(int minutes, int rowsPerHour)
    {
        var series = new HourlySeries(Year);
        for (var at = new DateTime(Year, 1, 1); at.Year == Year; at = at.AddMinutes(minutes)) series.Add(at, 1, 1);
        Assert.Equal(rowsPerHour, series.RowsPerHour);
    }

    [Fact]
    public void Each_month_has_a_mean_day()
    {
        var january = Of((_, start) => (start.Month == 1 ? 10 : 20, start.Hour == 12 ? 24 : 0), leftOut: n => n < 744 && n % 24 == 3).MeanDays[0];
        Assert.Equal((1, 23), (january.Month, january.Hours.Count));
        Assert.Equal(new MeanHour(12, 10, 24), january.Hours.Single(h => h.Hour == 12));
        Assert.DoesNotContain(january.Hours, h => h.Hour == 3);
    }

    [Fact]
    public void A_leap_year_has_8784_hours() => Assert.Equal(8784, HourlyMatching.Of(new HourlySeries(2024)).MissingHours);

    [Fact]
    public void The_mean_day_shows_when_green_power_comes()
    {
        var day = Of((hour, _) => (10, hour % 24 == 12 ? 24 : 0)).MeanDay;
        Assert.Equal((24, 24m, 0m), (day.Count, day[12].Green, day[0].Green));
    }

    private static MatchingResult Of(Func<int, DateTime, (decimal Load, decimal Green)> hour, Func<int, bool>? leftOut = null)
    {
        var series = new HourlySeries(Year);
        for (var n = 0; n < Hours; n++)
        {
            if (leftOut?.Invoke(n) == true) continue;
            var start = new DateTime(Year, 1, 1).AddHours(n);
            var (load, green) = hour(n, start);
            Assert.True(series.Add(start, load, green));
        }

        return HourlyMatching.Of(series);
    }
}
