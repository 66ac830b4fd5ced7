using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>Electricity across the boundary, its factor, and what may leave.</summary>
public sealed class ElectricityTests
{
    [Theory]
    [InlineData(ElectricityKind.Grid, 832.5)]
    [InlineData(ElectricityKind.NonFossilMarket, 832.5)]
    [InlineData(ElectricityKind.Direct, 0)]
    [InlineData(ElectricityKind.Own, 0)]
    [InlineData(ElectricityKind.GreenTrade, 0)]
    [InlineData(ElectricityKind.Certificate, 0)]
    public void Only_power_without_a_zero_carbon_claim_carries_0_8325(ElectricityKind kind, double tonnes)
    {
        var result = (Year with { Electricity = [In(kind, 1000)] }).Result();

        // 1,000 MWh × 0.8325 t/MWh
        Assert.Equal((decimal)tonnes, result.Emissions.Electricity);
        // 1,000 MWh × 0.3024 tce/MWh, whatever the kind
        Assert.Equal(302.4m, result.Energy.Tce);
    }

    [Fact]
    public void Grid_power_that_leaves_is_credited_at_the_same_factor()
    {
        var result = (Year with
        {
            Fuels = [Fuel("NG", 100, FuelUse.Power)],
            ThermalGeneration = [Made(GenerationSource.Fossil, 500)],
            Electricity = [In(ElectricityKind.Grid, 1000), In(ElectricityKind.NonFossilMarket, 200), Out(ElectricityKind.Grid, 400)]
        }).Result();

        // (1,000 + 200 − 400) × 0.8325
        Assert.Equal(666m, result.Emissions.Electricity);
    }

    [Fact]
    public void Power_made_inside_is_stated_and_has_no_carbon_or_energy_of_its_own()
    {
        var result = (Year with { ThermalGeneration = [Made(GenerationSource.Fossil, 300), Made(GenerationSource.Recovered, 50)] }).Result();

        Assert.Equal((0m, 0m), (result.Emissions.Total, result.Energy.Tce));
    }

    [Fact]
    public void Own_power_that_leaves_is_no_more_than_own_recovered_waste_and_biomass_power()
    {
        var data = Year with
        {
            Electricity = [In(ElectricityKind.Own, 100), Out(ElectricityKind.Own, 160)],
            ThermalGeneration = [Made(GenerationSource.Recovered, 30), Made(GenerationSource.Waste, 20), Made(GenerationSource.Biomass, 10)]
        };

        Assert.Equal(0m, data.Result().Emissions.Electricity);
        (data with { ThermalGeneration = [Made(GenerationSource.Recovered, 59.999m)] })
            .IsRefused("/electricity/1/mwh", "own-export-above-generation");
        (data with { ThermalGeneration = [Made(GenerationSource.Fossil, 60)] })
            .IsRefused("/electricity/1/mwh", "own-export-above-generation");
    }

    [Fact]
    public void Direct_power_passed_on_is_no_more_than_was_supplied()
    {
        _ = (Year with { Electricity = [In(ElectricityKind.Direct, 100), Out(ElectricityKind.Direct, 100)] }).Result();
        (Year with { Electricity = [In(ElectricityKind.Direct, 100), In(ElectricityKind.Own, 50), Out(ElectricityKind.Direct, 101)] })
            .IsRefused("/electricity/2/mwh", "direct-export-above-supply");
    }

    [Fact]
    public void Power_that_leaves_as_grid_was_made_from_fuels_inside()
    {
        _ = (Year with { Electricity = [Out(ElectricityKind.Grid, 100)], ThermalGeneration = [Made(GenerationSource.Fossil, 100)] }).Result();
        (Year with { Electricity = [In(ElectricityKind.Grid, 500), Out(ElectricityKind.Grid, 100)], ThermalGeneration = [Made(GenerationSource.Biomass, 100)] })
            .IsRefused("/electricity/1/mwh", "grid-export-above-generation");
    }

    [Theory]
    [InlineData(ElectricityKind.GreenTrade)]
    [InlineData(ElectricityKind.Certificate)]
    [InlineData(ElectricityKind.NonFossilMarket)]
    public void Traded_certified_and_market_power_cannot_leave(ElectricityKind kind) =>
        (Year with { Electricity = [In(kind, 10), Out(kind, 1)] }).IsRefused("/electricity/1/kind", "kind-cannot-leave");

    [Fact]
    public void The_factor_is_that_of_2022_and_another_year_is_a_setting_away()
    {
        var data = Year with { Electricity = [In(ElectricityKind.Grid, 1000)] };

        // 0.8273 is the published value of 2023
        Assert.Equal(827.3m, data.Result(new([Pack.With("gridFactorYear", "2023")])).Emissions.Electricity);
        Assert.Equal("V", data.Result().Derivation.Single(step => step.Id == "electricity/electricity/0").Factor!.Mark);
    }

    [Fact]
    public void A_line_without_direction_kind_or_amount_says_what_is_missing() => Assert.Equal(
        ["/electricity/0/mwh", "/electricity/0/direction", "/electricity/0/kind", "/thermalGeneration/0/mwh", "/thermalGeneration/0/source"],
        Calculation.Run(Year with { Electricity = [new()], ThermalGeneration = [new()] }, Packs).Problems.Select(problem => problem.Pointer));

    [Theory]
    [InlineData(2020, "0.3049")]
    [InlineData(2021, "0.3015")]
    [InlineData(2022, "0.3008")]
    [InlineData(2023, "0.3016")]
    [InlineData(2024, "0.3024")]
    [InlineData(2025, "0.3024")]
    [InlineData(2026, "0.3024")]
    [InlineData(9999, "0.3024")]
    public void The_equivalent_value_belongs_to_the_year_and_the_last_one_is_carried_forward(int year, string value)
    {
        var result = (Year with { Year = year, Electricity = [In(ElectricityKind.Grid, 10_000)] }).Result();

        Assert.Equal(value, NumberText.Format(result.Energy.EquivalentValue));
        Assert.Equal(10_000 * result.Energy.EquivalentValue, result.Energy.Tce);
    }

    [Fact]
    public void A_value_carried_forward_is_marked_uncertain()
    {
        var step = (Year with { Electricity = [In(ElectricityKind.Grid, 1)] }).Result().Derivation.Single(entry => entry.Id == "energy/electricity/0");

        Assert.Equal(("equivalentValue/supply/2025", "U"), (step.Factor!.Id, step.Factor.Mark));
    }

    [Theory]
    [InlineData(2019)]
    [InlineData(1)]
    [InlineData(-2025)]
    [InlineData(10_000)]
    public void A_year_without_an_equivalent_value_is_refused(int year) =>
        (Year with { Year = year }).IsRefused("/year", "year-not-covered");

    [Fact]
    public void The_published_equivalence_of_Jilin_2015_comes_out()
    {
        var published = SourcedNumber.GivenByPark("2015", 0.30665m, "tce/MWh", "published for 2015");
        var pack = Pack with { FirstYear = 2015, EquivalentValues = [new("supply", 2015, published), new("generation", 2015, published)] };
        var result = (Year with { Year = 2015, Electricity = [In(ElectricityKind.Grid, 65_196_000)] }).Result(new([pack]));

        // 651.96 × 10^8 kWh ↔ 1,999.20 × 10^4 tce, published to five digits: 65,196,000 MWh × 0.30665 = 19,992,353.4
        Assert.Equal(19_992_353.4m, result.Energy.Tce);
        Assert.InRange(result.Energy.Tce, 19_991_500m, 19_992_500m);
    }
}
