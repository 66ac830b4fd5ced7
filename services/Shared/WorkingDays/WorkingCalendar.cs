using System.Globalization;

namespace PilotRegistry.WorkingDays;

/// <summary>
/// 工作日: Monday to Friday, without the public holidays and with the make-up working days that the State Council announces for
/// a year. Until it does, a file may hold the days off that the law itself gives (全国年节及纪念日放假办法), marked <c>S</c>: days of such
/// a year are <see cref="CalendarDay.Expected"/>, and whoever is shown one is told. A year of which nothing is known has no working
/// days here.
/// </summary>
public sealed class WorkingCalendar
{
    /// <summary>Beijing time, without daylight saving since 1991.</summary>
    public static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private readonly HashSet<DateOnly> holidays;
    private readonly HashSet<DateOnly> madeUp;
    private readonly HashSet<int> years;
    private readonly HashSet<int> expected;

    private WorkingCalendar(string version, HashSet<DateOnly> holidays, HashSet<DateOnly> madeUp, HashSet<int> expected) =>
        (Version, this.holidays, this.madeUp, years, this.expected) = (version, holidays, madeUp, [.. holidays.Select(day => day.Year)], expected);

    /// <summary>As its file's first line names it, e.g. <c>cn/2025-11-04</c>.</summary>
    public string Version { get; }

    public IReadOnlyCollection<int> Years => years;

    /// <summary>The day in Beijing.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Beijing).DateTime);

    /// <summary>24:00 of a day in Beijing: a period ends with its last day (民法典 第二百零三条).</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), Beijing);

    /// <summary>Reads the file of a calendar: <c>date,kind,name,source,mark</c> with kind <c>holiday</c> or <c>working</c>.</summary>
    /// <exception cref="FormatException">A line is no day of a calendar.</exception>
    public static WorkingCalendar Read(string csv)
    {
        var lines = csv.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (lines.Length < 2 || !lines[0].StartsWith("# version ", StringComparison.Ordinal)) throw new FormatException("A calendar begins with its version.");
        var (holidays, madeUp, expected) = (new HashSet<DateOnly>(), new HashSet<DateOnly>(), new HashSet<int>());
        foreach (var line in lines.Skip(2))
        {
            var cells = line.Split(',');
            var day = DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var of = cells[1] switch { "holiday" => holidays, "working" => madeUp, _ => throw new FormatException($"{line}: kind is holiday or working.") };
            if (cells is [.., "S"]) expected.Add(day.Year);
            if (!of.Add(day) || (holidays.Contains(day) && madeUp.Contains(day))) throw new FormatException($"{line}: the day is there twice.");
        }

        return new(lines[0]["# version ".Length..].Trim(), holidays, madeUp, expected);
    }

    public bool IsWorkingDay(DateOnly day) =>
        madeUp.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day));

    /// <summary>
    /// The last day of a period of so many working days that begins on <paramref name="start"/>: the first day does not count
    /// (民法典 第二百零一条). Null when the calendar does not reach so far.
    /// </summary>
    public DateOnly? LastDay(DateOnly start, int days)
    {
        var day = start;
        for (var left = days; left > 0;)
        {
            day = day.AddDays(1);
            if (!years.Contains(day.Year)) return null;
            if (IsWorkingDay(day)) left--;
        }

        return day;
    }

    /// <summary>Every day after <paramref name="day"/>, up to and including <paramref name="last"/>, and why it counts or not.</summary>
    public IEnumerable<CalendarDay> Days(DateOnly day, DateOnly last)
    {
        for (var each = day.AddDays(1); each <= last; each = each.AddDays(1)) yield return new(each, KindOf(each), expected.Contains(each.Year));
    }

    /// <summary>How many working days lie after <paramref name="day"/>, up to and including <paramref name="last"/>.</summary>
    public int Between(DateOnly day, DateOnly last)
    {
        var count = 0;
        for (var each = day.AddDays(1); each <= last; each = each.AddDays(1)) count += IsWorkingDay(each) ? 1 : 0;
        return count;
    }

    private DayKind KindOf(DateOnly day) => madeUp.Contains(day) ? DayKind.MadeUp
        : holidays.Contains(day) ? DayKind.Holiday
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Working;
}

/// <summary>Why a day counts in a period of working days, or not.</summary>
public enum DayKind
{
    Working,

    /// <summary>调休上班: a weekend day that is worked.</summary>
    MadeUp,

    Weekend,

    Holiday,
}

/// <summary>A day of a period.</summary>
/// <param name="Expected">The year's arrangement is not announced yet; what is known of it stands in the law.</param>
public sealed record CalendarDay(DateOnly Day, DayKind Kind, bool Expected)
{
    public bool Counts => Kind is DayKind.Working or DayKind.MadeUp;
}
