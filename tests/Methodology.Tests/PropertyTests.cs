using System.Text.Json;
using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>What must hold for every park.</summary>
public sealed class PropertyTests
{
    public static TheoryData<string> Parks => [.. Examples.Names, "everything"];

    private static ActivityData Data(string park) => park == "everything" ? Examples.Everything : Examples.Read(park);

    /// <summary>All figures and verdicts as they are shown.</summary>
    private static string Figures(Result result) => JsonSerializer.Serialize(result with { Signals = [], Derivation = [] }, MethodologyJson.Options);

    [Theory, MemberData(nameof(Parks))]
    public void A_line_of_zero_changes_nothing(string park)
    {
        var data = Data(park);
        var padded = data with
        {
            Fuels = [.. data.Fuels, Fuel("NG", 0), Fuel("COAL_BIT", 0, FuelUse.Heat), Fuel("NG", 0, FuelUse.RawMaterial), Fuel("REFGAS", 0), Fuel("H2", 0, heatValue: 120), Fuel("LPG", 0, heatValue: 50)],
            Conversions = [.. data.Conversions, new() { Kind = ConversionKind.Refining, Inputs = [Of("CRUDE", 0)], Outputs = [Of("DIESEL", 0)] }],
            Electricity = [.. data.Electricity, In(ElectricityKind.Grid, 0), Out(ElectricityKind.Own, 0), Out(ElectricityKind.Grid, 0)],
            ThermalGeneration = [.. data.ThermalGeneration, Made(GenerationSource.Fossil, 0)],
            Heat = [.. data.Heat, HeatIn(HeatSource.Fossil, 0), HeatOut(HeatSource.NonFossil, 0)],
            Products = [.. data.Products, Product("CLK_PORTLAND", 0), Product("CLK_WHITE", 0, 0.4m, "own"), Product("FA_FESI75", 0), Product("STEEL_DECARB", 0, basis: "b")],
            Bunkers = [.. data.Bunkers, new() { Fuel = "DIESEL", Quantity = 0 }]
        };

        Assert.Equal(Figures(data.Result()), Figures(padded.Result()));
        Assert.Equal(data.Result().Signals.Select(signal => signal.Id), padded.Result().Signals.Select(signal => signal.Id));
    }

    [Theory, MemberData(nameof(Parks))]
    public void The_order_of_lines_does_not_matter(string park)
    {
        var data = Data(park);
        var reversed = data with
        {
            Fuels = [.. data.Fuels.Reverse()],
            Conversions = [.. data.Conversions.Reverse().Select(line => line with { Inputs = [.. line.Inputs.Reverse()], Outputs = [.. line.Outputs.Reverse()] })],
            Electricity = [.. data.Electricity.Reverse()],
            Heat = [.. data.Heat.Reverse()],
            Products = [.. data.Products.Reverse()]
        };

        Assert.Equal(Figures(data.Result()), Figures(reversed.Result()));
    }

    [Theory, MemberData(nameof(Parks))]
    public void Doubling_all_quantities_doubles_emissions_and_energy_and_leaves_intensity(string park)
    {
        var (once, twice) = (Data(park).Result(), Doubled(Data(park)).Result());

        Assert.InRange(twice.Emissions.Total, 2 * once.Emissions.Total - 0.000002m, 2 * once.Emissions.Total + 0.000002m);
        Assert.InRange(twice.Energy.Tce, 2 * once.Energy.Tce - 0.000002m, 2 * once.Energy.Tce + 0.000002m);
        Assert.Equal(once.Indicator("core").Value, twice.Indicator("core").Value);
        Assert.Equal(once.Indicator("cleanEnergy").Value, twice.Indicator("cleanEnergy").Value);
        Assert.Equal(once.DirectSupplyShare, twice.DirectSupplyShare);
    }

    [Theory, MemberData(nameof(Parks))]
    public void Green_kinds_never_raise_the_total(string park)
    {
        var data = Data(park);
        foreach (var kind in new[] { ElectricityKind.Direct, ElectricityKind.Own, ElectricityKind.GreenTrade, ElectricityKind.Certificate })
            Assert.Equal(data.Result().Emissions, (data with { Electricity = [.. data.Electricity, In(kind, 1234.5m)] }).Result().Emissions);
        Assert.Equal(data.Result().Emissions, (data with { Heat = [.. data.Heat, HeatIn(HeatSource.NonFossil, 77)] }).Result().Emissions);
    }

    [Theory, MemberData(nameof(Parks))]
    public void The_same_data_gives_the_same_bytes(string park) => Assert.Equal(
        JsonSerializer.Serialize(Data(park).Result(), MethodologyJson.Options),
        JsonSerializer.Serialize(Data(park).Result(), MethodologyJson.Options));

    private static ActivityData Doubled(ActivityData data) => data with
    {
        Fuels = [.. data.Fuels.Select(line => line with { Quantity = line.Quantity * 2 })],
        Conversions = [.. data.Conversions.Select(line => line with { Inputs = Doubled(line.Inputs), Outputs = Doubled(line.Outputs) })],
        Electricity = [.. data.Electricity.Select(line => line with { Mwh = line.Mwh * 2 })],
        ThermalGeneration = [.. data.ThermalGeneration.Select(line => line with { Mwh = line.Mwh * 2 })],
        Heat = [.. data.Heat.Select(line => line with { Gj = line.Gj * 2 })],
        Products = [.. data.Products.Select(line => line with { Quantity = line.Quantity * 2 })],
        Bunkers = [.. data.Bunkers.Select(line => line with { Quantity = line.Quantity * 2 })]
    };

    private static IReadOnlyList<ConvertedFuel> Doubled(IReadOnlyList<ConvertedFuel> lines) =>
        [.. lines.Select(line => line with { Quantity = line.Quantity * 2 })];
}
