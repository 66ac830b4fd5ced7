using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PilotRegistry.Methodology;

/// <summary>What surrounds the year. It never changes a computed number; signals read it.</summary>
public sealed record ParkContext
{
    public int? BoundaryVersion { get; init; }
    public int? BaseYear { get; init; }
    /// <summary>Industrial value added, 10^4 yuan.</summary>
    [Number(MayBeNegative = true)] public decimal? ValueAdded { get; init; }
    public MeterReadings? Meters { get; init; }
    [AllowNull] public IReadOnlyList<FuelStock> Stocks { get; init => field = value ?? []; } = [];
    [AllowNull] public IReadOnlyList<Enterprise> Enterprises { get; init => field = value ?? []; } = [];
    [AllowNull] public IReadOnlyList<DirectLine> DirectLines { get; init => field = value ?? []; } = [];
    [AllowNull] public IReadOnlyList<Removal> Removals { get; init => field = value ?? []; } = [];
}

/// <summary>The year's sums of the boundary meters, MWh.</summary>
public sealed record MeterReadings : Line
{
    [Number] public decimal? GridIn { get; init; }
    [Number] public decimal? GridOut { get; init; }
    [Number] public decimal? StorageIn { get; init; }
    [Number] public decimal? StorageOut { get; init; }
}

/// <summary>A fuel's balance over the year, natural unit.</summary>
public sealed record FuelStock : Line
{
    public string? Fuel { get; init; }
    [Number] public decimal? Opening { get; init; }
    [Number] public decimal? Purchased { get; init; }
    [Number] public decimal? Produced { get; init; }
    [Number] public decimal? Sold { get; init; }
    [Number] public decimal? Closing { get; init; }
}

/// <summary>One enterprise's part of the park; an exporter's part may be negative.</summary>
public sealed record Enterprise : Line
{
    public string? Id { get; init; }
    [Number(MayBeNegative = true)] public decimal? Tce { get; init; }
    [Number(MayBeNegative = true)] public decimal? Co2 { get; init; }
    [Number(MayBeNegative = true)] public decimal? BaseYearCo2 { get; init; }
}

/// <summary>A direct line of one user, MWh (发改能源〔2025〕650号).</summary>
public sealed record DirectLine : Line
{
    [Number] public decimal? AvailableMwh { get; init; }
    [Number] public decimal? DeliveredMwh { get; init; }
    [Number] public decimal? UserConsumptionMwh { get; init; }
}

/// <summary>CCUS, a sink or an offset: shown beside the result, never deducted.</summary>
public sealed record Removal : Line
{
    public string? Kind { get; init; }
    /// <summary>t CO2.</summary>
    [Number, JsonPropertyName("t")] public decimal? Tonnes { get; init; }
    public string? Registry { get; init; }
    public string? Serials { get; init; }
}
