namespace PilotRegistry.Methodology.Tests;

/// <summary>Short words for a year's lines, and what came of them.</summary>
internal static class Given
{
    public static readonly RulePacks Packs = RulePackLoader.LoadInstalled();
    public static readonly RulePack Pack = Packs.Find("national/2025-trial", "1.0.0")!;

    /// <summary>700,000 MWh × 0.3024 = 211,680 tce without carbon: lifts any park into the first band of the core target.</summary>
    public static readonly ElectricityLine PlentyOfDirectSupply = In(ElectricityKind.Direct, 700_000);

    public static readonly ActivityData Year = new() { Year = 2025 };

    public static FuelLine Fuel(
        string code, decimal quantity, FuelUse use = FuelUse.Terminal, decimal? heatValue = null, decimal? factor = null) =>
        new() { Fuel = code, Quantity = quantity, Use = use, HeatValue = heatValue, Factor = factor };

    public static ConvertedFuel Of(string code, decimal quantity) => new() { Fuel = code, Quantity = quantity };

    public static ElectricityLine In(ElectricityKind kind, decimal mwh) => new() { Direction = FlowDirection.In, Kind = kind, Mwh = mwh };
    public static ElectricityLine Out(ElectricityKind kind, decimal mwh) => new() { Direction = FlowDirection.Out, Kind = kind, Mwh = mwh };
    public static ThermalGenerationLine Made(GenerationSource source, decimal mwh) => new() { Source = source, Mwh = mwh };

    public static HeatLine HeatIn(HeatSource source, decimal gj, decimal? factor = null) =>
        new() { Direction = FlowDirection.In, Source = source, Gj = gj, Factor = factor };
    public static HeatLine HeatOut(HeatSource source, decimal gj, decimal? factor = null) =>
        new() { Direction = FlowDirection.Out, Source = source, Gj = gj, Factor = factor };

    public static ProductLine Product(string code, decimal quantity, decimal? factor = null, string? basis = null, string? name = null) =>
        new() { Product = code, Quantity = quantity, Factor = factor, Basis = basis, Name = name };

    public static Result Result(this ActivityData data, RulePacks? packs = null)
    {
        var outcome = Calculation.Run(data, packs ?? Packs);
        Assert.True(outcome.Succeeded, string.Join('\n', outcome.Problems));
        return outcome.Result;
    }

    public static Indicator Indicator(this Result result, string id) => result.Indicators.Single(indicator => indicator.Id == id);

    public static IEnumerable<Signal> SignalsOf(this Result result, string id) => result.Signals.Where(signal => signal.Id == id);

    public static Signal Signal(this Result result, string id) => Assert.Single(result.SignalsOf(id));

    public static void IsSilent(this Result result, string id) => Assert.Empty(result.SignalsOf(id));

    /// <summary>The one refusal, at the one place, in both languages.</summary>
    public static void IsRefused(this ActivityData data, string pointer, string code)
    {
        var outcome = Calculation.Run(data, Packs);
        Assert.False(outcome.Succeeded);
        var problem = Assert.Single(outcome.Problems);
        Assert.Equal((pointer, code), (problem.Pointer, problem.Code));
        Assert.NotEqual(problem.Message.Zh, problem.Message.En);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", problem.Message.Zh);
    }
}
