using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>E_fuel: 附件4, fuels of API.md.</summary>
public sealed class FuelTests
{
    [Fact]
    public void Natural_gas_emits_quantity_by_tce_by_29_3076_by_the_national_factor()
    {
        var result = (Year with { Fuels = [Fuel("NG", 100)] }).Result();

        // 100 × 10^4 m3 × 12.15 tce × 29.3076 GJ/tce × 57.2 t/TJ ÷ 1000 = 35,608.734 GJ × 0.0572 = 2,036.8195848
        Assert.Equal(2036.819585m, result.Emissions.Fuel);
        Assert.Equal(1215m, result.Energy.Tce);
    }

    [Fact]
    public void A_measured_heat_value_stands_in_for_the_standard_one()
    {
        var result = (Year with { Fuels = [Fuel("NG", 100, heatValue: 360)] }).Result();

        // 100 × 360 GJ × 57.2 ÷ 1000 = 2,059.2 t; 36,000 GJ ÷ 29.3076 = 1,228.350325…
        Assert.Equal(2059.2m, result.Emissions.Fuel);
        Assert.Equal(1228.350326m, result.Energy.Tce);
    }

    [Fact]
    public void The_published_natural_gas_figure_comes_out()
    {
        // 35.611 MJ/m3 × 57.2 t/TJ = 2.0369492 kg/m3; 1 × 10^4 m3 at 356.11 GJ = 20.369492 t
        var result = (Year with { Fuels = [Fuel("NG", 1, heatValue: 356.11m)] }).Result();

        Assert.Equal(20.369492m, result.Emissions.Fuel);
    }

    [Theory]
    [InlineData(FuelUse.Terminal)]
    [InlineData(FuelUse.Power)]
    [InlineData(FuelUse.Heat)]
    public void Terminal_use_power_and_heat_all_burn(FuelUse use)
    {
        var result = (Year with { Fuels = [Fuel("DIESEL", 10, use)] }).Result();

        // 10 t × 1.4571 × 29.3076 × 74.1 ÷ 1000 = 31.64374103436
        Assert.Equal(31.643741m, result.Emissions.Fuel);
    }

    [Fact]
    public void Raw_material_is_neither_carbon_nor_energy_and_is_shown()
    {
        var result = (Year with { Fuels = [Fuel("NAPHTHA", 1000, FuelUse.RawMaterial)] }).Result();

        Assert.Equal(0m, result.Emissions.Total);
        Assert.Equal(0m, result.Energy.Tce);
        // 1,000 t × 1.5 tce
        Assert.Equal(1500m, result.Memo.RawMaterialTce);
    }

    [Fact]
    public void Raw_material_counts_as_energy_where_the_setting_says_so()
    {
        var packs = new RulePacks([Pack.With("rawMaterialCountsAsEnergy", "true")]);
        var result = (Year with { Fuels = [Fuel("NAPHTHA", 1000, FuelUse.RawMaterial)] }).Result(packs);

        Assert.Equal((0m, 1500m), (result.Emissions.Total, result.Energy.Tce));
    }

    [Fact]
    public void Biomass_is_energy_and_its_carbon_is_a_memo()
    {
        var result = (Year with { Fuels = [Fuel("BIO_WOOD", 29307.6m)] }).Result();

        Assert.Equal(0m, result.Emissions.Fuel);
        // 29,307.6 GJ ÷ 29.3076 = 1,000 tce; 29,307.6 GJ × 112 t/TJ ÷ 1000 = 3,282.4512 t
        Assert.Equal(1000m, result.Energy.Tce);
        Assert.Equal(3282.4512m, result.Memo.Biogenic);
        Assert.Equal(1000m, result.Energy.CleanTce);
    }

    [Fact]
    public void Hydrogen_needs_its_heat_value_and_emits_nothing_at_use()
    {
        var result = (Year with { Fuels = [Fuel("H2", 10, heatValue: 120)] }).Result();

        // 10 t × 120 GJ ÷ 29.3076 = 40.945011…
        Assert.Equal((0m, 40.945011m), (result.Emissions.Fuel, result.Energy.Tce));
        (Year with { Fuels = [Fuel("H2", 10)] }).IsRefused("/fuels/0/heatValue", "heat-value-required");
    }

    [Fact]
    public void Waste_fuel_needs_heat_value_and_fossil_factor()
    {
        var result = (Year with { Fuels = [Fuel("WASTE_FUEL", 1000, heatValue: 12, factor: 40)] }).Result();

        // 1,000 t × 12 GJ × 40 t/TJ ÷ 1000 = 480 t
        Assert.Equal(480m, result.Emissions.Fuel);
        (Year with { Fuels = [Fuel("WASTE_FUEL", 1000, heatValue: 12)] }).IsRefused("/fuels/0/factor", "factor-required");
        (Year with { Fuels = [Fuel("WASTE_FUEL", 1000, factor: 40)] }).IsRefused("/fuels/0/heatValue", "heat-value-required");
    }

    [Fact]
    public void Other_coal_gas_has_no_standard_value() =>
        (Year with { Fuels = [Fuel("GAS_OTHER", 1, factor: 44.4m)] }).IsRefused("/fuels/0/heatValue", "heat-value-required");

    [Fact]
    public void An_own_factor_is_refused_where_the_national_database_has_one() =>
        (Year with { Fuels = [Fuel("NG", 1, factor: 55)] }).IsRefused("/fuels/0/factor", "factor-not-allowed");

    [Fact]
    public void A_heat_value_for_energy_in_GJ_is_refused() =>
        (Year with { Fuels = [Fuel("BIO_GAS", 1, heatValue: 20)] }).IsRefused("/fuels/0/heatValue", "heat-value-not-allowed");

    [Fact]
    public void Measured_heat_values_are_refused_where_the_setting_says_so()
    {
        var packs = new RulePacks([Pack.With("measuredHeatValue", "refused")]);
        var outcome = Calculation.Run(Year with { Fuels = [Fuel("NG", 1, heatValue: 360), Fuel("H2", 1, heatValue: 120)] }, packs);

        Assert.Equal("/fuels/0/heatValue", Assert.Single(outcome.Problems).Pointer);
    }

    [Fact]
    public void Raw_coal_is_refused_with_the_four_kinds_to_enter_instead()
    {
        var data = Year with { Fuels = [Fuel("COAL_RAW", 1)] };
        data.IsRefused("/fuels/0/fuel", "fuel-refused");

        Assert.Contains("COAL_ANTH", Calculation.Run(data, Packs).Problems[0].Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HEAT_FOSSIL")]
    [InlineData("HEAT_NONFOSSIL")]
    public void Heat_is_a_heat_line_and_never_a_fuel_line(string code) =>
        (Year with { Fuels = [Fuel(code, 1)] }).IsRefused("/fuels/0/fuel", "fuel-refused");

    [Fact]
    public void An_unknown_fuel_is_refused_with_the_known_ones() =>
        (Year with { Fuels = [Fuel("NG", 1), Fuel("GAS", 1)] }).IsRefused("/fuels/1/fuel", "unknown-fuel");

    [Fact]
    public void A_line_without_fuel_use_or_quantity_says_what_is_missing()
    {
        var problems = Calculation.Run(Year with { Fuels = [new FuelLine()] }, Packs).Problems;

        Assert.Equal(["/fuels/0/use", "/fuels/0/fuel", "/fuels/0/quantity"], problems.Select(problem => problem.Pointer));
        Assert.All(problems, problem => Assert.Equal("missing", problem.Code));
    }

    [Fact]
    public void A_heat_value_of_zero_is_no_measurement() =>
        (Year with { Fuels = [Fuel("NG", 1, heatValue: 0)] }).IsRefused("/fuels/0/heatValue", "heat-value-zero");

    [Fact]
    public void A_heat_value_beyond_any_fuel_is_refused() =>
        (Year with { Fuels = [Fuel("NG", 1, heatValue: 35_611_000)] }).IsRefused("/fuels/0/heatValue", "out-of-range");
}
