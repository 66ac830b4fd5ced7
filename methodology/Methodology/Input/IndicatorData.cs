using System.Diagnostics.CodeAnalysis;

namespace PilotRegistry.Methodology;

/// <summary>What the guiding indicators need beyond the energy lines.</summary>
public sealed record IndicatorData
{
    public SolidWaste? SolidWaste { get; init; }
    public WasteEnergy? WasteEnergy { get; init; }
    public WaterUse? Water { get; init; }
    [AllowNull] public IReadOnlyList<UnitProduct> UnitProducts { get; init => field = value ?? []; } = [];
    [AllowNull] public IReadOnlyList<NotApplicableIndicator> NotApplicable { get; init => field = value ?? []; } = [];
}

/// <summary>Industrial solid waste, t.</summary>
public sealed record SolidWaste : Line
{
    [Number] public decimal? Generated { get; init; }
    [Number] public decimal? OldStockUtilised { get; init; }
    [Number] public decimal? Utilised { get; init; }
}

/// <summary>Waste heat, cold and pressure; a kind left out was not looked at.</summary>
public sealed record WasteEnergy
{
    public WasteEnergyKind? Heat { get; init; }
    public WasteEnergyKind? Cold { get; init; }
    public WasteEnergyKind? Pressure { get; init; }
}

/// <summary>One kind of waste energy, tce.</summary>
public sealed record WasteEnergyKind : Line
{
    [Number] public decimal? Recoverable { get; init; }
    [Number] public decimal? Recovered { get; init; }
}

/// <summary>Industrial water, m3.</summary>
public sealed record WaterUse : Line
{
    [Number] public decimal? Fresh { get; init; }
    [Number] public decimal? Reused { get; init; }
}

/// <summary>
/// A product's energy use per unit beside the national limit. Without a limit of the pack: its <see cref="Name"/>, and its
/// level 2 with the standard it comes from, or neither when its standard knows no level 2.
/// </summary>
public sealed record UnitProduct : Line
{
    public string? Limit { get; init; }
    public string? Name { get; init; }
    [Number(MayBeNegative = true)] public decimal? Value { get; init; }
    [Number(MayBeNegative = true)] public decimal? Level2 { get; init; }
    public string? Standard { get; init; }
}

/// <summary>A guiding indicator that cannot apply to this park, and why.</summary>
public sealed record NotApplicableIndicator
{
    public string? Indicator { get; init; }
    public string? Reason { get; init; }
}
