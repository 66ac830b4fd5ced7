namespace PilotRegistry.Methodology;

/// <summary>How well the headline figures are known: by the label each reported line carries.</summary>
public sealed record FigureQuality
{
    /// <summary>Of the leaves that add up to the total, t CO2.</summary>
    public required QualityShares? Co2 { get; init; }
    /// <summary>Of the leaves that add up to energy consumption, tce.</summary>
    public required QualityShares? Tce { get; init; }
}

/// <summary>
/// Shares of 1 of the sum of the absolute leaf values, so that what left the park counts as much as what came in; rounded to
/// 6 decimals each. Null instead of the record where every leaf is zero.
/// </summary>
public sealed record QualityShares
{
    [Number] public required decimal Measured { get; init; }
    [Number] public required decimal Calculated { get; init; }
    [Number] public required decimal Default { get; init; }
    [Number] public required decimal Estimated { get; init; }
    /// <summary>Of lines that carry no label.</summary>
    [Number] public required decimal Unstated { get; init; }
}
