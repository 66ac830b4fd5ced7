namespace PilotRegistry.Contracts;

/// <summary>Years and dates of the registry are Beijing's; there is no daylight saving.</summary>
public static class Beijing
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly Today(this TimeProvider clock) => DateOn(clock.GetUtcNow());

    /// <summary>The first moment of a year.</summary>
    public static DateTimeOffset StartOf(int year) => new DateTimeOffset(year, 1, 1, 0, 0, 0, Offset).ToUniversalTime();

    /// <summary>The first moment of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    public static DateOnly DateOn(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
}
