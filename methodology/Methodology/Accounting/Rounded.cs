namespace PilotRegistry.Methodology;

/// <summary>The only two places where a number loses digits.</summary>
internal static class Rounded
{
    /// <summary>A leaf of the derivation: rounded once, so that sums of leaves are exact and their order does not matter.</summary>
    public static decimal Leaf(decimal value) => decimal.Round(value, 12, MidpointRounding.AwayFromZero);

    /// <summary>A figure of the summary.</summary>
    public static decimal Summary(decimal value) => decimal.Round(value, 6, MidpointRounding.AwayFromZero);

    public static decimal? Summary(decimal? value) => value is { } number ? Summary(number) : null;
}

/// <summary>Definitions of units, which no rule pack can change.</summary>
internal static class Unit
{
    /// <summary>GJ per tce: 7,000 kcal/kg × 4.1868 kJ/kcal (GB/T 2589, note to the definition of standard coal).</summary>
    public const decimal GjPerTce = 29.3076m;

    public const decimal GjPerTj = 1000m;
}

/// <summary>A quotient where the denominator can be nothing.</summary>
internal static class Ratio
{
    /// <summary>Null when the denominator is not positive: then there is no share to speak of.</summary>
    public static decimal? Of(decimal numerator, decimal denominator) => denominator > 0 ? numerator / denominator : null;

    /// <summary>False for quotients so large that only a wrong unit explains them, and decimal could not hold them.</summary>
    public static bool IsSane(decimal numerator, decimal denominator) =>
        denominator <= 0 || Math.Abs(numerator) / 1_000_000_000_000_000m <= denominator;
}
