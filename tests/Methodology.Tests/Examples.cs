namespace PilotRegistry.Methodology.Tests;

/// <summary>The parks under <c>methodology/examples</c>, and one that has a line of everything.</summary>
internal static class Examples
{
    public static readonly IReadOnlyList<string> Names =
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "examples")).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)
    ];

    public static ActivityData Read(string name)
    {
        var reading = ActivityDataReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "examples", name)));
        Assert.True(reading.Succeeded, string.Join('\n', reading.Problems));
        return reading.Data;
    }

    /// <summary>Every list filled, with numbers that do not come out even.</summary>
    public static ActivityData Everything { get; } = Given.Year with
    {
        Fuels =
        [
            Given.Fuel("NG", 123.457m), Given.Fuel("NG", 77.7m, FuelUse.Power), Given.Fuel("LNG", 3.3m, FuelUse.Heat, heatValue: 51.7m),
            Given.Fuel("COAL_BIT", 1234.5m, FuelUse.Heat), Given.Fuel("GAS_BFG", 333.3m), Given.Fuel("NAPHTHA", 17.1m, FuelUse.RawMaterial),
            Given.Fuel("BIO_WOOD", 4321.7m, FuelUse.Heat), Given.Fuel("H2", 1.7m, heatValue: 119.9m),
            Given.Fuel("WASTE_FUEL", 71.3m, heatValue: 13.37m, factor: 41.3m)
        ],
        Conversions =
        [
            new() { Kind = ConversionKind.Coking, Inputs = [Given.Of("COAL_CLEAN", 561.3m)], Outputs = [Given.Of("COKE", 401.7m), Given.Of("GAS_COG", 17.17m)] },
            new() { Kind = ConversionKind.Ironmaking, Inputs = [Given.Of("COKE", 401.7m)], Outputs = [Given.Of("GAS_BFG", 333.3m)] }
        ],
        Electricity =
        [
            Given.In(ElectricityKind.Grid, 1234.567m), Given.In(ElectricityKind.Direct, 99_999.9m), Given.In(ElectricityKind.Own, 7_777.7m),
            Given.In(ElectricityKind.GreenTrade, 55.5m), Given.In(ElectricityKind.Certificate, 66.6m), Given.In(ElectricityKind.NonFossilMarket, 3.21m),
            Given.Out(ElectricityKind.Grid, 12.3m), Given.Out(ElectricityKind.Own, 45.6m), Given.Out(ElectricityKind.Direct, 0.7m)
        ],
        ThermalGeneration = [Given.Made(GenerationSource.Fossil, 333.3m), Given.Made(GenerationSource.Recovered, 21.1m)],
        Heat =
        [
            Given.HeatIn(HeatSource.Fossil, 517.3m), Given.HeatIn(HeatSource.NonFossil, 91.7m), Given.HeatOut(HeatSource.Fossil, 77.7m, factor: 0.0937m),
            Given.HeatOut(HeatSource.NonFossil, 7.7m)
        ],
        Products = [Given.Product("CLK_PORTLAND", 1001.1m), Given.Product("FA_NIFE", 13.7m, 1.337m, "balance"), Given.Product("LIME_HICAL", 3.3m, basis: "high calcium")],
        Bunkers = [new() { Fuel = "KEROSENE", Quantity = 2.7m }],
        Indicators = new()
        {
            SolidWaste = new() { Generated = 100.1m, OldStockUtilised = 7.7m, Utilised = 85.3m },
            WasteEnergy = new() { Heat = new() { Recoverable = 10.1m, Recovered = 6.3m } },
            Water = new() { Fresh = 20.3m, Reused = 81.1m },
            UnitProducts = [new() { Limit = "CEMENT", Value = 85 }, new() { Limit = "BF", Value = 371 }, new() { Name = "other", Value = 1 }]
        },
        Context = new() { Removals = [new() { Kind = "ccus", Tonnes = 33.3m }] }
    };

    public static IEnumerable<ActivityData> All => Names.Select(Read).Append(Everything);
}
