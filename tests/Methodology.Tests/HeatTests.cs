using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>Heat across the boundary.</summary>
public sealed class HeatTests
{
    [Fact]
    public void Fossil_heat_carries_0_11_t_per_GJ_by_default()
    {
        var result = (Year with { Heat = [HeatIn(HeatSource.Fossil, 500)] }).Result();

        // 500 GJ × 0.11 = 55 t; 500 × 0.03412 = 17.06 tce
        Assert.Equal((55m, 17.06m), (result.Emissions.Heat, result.Energy.Tce));
    }

    [Fact]
    public void A_measured_factor_stands_in_for_the_default()
    {
        var result = (Year with { Heat = [HeatIn(HeatSource.Fossil, 500, factor: 0.07m)] }).Result();

        Assert.Equal(35m, result.Emissions.Heat);
        Assert.Equal("M", result.Derivation.Single(step => step.Id == "heat/heat/0").Factor!.Mark);
    }

    [Fact]
    public void Heat_that_leaves_is_deducted_from_both()
    {
        var result = (Year with { Heat = [HeatIn(HeatSource.Fossil, 500), HeatOut(HeatSource.Fossil, 800)] }).Result();

        // (500 − 800) × 0.11 and × 0.03412
        Assert.Equal((-33m, -10.236m), (result.Emissions.Heat, result.Energy.Tce));
    }

    [Fact]
    public void Non_fossil_heat_is_free_of_carbon_and_clean()
    {
        var result = (Year with { Heat = [HeatIn(HeatSource.NonFossil, 1000), HeatOut(HeatSource.NonFossil, 400)] }).Result();

        Assert.Equal(0m, result.Emissions.Heat);
        // (1,000 − 400) × 0.03412
        Assert.Equal((20.472m, 20.472m), (result.Energy.Tce, result.Energy.CleanTce));
    }

    [Fact]
    public void Non_fossil_heat_takes_no_factor() =>
        (Year with { Heat = [HeatIn(HeatSource.NonFossil, 1, factor: 0.05m)] }).IsRefused("/heat/0/factor", "heat-factor-not-allowed");

    [Fact]
    public void A_line_without_direction_source_or_amount_says_what_is_missing() => Assert.Equal(
        ["/heat/0/gj", "/heat/0/direction", "/heat/0/source"],
        Calculation.Run(Year with { Heat = [new()] }, Packs).Problems.Select(problem => problem.Pointer));
}
