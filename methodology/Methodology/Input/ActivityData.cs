using System.Diagnostics.CodeAnalysis;

namespace PilotRegistry.Methodology;

/// <summary>
/// A year of one park as it is reported: quantities in natural units, never computed numbers.
/// Only the year is required; a missing or null list means "nothing of that".
/// </summary>
public record ActivityData
{
    /// <summary>The accounting year, a calendar year.</summary>
    public required int Year { get; init; }
    /// <summary><c>id@version</c>, or <c>id</c> for the newest version valid in the year; null for the newest national pack.</summary>
    public string? RulePack { get; init; }
    /// <summary><c>provincial/440000@1</c>, or without a version for the newest: adds a province's own verdicts.</summary>
    public string? ProvincialPack { get; init; }
    [AllowNull] public IReadOnlyList<FuelLine> Fuels { get; init => field = value ?? []; } = [];
    [AllowNull] public IReadOnlyList<ConversionLine> Conversions { get; init => field = value ?? []; } = [];
    [AllowNull] public IReadOnlyList<ElectricityLine> Electricity { get; init => field = value ?? []; } = [];
    [AllowNull] public IReadOnlyList<ThermalGenerationLine> ThermalGeneration { get; init => field = value ?? []; } = [];
    [AllowNull] public IReadOnlyList<HeatLine> Heat { get; init => field = value ?? []; } = [];
    [AllowNull] public IReadOnlyList<ProductLine> Products { get; init => field = value ?? []; } = [];
    [AllowNull] public IReadOnlyList<BunkerLine> Bunkers { get; init => field = value ?? []; } = [];
    public IndicatorData? Indicators { get; init; }
    public ParkContext? Context { get; init; }
}

/// <summary>A quantity of one fuel in the natural unit of its pack row, with measured values where the row allows or requires them.</summary>
public interface IFuelQuantity
{
    string? Fuel { get; }
    decimal? Quantity { get; }
    /// <summary>Measured, GJ per natural unit.</summary>
    decimal? HeatValue { get; }
    /// <summary>Measured, t CO2 per TJ.</summary>
    decimal? Factor { get; }
}

/// <summary>Fuel used inside the boundary, by what it was used for.</summary>
public sealed record FuelLine : Line, IFuelQuantity
{
    public string? Fuel { get; init; }
    public FuelUse? Use { get; init; }
    [Number] public decimal? Quantity { get; init; }
    [Number] public decimal? HeatValue { get; init; }
    [Number] public decimal? Factor { get; init; }
}

/// <summary>Fuel turned into other fuel: what went in and what came out.</summary>
public sealed record ConversionLine : Line
{
    public ConversionKind? Kind { get; init; }
    [AllowNull] public IReadOnlyList<ConvertedFuel> Inputs { get; init => field = value ?? []; } = [];
    [AllowNull] public IReadOnlyList<ConvertedFuel> Outputs { get; init => field = value ?? []; } = [];
}

/// <summary>One input or output of a conversion.</summary>
public sealed record ConvertedFuel : Line, IFuelQuantity
{
    public string? Fuel { get; init; }
    [Number] public decimal? Quantity { get; init; }
    [Number] public decimal? HeatValue { get; init; }
    [Number] public decimal? Factor { get; init; }
}

/// <summary>Electricity across the boundary, and own non-fossil generation; the kinds do not overlap.</summary>
public sealed record ElectricityLine : Line
{
    public FlowDirection? Direction { get; init; }
    public ElectricityKind? Kind { get; init; }
    [Number] public decimal? Mwh { get; init; }
}

/// <summary>Power made inside from listed fuels or recovered energy: stated, with no CO2 or tce of its own.</summary>
public sealed record ThermalGenerationLine : Line
{
    public GenerationSource? Source { get; init; }
    [Number] public decimal? Mwh { get; init; }
}

/// <summary>Heat across the boundary.</summary>
public sealed record HeatLine : Line
{
    public FlowDirection? Direction { get; init; }
    public HeatSource? Source { get; init; }
    [Number] public decimal? Gj { get; init; }
    /// <summary>Measured, t CO2 per GJ; only for fossil heat.</summary>
    [Number] public decimal? Factor { get; init; }
}

/// <summary>A product with process emissions; the quantity includes what the park uses itself.</summary>
public sealed record ProductLine : Line
{
    public string? Product { get; init; }
    [Number] public decimal? Quantity { get; init; }
    /// <summary>Own factor or mass balance, t CO2 per unit; always with <see cref="Basis"/>.</summary>
    [Number] public decimal? Factor { get; init; }
    public string? Basis { get; init; }
    public string? Name { get; init; }
}

/// <summary>Fuel for international aviation and shipping, on top of <see cref="ActivityData.Fuels"/>.</summary>
public sealed record BunkerLine : Line, IFuelQuantity
{
    public string? Fuel { get; init; }
    [Number] public decimal? Quantity { get; init; }
    [Number] public decimal? HeatValue { get; init; }
    [Number] public decimal? Factor { get; init; }
}
