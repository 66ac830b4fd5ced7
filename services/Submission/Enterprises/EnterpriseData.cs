using System.Diagnostics.CodeAnalysis;
using PilotRegistry.Methodology;

namespace PilotRegistry.Submission.Enterprises;

/// <summary>One enterprise's part of the park's year. Confidential: it never leaves this service but to those who review or verify the year.</summary>
public sealed record EnterpriseData
{
    /// <summary>The park's own name for it within the year, unique and stable; not shown to anybody.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>统一社会信用代码, 18 characters (GB 32100).</summary>
    public string? CreditCode { get; init; }

    /// <summary>Of its lines that do not say themselves.</summary>
    public DataQuality? Quality { get; init; }

    public EnterpriseLines? Data { get; init; }
}

/// <summary>The lines of ActivityData that can be told apart by enterprise.</summary>
public sealed record EnterpriseLines
{
    [AllowNull] public IReadOnlyList<FuelLine> Fuels { get; init => field = value ?? []; } = [];

    [AllowNull] public IReadOnlyList<ConversionLine> Conversions { get; init => field = value ?? []; } = [];

    [AllowNull] public IReadOnlyList<ElectricityLine> Electricity { get; init => field = value ?? []; } = [];

    [AllowNull] public IReadOnlyList<ThermalGenerationLine> ThermalGeneration { get; init => field = value ?? []; } = [];

    [AllowNull] public IReadOnlyList<HeatLine> Heat { get; init => field = value ?? []; } = [];

    [AllowNull] public IReadOnlyList<ProductLine> Products { get; init => field = value ?? []; } = [];

    [AllowNull] public IReadOnlyList<BunkerLine> Bunkers { get; init => field = value ?? []; } = [];
}
