using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Dates and lengths as ISO 8601 text, read and written.</summary>
internal static partial class FeelText
{
    public static string Of(FeelValue value) => value switch
    {
        FeelValue.Text text => text.Value,
        FeelValue.Bool b => b.Value ? "true" : "false",
        FeelValue.Number number => number.Value.ToString("0.############################", CultureInfo.InvariantCulture),
        FeelValue.Date date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FeelValue.Instant instant => instant.Value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        FeelValue.Duration duration => XmlConvert.ToString(duration.Value),
        FeelValue.Months months => $"{(months.Value < 0 ? "-" : "")}P{Math.Abs((long)months.Value)}M",
        FeelValue.WorkingDays days => $"P{days.Value}WD",
        FeelValue.Cycle cycle => $"R{cycle.Repeats}/{Of(cycle.Every)}",
        FeelValue.List list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        FeelValue.Context context => $"{{{string.Join(", ", context.Entries.Select(e => $"{e.Key}: {Of(e.Value)}"))}}}",
        _ => "null"
    };

    /// <summary>A date, a date with time and offset, a length, or a cycle; null when it is none of them.</summary>
    public static FeelValue? Temporal(string text) => Day(text) ?? Moment(text) ?? Length(text) ?? Repeated(text);

    public static FeelValue? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new FeelValue.Date(day) : null;

    /// <summary>Without an offset a time has no place and is not taken.</summary>
    public static FeelValue? Moment(string text) =>
        Instants().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? new FeelValue.Instant(moment) : null;

    /// <summary>ISO 8601, and <c>P5WD</c> for five working days.</summary>
    public static FeelValue? Length(string text)
    {
        if (WorkingDays().Match(text) is { Success: true } days) return new FeelValue.WorkingDays(Whole(days, "n"));
        var parts = Lengths().Match(text);
        if (!parts.Success || text.EndsWith('P') || text.EndsWith('T')) return null;
        try
        {
            if (parts.Groups["y"].Success || parts.Groups["mo"].Success)
            {
                if (parts.Groups["d"].Success || parts.Groups["t"].Success) return null;
                var months = checked((Whole(parts, "y") * 12) + Whole(parts, "mo"));
                return new FeelValue.Months(text[0] == '-' ? -months : months);
            }

            return new FeelValue.Duration(XmlConvert.ToTimeSpan(text));
        }
        catch (Exception e) when (e is OverflowException or FormatException)
        {
            return null;
        }
    }

    private static FeelValue? Repeated(string text)
    {
        var parts = Cycles().Match(text);
        if (!parts.Success || Length(parts.Groups["every"].Value) is not { } every) return null;
        var repeats = parts.Groups["n"].Value;
        return repeats.Length == 0
            ? new FeelValue.Cycle(null, every)
            : int.TryParse(repeats, CultureInfo.InvariantCulture, out var n) ? new FeelValue.Cycle(n, every) : null;
    }

    private static int Whole(Match parts, string name) =>
        parts.Groups[name].Success ? int.Parse(parts.Groups[name].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^-?P((?<y>[0-9]{1,9})Y)?((?<mo>[0-9]{1,9})M)?((?<d>[0-9]{1,9})D)?(?<t>T([0-9]{1,9}H)?([0-9]{1,9}M)?([0-9]{1,9}(\.[0-9]{1,7})?S)?)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Lengths();

    [GeneratedRegex(@"^P(?<n>[0-9]{1,4})WD\z", RegexOptions.ExplicitCapture)]
    private static partial Regex WorkingDays();

    [GeneratedRegex(@"^R(?<n>[0-9]*)/(?<every>P.*)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Cycles();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Instants();
}
