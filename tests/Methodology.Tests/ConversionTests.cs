using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>E_conversion: what went in and did not come out.</summary>
public sealed class ConversionTests
{
    private static readonly ConversionLine Coking = new()
    {
        Kind = ConversionKind.Coking,
        Inputs = [Of("COAL_CLEAN", 56)],
        Outputs = [Of("COKE", 40), Of("GAS_COG", 1.7m)]
    };

    [Fact]
    public void Coking_loses_the_carbon_of_coal_that_is_neither_coke_nor_gas()
    {
        var result = (Year with { Conversions = [Coking] }).Result();

        // 56 × 0.9 × 29.3076 × 93.17 ÷ 1000 = 137.6216902368
        // 40 × 0.9714 × 29.3076 × 107.1 ÷ 1000 = 121.96292090976
        // 1.7 × 5.928 × 29.3076 × 44.4 ÷ 1000 = 13.113551977344
        // 137.6216902368 − 121.96292090976 − 13.113551977344 = 2.545217349696
        Assert.Equal(2.545217m, result.Emissions.Conversion);
        // 50.4 − 38.856 − 10.0776
        Assert.Equal(1.4664m, result.Energy.Tce);
    }

    [Fact]
    public void By_product_gas_burned_in_the_park_and_its_conversion_count_the_carbon_once()
    {
        var result = (Year with { Conversions = [Coking], Fuels = [Fuel("GAS_COG", 1.7m)] }).Result();

        // 2.545217349696 + 13.113551977344: all the coal's carbon but what is in the coke
        Assert.Equal(15.658769m, result.Emissions.Total);
        Assert.Empty(result.SignalsOf("byProductWithoutConversion"));
    }

    [Fact]
    public void Several_conversions_add_up()
    {
        var result = (Year with { Conversions = [Coking, Coking] }).Result();

        Assert.Equal(5.090435m, result.Emissions.Conversion);
    }

    [Fact]
    public void A_conversion_needs_inputs_and_outputs()
    {
        (Year with { Conversions = [Coking with { Inputs = [] }] }).IsRefused("/conversions/0/inputs", "conversion-one-sided");
        (Year with { Conversions = [Coking with { Outputs = [] }] }).IsRefused("/conversions/0/outputs", "conversion-one-sided");
    }

    [Fact]
    public void A_conversion_needs_its_kind() =>
        (Year with { Conversions = [Coking with { Kind = null }] }).IsRefused("/conversions/0/kind", "missing");

    [Fact]
    public void The_same_measured_values_are_asked_for_as_in_fuel_lines()
    {
        (Year with { Conversions = [Coking with { Outputs = [Of("GAS_OTHER", 1)] }] })
            .IsRefused("/conversions/0/outputs/0/heatValue", "heat-value-required");
        (Year with { Conversions = [Coking with { Inputs = [Of("COAL_RAW", 1)] }] })
            .IsRefused("/conversions/0/inputs/0/fuel", "fuel-refused");
    }

    [Fact]
    public void The_derivation_shows_each_input_and_output_under_its_conversion()
    {
        var steps = (Year with { Conversions = [Coking] }).Result().Derivation;
        var conversion = steps.Single(step => step.Id == "conversion/conversions/0");

        Assert.Equal("conversion", conversion.Parent);
        Assert.Equal(
            [137.6216902368m, -121.96292090976m, -13.113551977344m],
            steps.Where(step => step.Parent == conversion.Id).Select(step => step.Value));
        Assert.Equal(2.545217349696m, conversion.Value);
    }
}
