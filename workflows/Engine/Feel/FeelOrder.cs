namespace PilotRegistry.Workflows.Engine;

/// <summary>When values are equal, and which is smaller. Values of different kinds cannot be compared: the answer is null.</summary>
internal static class FeelOrder
{
    public static bool? Equal(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelValue.Nothing, FeelValue.Nothing) => true,
        (FeelValue.Nothing, _) or (_, FeelValue.Nothing) => false,
        (FeelValue.Bool a, FeelValue.Bool b) => a.Value == b.Value,
        (FeelValue.List a, FeelValue.List b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => Equal(pair.First, pair.Second) == true),
        (FeelValue.Context a, FeelValue.Context b) => a.Entries.Count == b.Entries.Count
            && a.Entries.All(e => b.Entries.Find(e.Key) is { } other && Equal(e.Value, other) == true),
        _ => Compare(left, right) is { } order ? order == 0 : null
    };

    public static int? Compare(FeelValue left, FeelValue right) => (left, right) switch
    {
        (FeelValue.Number a, FeelValue.Number b) => a.Value.CompareTo(b.Value),
        (FeelValue.Text a, FeelValue.Text b) => string.CompareOrdinal(a.Value, b.Value),
        (FeelValue.Date a, FeelValue.Date b) => a.Value.CompareTo(b.Value),
        (FeelValue.Instant a, FeelValue.Instant b) => a.Value.CompareTo(b.Value),
        (FeelValue.Duration a, FeelValue.Duration b) => a.Value.CompareTo(b.Value),
        (FeelValue.Months a, FeelValue.Months b) => a.Value.CompareTo(b.Value),
        (FeelValue.WorkingDays a, FeelValue.WorkingDays b) => a.Value.CompareTo(b.Value),
        _ => null
    };
}
