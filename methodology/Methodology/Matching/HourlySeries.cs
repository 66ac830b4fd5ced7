namespace PilotRegistry.Methodology;

/// <summary>
/// A year of load and green supply, hour by hour in Beijing time, as it is read from a file row by row. Rows of a quarter of an
/// hour are summed; an hour of which a quarter is missing is missing.
/// </summary>
/// <param name="year">The accounting year.</param>
public sealed class HourlySeries(int year)
{
    private const int MinutesInQuarter = 15, AllQuarters = 0b1111;

    private readonly Hour[] hours = new Hour[(DateTime.IsLeapYear(year) ? 366 : 365) * 24];

    /// <summary>Quarters of an hour in which rows begin, a bit each.</summary>
    private int used;

    public int Year { get; } = year;

    /// <summary>1 for a row an hour, 4 for quarters of an hour; 0 when the rows are neither.</summary>
    public int RowsPerHour => used == AllQuarters ? 4 : int.PopCount(used) == 1 ? 1 : 0;

    internal IReadOnlyList<Hour> Hours => hours;

    /// <summary>Adds one row. False when the row does not lie in the year, or stands there twice.</summary>
    /// <param name="start">When the interval begins, Beijing time.</param>
    /// <param name="load">MWh used in the park, charging of storage left out.</param>
    /// <param name="green">MWh of green supply that stays in the park: what was exported or charged is taken off, what storage gives back of it added.</param>
    public bool Add(DateTime start, decimal load, decimal green)
    {
        if (start.Year != Year || start.Minute % MinutesInQuarter != 0 || start.Second != 0) return false;
        ref var hour = ref hours[((start.DayOfYear - 1) * 24) + start.Hour];
        var quarter = 1 << (start.Minute / MinutesInQuarter);
        if ((hour.Seen & quarter) != 0) return false;
        used |= quarter;
        hour = new(hour.Load + load, hour.Green + green, hour.Seen | quarter);
        return true;
    }

    internal bool IsComplete(Hour hour) => hour.Seen != 0 && hour.Seen == used;

    /// <summary>One hour: sums, and which of its rows were there.</summary>
    internal readonly record struct Hour(decimal Load, decimal Green, int Seen);
}
