namespace PilotRegistry.Methodology;

/// <summary>
/// A year in which every code is in the pack and every number is there and sound: what the accounting may rely on.
/// <c>At</c> is where a line stands in the ActivityData, a JSON pointer without its first slash.
/// </summary>
internal sealed record ParkYear
{
    public required ActivityData Reported { get; init; }
    public required IReadOnlyList<BurnedFuel> Fuels { get; init; }
    public required IReadOnlyList<FuelConversion> Conversions { get; init; }
    public required IReadOnlyList<PowerFlow> Electricity { get; init; }
    public required IReadOnlyList<Generation> ThermalGeneration { get; init; }
    public required IReadOnlyList<HeatFlow> Heat { get; init; }
    public required IReadOnlyList<MadeProduct> Products { get; init; }
    public required IReadOnlyList<FuelAmount> Bunkers { get; init; }
    public required IReadOnlyList<RemovedCarbon> Removals { get; init; }
    public required GuidingData Guiding { get; init; }

    public IEnumerable<BurnedFuel> FuelsFor(params ReadOnlySpan<FuelUse> uses)
    {
        var wanted = 0;
        foreach (var use in uses) wanted |= 1 << (int)use;
        return Fuels.Where(fuel => (wanted & (1 << (int)fuel.Use)) != 0);
    }

    public decimal MwhIn(params ReadOnlySpan<ElectricityKind> kinds) => Mwh(FlowDirection.In, kinds);

    public decimal MwhOut(params ReadOnlySpan<ElectricityKind> kinds) => Mwh(FlowDirection.Out, kinds);

    public decimal MwhMade(params ReadOnlySpan<GenerationSource> sources)
    {
        var sum = 0m;
        foreach (var line in ThermalGeneration)
            if (sources.Contains(line.Source)) sum += line.Mwh;
        return sum;
    }

    /// <summary>All that was used of a fuel, whatever for, natural unit.</summary>
    public decimal QuantityUsed(string? fuel) => Fuels.Select(line => line.Amount)
        .Concat(Bunkers)
        .Concat(Conversions.SelectMany(conversion => conversion.Inputs))
        .Where(amount => amount.Row.Code == fuel)
        .Sum(amount => amount.Quantity);

    /// <summary>The quantities of all lines but conversions, whose outputs stand in fuel lines again.</summary>
    public IEnumerable<(string At, decimal Quantity)> Quantities() => Fuels.Select(line => (line.Amount.At, line.Amount.Quantity))
        .Concat(Electricity.Select(flow => (flow.At, flow.Mwh)))
        .Concat(Heat.Select(flow => (flow.At, flow.Gj)))
        .Concat(Products.Select(product => (product.At, product.Quantity)))
        .Concat(Bunkers.Select(bunker => (bunker.At, bunker.Quantity)));

    private decimal Mwh(FlowDirection direction, ReadOnlySpan<ElectricityKind> kinds)
    {
        var sum = 0m;
        foreach (var flow in Electricity)
            if (flow.Direction == direction && kinds.Contains(flow.Row.Kind)) sum += flow.Mwh;
        return sum;
    }
}

internal sealed record BurnedFuel(FuelAmount Amount, FuelUse Use);

internal sealed record FuelConversion(string At, ConversionKind Kind, IReadOnlyList<FuelAmount> Inputs, IReadOnlyList<FuelAmount> Outputs)
{
    /// <summary>t CO2 that went in and did not come out.</summary>
    public decimal Co2Balance { get; } = Inputs.Sum(input => input.Co2) - Outputs.Sum(output => output.Co2);
    public decimal TceBalance { get; } = Inputs.Sum(input => input.Tce) - Outputs.Sum(output => output.Tce);
}

internal sealed record PowerFlow(string At, FlowDirection Direction, ElectricityRow Row, decimal Mwh)
{
    public Wording Label { get; } = IndirectEmissions.LabelOf(Row.Name, Direction);
    public decimal NetMwh => Direction is FlowDirection.In ? Mwh : -Mwh;
}

internal sealed record Generation(GenerationSource Source, decimal Mwh);

internal sealed record HeatFlow(string At, FlowDirection Direction, HeatRow Row, SourcedNumber Emission, decimal Gj)
{
    public Wording Label { get; } = IndirectEmissions.LabelOf(Row.Name, Direction);
    public decimal NetGj => Direction is FlowDirection.In ? Gj : -Gj;
}

internal sealed record MadeProduct(string At, ProductRow Row, Wording Name, SourcedNumber Factor, decimal Quantity);

internal sealed record RemovedCarbon(string At, string Kind, decimal Tonnes);

/// <summary>What the guiding indicators divide; null where nothing was given.</summary>
internal sealed record GuidingData
{
    public Share? SolidWaste { get; init; }
    public Share? Water { get; init; }
    public IReadOnlyList<WasteEnergyShare> WasteEnergy { get; init; } = [];
    public IReadOnlyList<string> WasteEnergyKindsMissing { get; init; } = [];
    public IReadOnlyList<AssessedProduct> UnitProducts { get; init; } = [];
    /// <summary>Indicator id to where it is said.</summary>
    public IReadOnlyDictionary<string, string> NotApplicable { get; init; } = new Dictionary<string, string>();
}

internal sealed record Share(decimal Part, decimal Whole);

internal sealed record WasteEnergyShare(string Kind, decimal Recovered, decimal Recoverable);

/// <summary>A product's value beside level 2: the pack's, or its own by a named standard, or none (then it is only listed).</summary>
internal sealed record AssessedProduct(string At, Wording Name, string Unit, decimal Value, SourcedNumber? Level2, LimitRow? Limit)
{
    public bool Reaches => Level2 is not null && Value <= Level2.Value;
    public bool ByOwnLevel => Level2 is not null && Level2.Mark == "M";
}
