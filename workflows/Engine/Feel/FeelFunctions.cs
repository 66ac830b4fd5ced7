using System.Globalization;

namespace PilotRegistry.Workflows.Engine;

/// <summary>The functions an expression may call. What an argument does not fit gives null, as FEEL has it.</summary>
internal static class FeelFunctions
{
    public const int MostWords = 3;

    private const int LongestText = 65536;

    private delegate FeelValue Body(FeelValue[] a, DateTimeOffset now);

    /// <summary>Name, fewest and most arguments, and what it gives.</summary>
    private static readonly Dictionary<string, (int Fewest, int Most, Body Body)> Known = new(StringComparer.Ordinal)
    {
        ["not"] = (1, 1, (a, _) => a[0] is FeelValue.Bool b ? FeelValue.Of(!b.Value) : FeelValue.Null),
        ["is defined"] = (1, 1, (a, _) => FeelValue.Of(a[0] is not FeelValue.Nothing)),
        ["contains"] = (2, 2, (a, _) => Texts(a, (x, y) => FeelValue.Of(x.Contains(y, StringComparison.Ordinal)))),
        ["starts with"] = (2, 2, (a, _) => Texts(a, (x, y) => FeelValue.Of(x.StartsWith(y, StringComparison.Ordinal)))),
        ["ends with"] = (2, 2, (a, _) => Texts(a, (x, y) => FeelValue.Of(x.EndsWith(y, StringComparison.Ordinal)))),
        ["string length"] = (1, 1, (a, _) => a[0] is FeelValue.Text t ? FeelValue.Of(new StringInfo(t.Value).LengthInTextElements) : FeelValue.Null),
        ["upper case"] = (1, 1, (a, _) => a[0] is FeelValue.Text t ? FeelValue.Of(t.Value.ToUpperInvariant()) : FeelValue.Null),
        ["lower case"] = (1, 1, (a, _) => a[0] is FeelValue.Text t ? FeelValue.Of(t.Value.ToLowerInvariant()) : FeelValue.Null),
        ["string"] = (1, 1, (a, _) => a[0] is FeelValue.Nothing ? FeelValue.Null : Short(FeelText.Of(a[0]))),
        ["number"] = (1, 1, (a, _) => a[0] is FeelValue.Text t && Decimal(t.Value) is { } n ? FeelValue.Of(n) : FeelValue.Null),
        ["abs"] = (1, 1, (a, _) => Number(a[0], Math.Abs)),
        ["floor"] = (1, 1, (a, _) => Number(a[0], Math.Floor)),
        ["ceiling"] = (1, 1, (a, _) => Number(a[0], Math.Ceiling)),
        ["count"] = (1, 1, (a, _) => a[0] is FeelValue.List l ? FeelValue.Of(l.Items.Length) : FeelValue.Null),
        ["sum"] = (1, 1, (a, _) => Numbers(a[0], all => all.Sum())),
        ["mean"] = (1, 1, (a, _) => Numbers(a[0], all => all.Average())),
        ["min"] = (1, 1, (a, _) => Extreme(a[0], -1)),
        ["max"] = (1, 1, (a, _) => Extreme(a[0], 1)),
        ["all"] = (1, 1, (a, _) => Logic(a[0], decisive: false)),
        ["any"] = (1, 1, (a, _) => Logic(a[0], decisive: true)),
        ["list contains"] = (2, 2, (a, _) => a[0] is FeelValue.List l ? FeelValue.Of(l.Items.Any(item => FeelOrder.Equal(item, a[1]) == true)) : FeelValue.Null),
        ["append"] = (2, 2, (a, _) => a[0] is FeelValue.List l ? new FeelValue.List(l.Items.Add(a[1])) : FeelValue.Null),
        ["concatenate"] = (2, 2, (a, _) => a is [FeelValue.List x, FeelValue.List y] ? new FeelValue.List(x.Items.AddRange(y.Items)) : FeelValue.Null),
        ["now"] = (0, 0, (_, now) => new FeelValue.Instant(now.ToOffset(WorkingCalendar.Beijing))),
        ["today"] = (0, 0, (_, now) => new FeelValue.Date(WorkingCalendar.DayOf(now))),
        ["date"] = (1, 1, (a, _) => a[0] switch
        {
            FeelValue.Text t => FeelText.Day(t.Value) ?? FeelValue.Null,
            FeelValue.Instant i => new FeelValue.Date(WorkingCalendar.DayOf(i.Value)),
            FeelValue.Date d => d,
            _ => FeelValue.Null
        }),
        ["date and time"] = (1, 1, (a, _) => a[0] is FeelValue.Text t ? FeelText.Moment(t.Value) ?? FeelValue.Null : a[0] as FeelValue.Instant ?? FeelValue.Null),
        ["duration"] = (1, 1, (a, _) => a[0] is FeelValue.Text t ? FeelText.Length(t.Value) ?? FeelValue.Null : FeelValue.Null),
        ["working days"] = (1, 1, (a, _) => Whole(a[0]) is { } n and >= 0 and <= 10000 ? new FeelValue.WorkingDays(n) : FeelValue.Null),
        ["cycle"] = (2, 2, (a, _) => a[1] is FeelValue.Duration or FeelValue.Months or FeelValue.WorkingDays && Whole(a[0]) is { } n and >= 0 ? new FeelValue.Cycle(n, a[1]) : FeelValue.Null)
    };

    public static IEnumerable<string> Names => Known.Keys.Order(StringComparer.Ordinal);

    public static bool Has(string name) => Known.ContainsKey(name);

    public static bool Takes(string name, int arguments) => arguments >= Known[name].Fewest && arguments <= Known[name].Most;

    public static FeelValue Call(string name, FeelValue[] arguments, DateTimeOffset now) => Known[name].Body(arguments, now);

    private static FeelValue Texts(FeelValue[] a, Func<string, string, FeelValue> give) => a is [FeelValue.Text x, FeelValue.Text y] ? give(x.Value, y.Value) : FeelValue.Null;

    private static FeelValue Number(FeelValue value, Func<decimal, decimal> give) => value is FeelValue.Number n ? FeelValue.Of(give(n.Value)) : FeelValue.Null;

    private static FeelValue Numbers(FeelValue value, Func<IEnumerable<decimal>, decimal> give) =>
        value is FeelValue.List { Items.Length: > 0 } list && list.Items.All(item => item is FeelValue.Number)
            ? FeelValue.Of(give(list.Items.Select(item => ((FeelValue.Number)item).Value)))
            : FeelValue.Null;

    private static FeelValue Extreme(FeelValue value, int side)
    {
        if (value is not FeelValue.List { Items: [var best, .. var others] }) return FeelValue.Null;
        foreach (var item in others)
        {
            if (FeelOrder.Compare(item, best) is not { } order) return FeelValue.Null;
            if (Math.Sign(order) == side) best = item;
        }

        return best;
    }

    private static FeelValue Logic(FeelValue value, bool decisive)
    {
        if (value is not FeelValue.List list) return FeelValue.Null;
        if (list.Items.Any(item => item is FeelValue.Bool b && b.Value == decisive)) return FeelValue.Of(decisive);
        return list.Items.All(item => item is FeelValue.Bool) ? FeelValue.Of(!decisive) : FeelValue.Null;
    }

    private static int? Whole(FeelValue value) => value is FeelValue.Number { Value: >= int.MinValue and <= int.MaxValue } n && decimal.IsInteger(n.Value) ? (int)n.Value : null;

    private static decimal? Decimal(string text) => text.Length <= 30 && decimal.TryParse(
        text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static FeelValue Short(string text) => text.Length <= LongestText ? FeelValue.Of(text) : FeelValue.Null;
}
