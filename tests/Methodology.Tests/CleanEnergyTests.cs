using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>The clean part of energy, and direct supply.</summary>
public sealed class CleanEnergyTests
{
    [Theory]
    [InlineData(ElectricityKind.Grid, 0)]
    [InlineData(ElectricityKind.Direct, 302.4)]
    [InlineData(ElectricityKind.Own, 302.4)]
    [InlineData(ElectricityKind.GreenTrade, 302.4)]
    [InlineData(ElectricityKind.Certificate, 302.4)]
    [InlineData(ElectricityKind.NonFossilMarket, 302.4)]
    public void All_electricity_but_grid_is_clean(ElectricityKind kind, double tce) =>
        Assert.Equal((decimal)tce, (Year with { Electricity = [In(kind, 1000)] }).Result().Energy.CleanTce);

    [Fact]
    public void Own_and_direct_power_that_leaves_is_deducted()
    {
        var result = (Year with
        {
            Electricity = [In(ElectricityKind.Own, 1000), In(ElectricityKind.Direct, 500), Out(ElectricityKind.Own, 300), Out(ElectricityKind.Direct, 100)]
        }).Result();

        // (1,000 + 500 − 300 − 100) × 0.3024
        Assert.Equal(332.64m, result.Energy.CleanTce);
    }

    [Fact]
    public void Gas_in_terminal_use_and_heat_is_clean_in_full()
    {
        var result = (Year with { Fuels = [Fuel("NG", 10), Fuel("LNG", 100, FuelUse.Heat), Fuel("DIESEL", 100)] }).Result();

        // 10 × 12.15 + 100 × 1.7572
        Assert.Equal(297.22m, result.Energy.CleanTce);
    }

    [Fact]
    public void Gas_is_not_clean_where_the_setting_says_so()
    {
        var result = (Year with { Fuels = [Fuel("NG", 10), Fuel("BIO_GAS", 29.3076m)] }).Result(new([Pack.With("gasIsClean", "false")]));

        Assert.Equal(1m, result.Energy.CleanTce);
    }

    [Fact]
    public void Gas_for_power_is_clean_for_the_part_of_the_power_that_stayed()
    {
        var result = (Year with
        {
            Fuels = [Fuel("NG", 100, FuelUse.Power)],
            ThermalGeneration = [Made(GenerationSource.Fossil, 500)],
            Electricity = [Out(ElectricityKind.Grid, 200)]
        }).Result();

        // 100 × 12.15 × (1 − 200 ÷ 500) = 729
        Assert.Equal(729m, result.Energy.CleanTce);
    }

    [Fact]
    public void Gas_for_power_is_clean_in_full_when_none_left() => Assert.Equal(
        1215m, (Year with { Fuels = [Fuel("NG", 100, FuelUse.Power)] }).Result().Energy.CleanTce);

    [Fact]
    public void Fossil_heat_that_left_takes_along_the_gas_that_made_it()
    {
        var result = (Year with
        {
            Fuels = [Fuel("NG", 100, FuelUse.Heat), Fuel("COAL_BIT", 1000, FuelUse.Heat), Fuel("BIO_WOOD", 14653.8m, FuelUse.Heat)],
            Heat = [HeatOut(HeatSource.Fossil, 10_000)]
        }).Result();

        // heat fuels: 1,215 gas + 714.3 coal + 500 wood = 2,429.3 tce
        // clean: 1,215 + 500 − 10,000 × 0.03412 × 1,215 ÷ 2,429.3 = 1,715 − 170.649158… = 1,544.350841…
        Assert.Equal(1544.350842m, result.Energy.CleanTce);
    }

    [Fact]
    public void Fossil_heat_that_left_changes_nothing_when_no_gas_made_it() => Assert.Equal(
        0m, (Year with { Fuels = [Fuel("COAL_BIT", 10, FuelUse.Heat)], Heat = [HeatOut(HeatSource.Fossil, 10)] }).Result().Energy.CleanTce);

    [Fact]
    public void Raw_material_is_never_clean() => Assert.Equal(
        0m, (Year with { Fuels = [Fuel("NG", 10, FuelUse.RawMaterial)] }).Result(new([Pack.With("rawMaterialCountsAsEnergy", "true")])).Energy.CleanTce);

    [Fact]
    public void The_share_is_clean_over_all_and_its_verdict_by_the_exact_quotient()
    {
        var met = (Year with { Electricity = [In(ElectricityKind.Certificate, 900), In(ElectricityKind.Grid, 100)] }).Result();
        var missed = (Year with { Electricity = [In(ElectricityKind.Certificate, 899.9999999m), In(ElectricityKind.Grid, 100.0000001m)] }).Result();

        Assert.Equal((0.9m, 0.9m, Verdict.Met), (met.Indicator("cleanEnergy").Value, met.Indicator("cleanEnergy").Target, met.Indicator("cleanEnergy").Verdict));
        // shown as 0.9, and not met: the verdict comes before the last rounding
        Assert.Equal((0.9m, Verdict.NotMet), (missed.Indicator("cleanEnergy").Value, missed.Indicator("cleanEnergy").Verdict));
    }

    [Fact]
    public void The_share_is_null_without_energy_and_never_clipped_above_one()
    {
        Assert.Equal((null, Verdict.NotReported), (Year.Result().Indicator("cleanEnergy").Value, Year.Result().Indicator("cleanEnergy").Verdict));
        var result = (Year with
        {
            Electricity = [In(ElectricityKind.Own, 1000), Out(ElectricityKind.Grid, 500)],
            ThermalGeneration = [Made(GenerationSource.Fossil, 500)]
        }).Result();

        // 1,000 ÷ (1,000 − 500)
        Assert.Equal(2m, result.Indicator("cleanEnergy").Value);
    }

    [Fact]
    public void Direct_supply_is_direct_and_own_over_all_electricity_used()
    {
        var result = (Year with
        {
            Electricity =
            [
                In(ElectricityKind.Direct, 300), In(ElectricityKind.Own, 200), In(ElectricityKind.Grid, 400), In(ElectricityKind.GreenTrade, 100),
                Out(ElectricityKind.Direct, 50), Out(ElectricityKind.Own, 30)
            ],
            ThermalGeneration = [Made(GenerationSource.Fossil, 80)]
        }).Result();

        // (300 + 200 − 50 − 30) ÷ (1,000 − 80 + 80) = 420 ÷ 1,000
        Assert.Equal(0.42m, result.DirectSupplyShare);
    }

    [Fact]
    public void Direct_supply_is_null_when_no_electricity_was_used()
    {
        Assert.Null(Year.Result().DirectSupplyShare);
        Assert.Null((Year with { Electricity = [In(ElectricityKind.Own, 5), Out(ElectricityKind.Own, 5)] }).Result().DirectSupplyShare);
    }
}
