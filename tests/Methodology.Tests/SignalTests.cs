using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>Signals about verdicts, targets and guiding indicators: each speaks when it should, and is silent in the case beside it.</summary>
public sealed class SignalTests
{
    private static Result With(params ElectricityLine[] lines) => (Year with { Electricity = lines }).Result();

    /// <summary>Solar heat of so many tce and so many t CO2 of process carbon.</summary>
    private static Result Core(decimal tce, decimal tonnes) => (Year with
    {
        Fuels = [Fuel("OTHER_CLEAN", tce * 29.3076m)],
        Products = [Product("OTHER_BALANCE", tonnes, 1, "as stated", "carbon")]
    }).Result();

    [Fact]
    public void Every_setting_has_words_for_people() => Assert.Equal(Choices.Known.Keys.Order(), SettingWords.Names.Order());

    [Fact]
    public void Every_signal_speaks_both_languages_and_shows_facts()
    {
        foreach (var signal in Examples.All.SelectMany(data => data.Result().Signals))
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", signal.Message.Zh);
            Assert.NotEqual(signal.Message.Zh, signal.Message.En);
            Assert.NotEmpty(signal.Facts);
        }
    }

    [Fact]
    public void A_negative_total()
    {
        Assert.Equal("-11", (Year with { Heat = [HeatOut(HeatSource.Fossil, 100)] }).Result().Signal("negativeTotal").Facts["total"]);
        Year.Result().IsSilent("negativeTotal");
    }

    [Fact]
    public void A_park_near_the_cliff_where_the_target_changes()
    {
        Assert.Equal("1000000", Core(950_000, 0).Signal("nearCliff").Facts["threshold"]);
        Assert.Equal("1000000", Core(1_050_000, 0).Signal("nearCliff").Facts["threshold"]);
        Assert.Equal("200000", Core(190_000, 0).Signal("nearCliff").Facts["threshold"]);
        Core(949_999, 0).IsSilent("nearCliff");
        Core(1_050_001, 0).IsSilent("nearCliff");
    }

    [Fact]
    public void A_value_near_its_target()
    {
        Assert.Contains(Core(300_000, 57_000).SignalsOf("nearTarget"), signal => signal.Facts["indicator"] == "core");
        Assert.DoesNotContain(Core(300_000, 56_999).SignalsOf("nearTarget"), signal => signal.Facts["indicator"] == "core");
    }

    [Fact]
    public void A_verdict_that_depends_on_the_equivalent_value()
    {
        // 2021: 0.1999 by supply (0.3015), 60,273 ÷ 288,100 = 0.2092 by generation (0.2881)
        var signal = Examples.Read("electricity-only-2021-inside.json").Result().Signal("verdictDependsOnSetting");

        Assert.Equal(
            ("core", "equivalentValueSeries", "met", "generation", "0.209209", "notMet"),
            (signal.Facts["indicator"], signal.Facts["setting"], signal.Facts["verdict"], signal.Facts["alternative"],
                signal.Facts["alternativeValue"], signal.Facts["alternativeVerdict"]));
        With(PlentyOfDirectSupply).IsSilent("verdictDependsOnSetting");
    }

    [Fact]
    public void A_verdict_that_depends_on_gas_being_clean()
    {
        var result = (Year with { Fuels = [Fuel("NG", 10)] }).Result();

        Assert.Equal("gasIsClean", result.Signal("verdictDependsOnSetting").Facts["setting"]);
        (Year with { Fuels = [Fuel("DIESEL", 10)] }).Result().IsSilent("verdictDependsOnSetting");
    }

    [Fact]
    public void Removals_beside_a_verdict()
    {
        var removed = Year with { Context = new() { Removals = [new() { Kind = "offset", Tonnes = 1 }] } };

        Assert.Equal("1", removed.Result().Signal("removalsNextToVerdict").Facts["removals"]);
        (removed with { Context = new() { Removals = [new() { Tonnes = 0 }] } }).Result().IsSilent("removalsNextToVerdict");
    }

    [Fact]
    public void An_own_level_2_and_what_it_changes()
    {
        var own = (Year with { Indicators = new() { UnitProducts = [new() { Limit = "CEMENT", Value = 90, Level2 = 91, Standard = "GB 16780-2030" }] } }).Result().Signal("ownLevel2");

        Assert.Equal(("91", "87", "true", "false"), (own.Facts["level2"], own.Facts["packLevel2"], own.Facts["reaches"], own.Facts["reachesByPack"]));
        (Year with { Indicators = new() { UnitProducts = [new() { Limit = "CEMENT", Value = 90 }] } }).Result().IsSilent("ownLevel2");
    }

    [Fact]
    public void A_product_that_is_not_assessed()
    {
        (Year with { Indicators = new() { UnitProducts = [new() { Name = "bread", Value = 90 }] } }).Result().Signal("productNotAssessed");
        (Year with { Indicators = new() { UnitProducts = [new() { Limit = "CEMENT", Value = 90 }] } }).Result().IsSilent("productNotAssessed");
    }

    [Fact]
    public void A_kind_of_waste_energy_nobody_mentions()
    {
        var heat = new WasteEnergyKind { Recoverable = 10, Recovered = 6 };
        var none = new WasteEnergyKind { Recoverable = 0, Recovered = 0 };

        Assert.Equal("cold, pressure", (Year with { Indicators = new() { WasteEnergy = new() { Heat = heat } } }).Result().Signal("wasteEnergyKindMissing").Facts["missing"]);
        (Year with { Indicators = new() { WasteEnergy = new() { Heat = heat, Cold = none, Pressure = none } } }).Result().IsSilent("wasteEnergyKindMissing");
        (Year with { Indicators = new() { WasteEnergy = new() } }).Result().IsSilent("wasteEnergyKindMissing");
    }

    [Fact]
    public void A_reduction_that_few_enterprises_carry()
    {
        Result Park(params decimal[] reductions) => (Year with
        {
            Context = new() { Enterprises = [.. reductions.Select((reduction, at) => new Enterprise { Id = $"e{at}", BaseYearCo2 = 1000, Co2 = 1000 - reduction })] }
        }).Result();

        Assert.Equal("1", Park(800, 50, 50, 50, 50).Signal("fewCarryReduction").Facts["few"]);
        Park(799, 51, 50, 50, 50).IsSilent("fewCarryReduction");
        Park(800, 50, 50).IsSilent("fewCarryReduction");
        Park(0, 0, 0, 0, -5).IsSilent("fewCarryReduction");
    }
}
