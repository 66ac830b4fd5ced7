using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>The label of each line is carried to the headline as shares of the absolute leaf values.</summary>
public sealed class FigureQualityTests
{
    private static (decimal, decimal, decimal, decimal, decimal) Shares(QualityShares? shares) =>
        (shares!.Measured, shares.Calculated, shares.Default, shares.Estimated, shares.Unstated);

    [Fact]
    public void Shares_are_of_absolute_values_so_that_what_left_counts_too()
    {
        // CO2: in 600 × 0.8325 = 499.5, out 200 × 0.8325 = 166.5, heat 100 × 0.11 = 11, product 323: together 1,000 t
        // tce: 600 and 200 × 0.3024, 100 × 0.03412: 181.44 + 60.48 + 3.412 = 245.332
        var quality = (Year with
        {
            Electricity =
            [
                In(ElectricityKind.Grid, 600) with { Quality = DataQuality.Measured },
                Out(ElectricityKind.Grid, 200) with { Quality = DataQuality.Calculated }
            ],
            ThermalGeneration = [Made(GenerationSource.Fossil, 200) with { Quality = DataQuality.Estimated }],
            Heat = [HeatIn(HeatSource.Fossil, 100) with { Quality = DataQuality.Estimated }],
            Products = [Product("OTHER_BALANCE", 323, 1, "b", "n")]
        }).Result().Quality!;

        Assert.Equal((0.4995m, 0.1665m, 0m, 0.011m, 0.323m), Shares(quality.Co2));
        Assert.Equal((0.739569m, 0.246523m, 0m, 0.013908m, 0m), Shares(quality.Tce));
    }

    [Fact]
    public void An_input_without_a_label_has_that_of_its_conversion()
    {
        var coking = new ConversionLine
        {
            Kind = ConversionKind.Coking,
            Quality = DataQuality.Default,
            Inputs = [Of("COKE", 300)],
            Outputs = [Of("COKE", 100) with { Quality = DataQuality.Measured }]
        };
        var quality = (Year with { Conversions = [coking] }).Result().Quality!;

        Assert.Equal((0.25m, 0m, 0.75m, 0m, 0m), Shares(quality.Co2));
        Assert.Equal(quality.Co2, quality.Tce);
    }

    [Fact]
    public void Bunkers_and_fuels_carry_their_labels()
    {
        var quality = (Year with
        {
            Fuels = [Fuel("DIESEL", 3) with { Quality = DataQuality.Measured }, Fuel("DIESEL", 9, FuelUse.RawMaterial) with { Quality = DataQuality.Estimated }],
            Bunkers = [new() { Fuel = "DIESEL", Quantity = 1, Quality = DataQuality.Calculated }]
        }).Result().Quality!;

        Assert.Equal((0.75m, 0.25m, 0m, 0m, 0m), Shares(quality.Co2));
        Assert.Equal(quality.Co2, quality.Tce);
    }

    [Fact]
    public void Without_lines_there_is_nothing_to_share() => Assert.Equal((null, null), (Year.Result().Quality!.Co2, Year.Result().Quality!.Tce));
}
