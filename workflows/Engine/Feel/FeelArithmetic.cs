namespace PilotRegistry.Workflows.Engine;

/// <summary>Sums and products of numbers, texts, dates and lengths; what does not fit together gives null.</summary>
internal static class FeelArithmetic
{
    private const int LongestText = 65536;

    public static FeelValue Negated(FeelValue value) => value switch
    {
        FeelValue.Number number => FeelValue.Of(-number.Value),
        FeelValue.Duration duration when duration.Value != TimeSpan.MinValue => new FeelValue.Duration(-duration.Value),
        FeelValue.Months { Value: > int.MinValue } months => new FeelValue.Months(-months.Value),
        _ => FeelValue.Null
    };

    /// <summary>A result that leaves the range of decimal or of the calendar is null too.</summary>
    public static FeelValue Applied(string sign, FeelValue left, FeelValue right)
    {
        try
        {
            return (sign, left, right) switch
            {
                ("+", FeelValue.Number a, FeelValue.Number b) => FeelValue.Of(a.Value + b.Value),
                ("-", FeelValue.Number a, FeelValue.Number b) => FeelValue.Of(a.Value - b.Value),
                ("*", FeelValue.Number a, FeelValue.Number b) => FeelValue.Of(a.Value * b.Value),
                ("/", FeelValue.Number, FeelValue.Number { Value: 0 }) => FeelValue.Null,
                ("/", FeelValue.Number a, FeelValue.Number b) => FeelValue.Of(a.Value / b.Value),
                ("+", FeelValue.Text a, FeelValue.Text b) when a.Value.Length + b.Value.Length <= LongestText => FeelValue.Of(a.Value + b.Value),
                ("+", FeelValue.Duration a, FeelValue.Duration b) => new FeelValue.Duration(a.Value + b.Value),
                ("-", FeelValue.Duration a, FeelValue.Duration b) => new FeelValue.Duration(a.Value - b.Value),
                ("*", FeelValue.Duration a, FeelValue.Number b) => new FeelValue.Duration(TimeSpan.FromTicks((long)decimal.Truncate(a.Value.Ticks * b.Value))),
                ("*", FeelValue.Number, FeelValue.Duration) => Applied("*", right, left),
                ("+", FeelValue.Duration or FeelValue.Months, FeelValue.Date or FeelValue.Instant) => Applied("+", right, left),
                ("-", FeelValue.Date a, FeelValue.Date b) => new FeelValue.Duration(TimeSpan.FromDays(a.Value.DayNumber - b.Value.DayNumber)),
                ("-", FeelValue.Instant a, FeelValue.Instant b) => new FeelValue.Duration(a.Value - b.Value),
                ("-", FeelValue.Date or FeelValue.Instant, FeelValue.Duration or FeelValue.Months) => Applied("+", left, Negated(right)),
                ("+", FeelValue.Date a, FeelValue.Duration b) => new FeelValue.Date(a.Value.AddDays(b.Value.Days)),
                ("+", FeelValue.Date a, FeelValue.Months b) => new FeelValue.Date(a.Value.AddMonths(b.Value)),
                ("+", FeelValue.Instant a, FeelValue.Duration b) => new FeelValue.Instant(a.Value + b.Value),
                ("+", FeelValue.Instant a, FeelValue.Months b) => new FeelValue.Instant(a.Value.AddMonths(b.Value)),
                _ => FeelValue.Null
            };
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            return FeelValue.Null;
        }
    }
}
