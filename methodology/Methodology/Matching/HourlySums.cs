namespace PilotRegistry.Methodology;

/// <summary>What a year of hours adds up to, MWh; null where the series has no such column.</summary>
/// <param name="Load">Used in the park, charging of storage left out.</param>
/// <param name="Own">Generation inside the boundary that is not fossil.</param>
/// <param name="Direct">Delivered by direct line.</param>
/// <param name="GreenTrade">Traded green power with a profile of its own.</param>
/// <param name="OwnOut">Of <paramref name="Own"/>: left the park.</param>
/// <param name="DirectOut">Of <paramref name="Direct"/>: left the park.</param>
/// <param name="Charged">Green power that went into storage.</param>
/// <param name="Discharged">What storage gave back of it.</param>
public sealed record HourlySums(
    decimal Load, decimal? Own = null, decimal? Direct = null, decimal? GreenTrade = null, decimal? OwnOut = null, decimal? DirectOut = null,
    decimal? Charged = null, decimal? Discharged = null);
