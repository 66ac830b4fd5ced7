using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>CO2 per energy against the target of the band.</summary>
public sealed class CoreIndicatorTests
{
    /// <summary>Diesel-free energy: 1 GJ ÷ 29.3076 tce a GJ of solar heat, so that 29.3076 GJ are 1 tce without carbon.</summary>
    private static ActivityData With(decimal tce, decimal tonnes) => Year with
    {
        Fuels = [Fuel("OTHER_CLEAN", tce * 29.3076m)],
        Products = [Product("OTHER_BALANCE", tonnes, 1, "as stated", "carbon")]
    };

    [Theory]
    [InlineData(199_999, 0, Verdict.NoNationalTarget, null)]
    [InlineData(200_000, 40_000, Verdict.Met, 0.2)]
    [InlineData(200_000, 40_000.000001, Verdict.NotMet, 0.2)]
    [InlineData(999_999, 199_999, Verdict.Met, 0.2)]
    [InlineData(999_999, 250_000, Verdict.NotMet, 0.2)]
    [InlineData(1_000_000, 300_000, Verdict.Met, 0.3)]
    [InlineData(1_000_000, 300_000.000001, Verdict.NotMet, 0.3)]
    public void The_band_follows_energy_and_its_lower_bound_belongs_to_it(double tce, double tonnes, Verdict verdict, double? target)
    {
        var core = With((decimal)tce, (decimal)tonnes).Result().Indicator("core");

        Assert.Equal((verdict, (decimal?)target), (core.Verdict, core.Target));
    }

    [Fact]
    public void The_verdict_comes_before_the_last_rounding()
    {
        var core = With(200_000, 40_000.01m).Result().Indicator("core");

        // 40,000.01 ÷ 200,000 = 0.20000005, shown as 0.2
        Assert.Equal((0.2m, Verdict.NotMet), (core.Value, core.Verdict));
    }

    [Fact]
    public void Below_200_000_tce_there_is_a_value_and_no_target_and_never_a_pass()
    {
        var core = With(100, 1).Result().Indicator("core");

        Assert.Equal((0.01m, null, Verdict.NoNationalTarget), (core.Value, core.Target, core.Verdict));
    }

    [Fact]
    public void Without_energy_there_is_no_value()
    {
        var core = (Year with { Products = [Product("CLK_PORTLAND", 1)] }).Result().Indicator("core");

        Assert.Equal((null, null, Verdict.NoNationalTarget), (core.Value, core.Target, core.Verdict));
    }

    [Fact]
    public void Negative_energy_has_no_value_either() => Assert.Null(
        (Year with { Heat = [HeatOut(HeatSource.Fossil, 5)] }).Result().Indicator("core").Value);

    [Fact]
    public void A_negative_total_is_met()
    {
        var result = (Year with
        {
            Electricity = [PlentyOfDirectSupply, In(ElectricityKind.Own, 100_000), Out(ElectricityKind.Grid, 1000)],
            ThermalGeneration = [Made(GenerationSource.Fossil, 1000)]
        }).Result();

        Assert.Equal((-832.5m, Verdict.Met), (result.Emissions.Total, result.Indicator("core").Verdict));
        result.Signal("negativeTotal");
    }

    [Theory]
    [InlineData(72_432, Verdict.Met)]
    [InlineData(72_433, Verdict.NotMet)]
    public void With_electricity_only_0_2_allows_7_24_percent_non_green_supply_in_2021(int gridMwh, Verdict verdict)
    {
        // 1,000,000 MWh × 0.3015 = 301,500 tce; 0.2 × 301,500 ÷ 0.8325 = 72,432.43 MWh
        var data = Year with
        {
            Year = 2021,
            Electricity = [In(ElectricityKind.Grid, gridMwh), In(ElectricityKind.Certificate, 1_000_000 - gridMwh)]
        };

        Assert.Equal(verdict, data.Result().Indicator("core").Verdict);
    }

    [Theory]
    [InlineData(434_594, Verdict.Met)]
    [InlineData(434_595, Verdict.NotMet)]
    public void And_0_3_allows_10_86_percent_in_a_larger_park(int gridMwh, Verdict verdict)
    {
        // 4,000,000 MWh × 0.3015 = 1,206,000 tce; 0.3 × 1,206,000 ÷ 0.8325 = 434,594.59 MWh
        var data = Year with
        {
            Year = 2021,
            Electricity = [In(ElectricityKind.Grid, gridMwh), In(ElectricityKind.Certificate, 4_000_000 - gridMwh)]
        };

        Assert.Equal(verdict, data.Result().Indicator("core").Verdict);
    }

    [Fact]
    public void Ninety_percent_clean_does_not_imply_the_core_target()
    {
        var result = (Year with { Electricity = [In(ElectricityKind.Certificate, 900_000), In(ElectricityKind.Grid, 100_000)] }).Result();

        Assert.Equal((Verdict.Met, Verdict.NotMet), (result.Indicator("cleanEnergy").Verdict, result.Indicator("core").Verdict));
    }
}
