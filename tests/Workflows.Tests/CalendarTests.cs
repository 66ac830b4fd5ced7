namespace PilotRegistry.Workflows.Tests;

/// <summary>The calendar of working days: exactly what the State Council announced, and nothing guessed.</summary>
public sealed class CalendarTests
{
    private static readonly WorkingCalendar Calendar = Case.Calendar;

    [Theory]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_as_many_working_days_as_announced(int year, int days)
    {
        var january = new DateOnly(year, 1, 1);
        Assert.Equal(days, Enumerable.Range(0, 365).Count(day => Calendar.IsWorkingDay(january.AddDays(day))));
    }

    [Theory]
    [InlineData("2025-01-26", true)] // Sunday, made up for the Spring Festival
    [InlineData("2025-10-08", false)] // Wednesday, Mid-autumn
    [InlineData("2026-02-14", true)] // Saturday
    [InlineData("2026-02-23", false)] // Monday
    [InlineData("2026-10-10", true)] // Saturday
    [InlineData("2026-11-21", false)] // an ordinary Saturday
    [InlineData("2026-11-20", true)]
    public void Holidays_and_days_made_up_for_are_known(string day, bool works) => Assert.Equal(works, Calendar.IsWorkingDay(DateOnly.ParseExact(day, "yyyy-MM-dd", null)));

    [Fact]
    public void Only_announced_years_are_there() => Assert.Equal([2025, 2026], Calendar.Years.Order());

    [Fact]
    public void A_period_that_leaves_them_has_no_end() => Assert.Null(Calendar.LastDay(new(2026, 12, 31), 1));

    [Fact]
    public void The_day_on_which_a_period_begins_does_not_count() => Assert.Equal(new DateOnly(2026, 3, 3), Calendar.LastDay(new(2026, 3, 2), 1));

    [Fact]
    public void Counting_back_gives_the_length_of_the_period() => Assert.All(Enumerable.Range(0, 60), n => Assert.Equal(n, Calendar.Between(new(2026, 1, 20), Calendar.LastDay(new(2026, 1, 20), n)!.Value)));

    [Fact]
    public void The_day_is_the_one_in_Beijing() => Assert.Equal(new DateOnly(2026, 3, 3), WorkingCalendar.DayOf(new DateTimeOffset(2026, 3, 2, 16, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void A_year_without_a_notice_has_the_days_off_of_the_law_and_says_so()
    {
        var shipped = WorkingCalendar.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "calendars/cn-2025-2027.csv")));
        DateOnly[] off = [new(2027, 1, 1), .. Lunar((1, 1), (5, 5), (8, 15)), new(2027, 5, 1), new(2027, 5, 2), new(2027, 10, 1), new(2027, 10, 2), new(2027, 10, 3)];
        var days = shipped.Days(new(2026, 12, 31), new(2027, 12, 31)).ToDictionary(day => day.Day);
        Assert.All(off, day => Assert.Equal(DayKind.Holiday, days[day].Kind));
        Assert.All(days.Values, day => Assert.True(day.Expected));
        Assert.Equal(261 - 13, days.Values.Count(day => day.Counts)); // 261 days from Monday to Friday; 13 days off by law, made good where they meet a weekend
        Assert.All(shipped.Days(new(2025, 12, 31), new(2026, 12, 31)), day => Assert.False(day.Expected));

        static IEnumerable<DateOnly> Lunar(params (int Month, int Day)[] festivals)
        {
            var moon = new System.Globalization.ChineseLunisolarCalendar();
            return festivals.Select(each => DateOnly.FromDateTime(moon.ToDateTime(2027, each.Month, each.Day, 0, 0, 0, 0)));
        }
    }

    [Theory]
    [InlineData("date,kind\n2026-01-01,holiday")]
    [InlineData("# version x\ndate,kind\n2026-01-01,feast")]
    [InlineData("# version x\ndate,kind\n2026-01-01,holiday\n2026-01-01,working")]
    [InlineData("# version x\ndate,kind\n1 January,holiday")]
    public void A_file_that_is_no_calendar_is_refused(string csv) => Assert.Throws<FormatException>(() => WorkingCalendar.Read(csv));
}
