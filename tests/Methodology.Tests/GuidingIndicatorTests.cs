using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>Products, solid waste, waste energy, water, and what does not apply.</summary>
public sealed class GuidingIndicatorTests
{
    private static Indicator Of(string id, IndicatorData data) => (Year with { Indicators = data }).Result().Indicator(id);

    private static ActivityData Data(IndicatorData data) => Year with { Indicators = data };

    private static readonly NotApplicableIndicator NoWater = new() { Indicator = "water", Reason = "no industrial water" };

    [Theory]
    [InlineData(80, 0, 64, Verdict.Met)]
    [InlineData(80, 0, 63.9, Verdict.NotMet)]
    [InlineData(80, 20, 80, Verdict.Met)]
    [InlineData(80, 20, 79.9, Verdict.NotMet)]
    public void Solid_waste_is_utilised_over_generated_and_old_stock(double generated, double oldStock, double utilised, Verdict verdict) =>
        Assert.Equal(verdict, Of("solidWaste", new()
        {
            SolidWaste = new() { Generated = (decimal)generated, OldStockUtilised = (decimal)oldStock, Utilised = (decimal)utilised }
        }).Verdict);

    [Fact]
    public void Old_stock_that_is_not_mentioned_is_none() =>
        Assert.Equal(0.85m, Of("solidWaste", new() { SolidWaste = new() { Generated = 100, Utilised = 85 } }).Value);

    [Fact]
    public void Water_is_reused_over_fresh_and_reused() =>
        Assert.Equal((0.8m, Verdict.Met), Of("water", new() { Water = new() { Fresh = 20, Reused = 80 } }) is var water ? (water.Value, water.Verdict) : default);

    [Fact]
    public void Waste_energy_weighs_the_given_kinds_by_what_is_recoverable()
    {
        var data = new IndicatorData { WasteEnergy = new() { Heat = new() { Recoverable = 90, Recovered = 54 }, Pressure = new() { Recoverable = 10, Recovered = 1 } } };

        // (54 + 1) ÷ (90 + 10)
        Assert.Equal(0.55m, Of("wasteEnergy", data).Value);
        // (54 ÷ 90 + 1 ÷ 10) ÷ 2 = (0.6 + 0.1) ÷ 2
        var equal = Data(data).Result(new([Pack.With("wasteEnergyWeights", "equal")])).Indicator("wasteEnergy");
        Assert.Equal((0.35m, Verdict.NotMet), (equal.Value, equal.Verdict));
    }

    [Fact]
    public void Nothing_given_and_a_zero_denominator_are_not_reported()
    {
        foreach (var id in IndicatorIds.Guiding) Assert.Equal(Verdict.NotReported, Year.Result().Indicator(id).Verdict);
        var zero = Data(new()
        {
            SolidWaste = new() { Generated = 0, Utilised = 0 },
            Water = new() { Fresh = 0, Reused = 0 },
            WasteEnergy = new() { Heat = new() { Recoverable = 0, Recovered = 0 } }
        }).Result();
        foreach (var id in new[] { "solidWaste", "water", "wasteEnergy" })
            Assert.Equal((null, Verdict.NotReported), (zero.Indicator(id).Value, zero.Indicator(id).Verdict));
    }

    [Fact]
    public void A_part_larger_than_its_whole_is_refused()
    {
        Data(new() { SolidWaste = new() { Generated = 10, OldStockUtilised = 1, Utilised = 11.1m } })
            .IsRefused("/indicators/solidWaste/utilised", "numerator-above-denominator");
        Data(new() { WasteEnergy = new() { Cold = new() { Recoverable = 1, Recovered = 2 } } })
            .IsRefused("/indicators/wasteEnergy/cold/recovered", "numerator-above-denominator");
    }

    [Fact]
    public void A_half_given_share_says_what_is_missing()
    {
        Data(new() { SolidWaste = new() { Generated = 10 } }).IsRefused("/indicators/solidWaste/utilised", "missing");
        Data(new() { Water = new() { Reused = 10 } }).IsRefused("/indicators/water/fresh", "missing");
        Data(new() { WasteEnergy = new() { Heat = new() { Recovered = 10 } } }).IsRefused("/indicators/wasteEnergy/heat/recoverable", "missing");
    }

    [Fact]
    public void Products_are_met_when_every_one_reaches_level_2()
    {
        var met = Of("unitProducts", new() { UnitProducts = [new() { Limit = "CEMENT", Value = 87 }, new() { Limit = "BOF", Value = -28 }] });
        var missed = Of("unitProducts", new() { UnitProducts = [new() { Limit = "CEMENT", Value = 87.01m }, new() { Limit = "BOF", Value = -30 }, new() { Limit = "BF", Value = 360 }] });

        Assert.Equal((1m, 1m, Verdict.Met), (met.Value, met.Target, met.Verdict));
        // 2 of 3
        Assert.Equal((0.666667m, Verdict.NotMet), (missed.Value, missed.Verdict));
    }

    [Fact]
    public void Values_may_be_negative_where_energy_is_recovered() =>
        Assert.Equal(Verdict.NotMet, Of("unitProducts", new() { UnitProducts = [new() { Limit = "BOF", Value = -27.9m }] }).Verdict);

    [Fact]
    public void A_product_without_level_2_is_listed_and_not_assessed()
    {
        var listed = new UnitProduct { Name = "small electric furnace", Value = 500 };

        Assert.Equal((null, Verdict.NotApplicable), Of("unitProducts", new() { UnitProducts = [listed] }) is var alone ? (alone.Value, alone.Verdict) : default);
        Assert.Equal((1m, Verdict.Met), Of("unitProducts", new() { UnitProducts = [listed, new() { Limit = "CEMENT", Value = 80 }] }) is var both ? (both.Value, both.Verdict) : default);
    }

    [Fact]
    public void An_own_level_2_needs_its_standard()
    {
        var own = new UnitProduct { Name = "glass", Value = 10, Level2 = 11, Standard = "GB 21340" };

        Assert.Equal(Verdict.Met, Of("unitProducts", new() { UnitProducts = [own] }).Verdict);
        Data(new() { UnitProducts = [own with { Standard = null }] }).IsRefused("/indicators/unitProducts/0/standard", "standard-required");
    }

    [Fact]
    public void A_product_names_a_known_limit_or_itself_and_its_value()
    {
        Data(new() { UnitProducts = [new() { Limit = "BREAD", Value = 1 }] }).IsRefused("/indicators/unitProducts/0/limit", "unknown-limit");
        Data(new() { UnitProducts = [new() { Value = 1 }] }).IsRefused("/indicators/unitProducts/0/limit", "limit-or-name-required");
        Data(new() { UnitProducts = [new() { Limit = "CEMENT" }] }).IsRefused("/indicators/unitProducts/0/value", "missing");
    }

    [Fact]
    public void A_guiding_indicator_may_be_left_out_with_a_reason()
    {
        Assert.Equal(Verdict.NotApplicable, Of("water", new() { NotApplicable = [NoWater] }).Verdict);
        Data(new() { NotApplicable = [NoWater with { Reason = " " }] }).IsRefused("/indicators/notApplicable/0/reason", "reason-required");
    }

    [Fact]
    public void A_value_and_not_applicable_contradict_each_other()
    {
        Data(new() { Water = new() { Fresh = 1, Reused = 9 }, NotApplicable = [NoWater] })
            .IsRefused("/indicators/notApplicable/0", "value-and-not-applicable");
        (Year with { Fuels = [Fuel("NG", 1)], Indicators = new() { NotApplicable = [NoWater with { Indicator = "cleanEnergy" }] } })
            .IsRefused("/indicators/notApplicable/0", "value-and-not-applicable");
    }

    [Fact]
    public void The_core_indicator_always_applies() =>
        Data(new() { NotApplicable = [NoWater with { Indicator = "core" }] }).IsRefused("/indicators/notApplicable/0/indicator", "core-always-applies");

    [Fact]
    public void An_unknown_or_repeated_indicator_is_refused()
    {
        Data(new() { NotApplicable = [NoWater with { Indicator = "noise" }] }).IsRefused("/indicators/notApplicable/0/indicator", "unknown-indicator");
        Data(new() { NotApplicable = [NoWater, NoWater] }).IsRefused("/indicators/notApplicable/1/indicator", "said-twice");
    }
}
