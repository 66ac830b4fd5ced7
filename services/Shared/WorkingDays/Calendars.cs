namespace PilotRegistry.WorkingDays;

/// <summary>The working days that travel with this program: the newest version of those beside it.</summary>
public sealed class Calendars
{
    public WorkingCalendar Current { get; } = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "calendars"), "*.csv")
        .Select(file => WorkingCalendar.Read(File.ReadAllText(file))).MaxBy(calendar => calendar.Version, StringComparer.Ordinal)
        ?? throw new InvalidOperationException("There is no calendar of working days beside this program.");
}
