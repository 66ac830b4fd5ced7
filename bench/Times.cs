namespace PilotRegistry.Bench;

internal static class Times
{
    public static double Middle(this IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>What one in a hundred exceeds.</summary>
    public static double Slow(this IReadOnlyCollection<double> values) => values.Order().ElementAt(values.Count * 99 / 100);
}
