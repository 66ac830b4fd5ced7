namespace PilotRegistry.Contracts;

/// <summary>Years and dates of the registry are Beijing's; there is no daylight saving.</summary>
public static class Beijing
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly Today(this TimeProvider clock) => DateOn(clock.GetUtcNow());

    public static DateOnly DateOn(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);
}
