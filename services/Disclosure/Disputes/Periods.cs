using System.Globalization;
using PilotRegistry.Contracts;
using PilotRegistry.WorkingDays;

namespace PilotRegistry.Disclosure;

/// <summary>How many working days each step of a dispute may take (<c>periods.csv</c>, each with its source), and which day that is.</summary>
public sealed class Periods(Calendars calendars, TimeProvider clock)
{
    private static readonly IReadOnlyDictionary<string, int> Days = Read();

    /// <summary>Until when a reviewer says whether a dispute that comes in today is taken up.</summary>
    public DateOnly? Triage => From(clock.Today(), "triage");

    /// <summary>Until when who was named today must answer.</summary>
    public DateOnly? Answer => From(clock.Today(), "answer");

    /// <summary>Until when a reviewer concludes what was answered today.</summary>
    public DateOnly? Conclusion => From(clock.Today(), "conclusion");

    /// <summary>Null beyond the known calendar.</summary>
    private DateOnly? From(DateOnly day, string step) => calendars.Current.LastDay(day, Days[step]);

    private static Dictionary<string, int> Read()
    {
        using var reader = new StreamReader(typeof(Periods).Assembly.GetManifestResourceStream("periods.csv")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .ToDictionary(cells => cells[0], cells => int.Parse(cells[1], CultureInfo.InvariantCulture));
    }
}
