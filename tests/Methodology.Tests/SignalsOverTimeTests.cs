using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>Signals against earlier years: each speaks when it should, and is silent in the case beside it.</summary>
public sealed class SignalsOverTimeTests
{
    /// <summary>Power without carbon, MWh, and process carbon, t: 1,000 MWh are 302.4 tce.</summary>
    private static ActivityData Park(decimal mwh, decimal tonnes, int year = 2025) => new()
    {
        Year = year,
        Electricity = [In(ElectricityKind.Direct, mwh)],
        Products = [Product("OTHER_BALANCE", tonnes, 1, "as stated", "carbon")]
    };

    private static IReadOnlyList<Signal> Look(ActivityData last, ActivityData now) => SignalsOverTime.Run(
        new() { Data = now, Result = now.Result(), Earlier = [new(last, last.Result())] }, Packs);

    private static Signal One(IReadOnlyList<Signal> signals, string id) => Assert.Single(signals, signal => signal.Id == id);

    private static void Silent(IReadOnlyList<Signal> signals, string id) => Assert.DoesNotContain(signals, signal => signal.Id == id);

    [Fact]
    public void A_year_alone_is_silent() =>
        Assert.Empty(SignalsOverTime.Run(new() { Data = Examples.Everything, Result = Examples.Everything.Result() }, Packs));

    [Fact]
    public void The_same_year_again_is_silent() => Assert.Empty(Look(Examples.Everything with { Year = 2026 }, Examples.Everything with { Year = 2027 }));

    [Fact]
    public void A_pack_that_is_gone_gives_no_signals() => Assert.Empty(
        SignalsOverTime.Run(new() { Data = Park(1, 1), Result = Park(1, 1).Result() }, new([])));

    [Fact]
    public void Only_years_before_this_one_count()
    {
        var (now, next) = (Park(1000, 100), Park(1000, 900, 2026));
        Assert.Empty(SignalsOverTime.Run(new() { Data = now, Result = now.Result(), Earlier = [new(next, next.Result())] }, Packs));
    }

    [Fact]
    public void Intensity_down_while_the_absolute_rises()
    {
        // 100 ÷ 302.4 against 110 ÷ 362.88
        Assert.Equal("110", One(Look(Park(1000, 100, 2024), Park(1200, 110)), "intensityDownAbsoluteUp").Facts["total"]);
        Silent(Look(Park(1000, 100, 2024), Park(1200, 100)), "intensityDownAbsoluteUp");
        Silent(Look(Park(1000, 100, 2024), Park(1000, 110)), "intensityDownAbsoluteUp");
    }

    [Fact]
    public void Another_boundary_or_base_year()
    {
        static ActivityData With(int year, int? boundary, int? baseYear) => Park(1000, 100, year) with { Context = new() { BoundaryVersion = boundary, BaseYear = baseYear } };

        var changed = Look(With(2024, 1, 2024), With(2025, 2, 2025));
        Assert.Equal(("2", "1"), (One(changed, "boundaryChanged").Facts["boundaryVersion"], One(changed, "boundaryChanged").Facts["lastBoundaryVersion"]));
        Assert.Equal("2024", One(changed, "baseYearChanged").Facts["lastBaseYear"]);
        Assert.Empty(Look(With(2024, 2, 2024), With(2025, 2, 2024)));
        Assert.Empty(Look(With(2024, null, null), With(2025, 2, 2025)));
    }

    [Fact]
    public void The_registered_boundary_goes_before_the_one_in_the_data()
    {
        var (last, now) = (Park(1000, 100, 2024), Park(1000, 100) with { Context = new() { BoundaryVersion = 1 } });
        var year = new YearInContext { Data = now, Result = now.Result(), BoundaryVersion = 3, Earlier = [new(last, last.Result()) { BoundaryVersion = 2 }] };

        Assert.Equal("3", One(SignalsOverTime.Run(year, Packs), "boundaryChanged").Facts["boundaryVersion"]);
    }

    [Fact]
    public void Another_rule_pack()
    {
        var (last, now) = (Park(1000, 100, 2024), Park(1000, 100));
        var other = last.Result() with { RulePacks = [Pack.Reference with { Version = "0.9.0" }] };

        Assert.Contains("0.9.0", One(SignalsOverTime.Run(new() { Data = now, Result = now.Result(), Earlier = [new(last, other)] }, Packs), "packChanged").Facts["lastPacks"], StringComparison.Ordinal);
        Silent(Look(last, now), "packChanged");
    }

    [Fact]
    public void Another_equivalent_value_and_what_it_does()
    {
        // 2023 → 2024: 1,000 MWh × 0.3016 = 301.6 tce instead of 302.4; 100 ÷ 301.6
        var facts = One(Look(Park(1000, 100, 2023), Park(1000, 100, 2024)), "equivalentValueChanged").Facts;
        Assert.Equal(("0.330688", "0.331565"), (facts["core"], facts["coreByLastValue"]));
        Silent(Look(Park(1000, 100, 2024), Park(1000, 100, 2025)), "equivalentValueChanged");
    }

    [Fact]
    public void Enterprises_that_are_not_listed_any_more_are_counted_and_not_named()
    {
        static ActivityData With(int year, params (string Id, decimal Co2)[] enterprises) => Park(1000, 100, year) with
        {
            Context = new() { Enterprises = [.. enterprises.Select(each => new Enterprise { Id = each.Id, Co2 = each.Co2 })] }
        };

        var signal = One(Look(With(2024, ("a", 62), ("b", 38)), With(2025, ("b", 38))), "emittersMovedOut");
        Assert.Equal(("1", "0.6"), (signal.Facts["enterprises"], signal.Facts["shareOfLastCo2"]));
        Assert.DoesNotContain(signal.Facts.Values, fact => fact.Contains("62", StringComparison.Ordinal));
        Silent(Look(With(2024, ("a", 9), ("b", 91)), With(2025, ("b", 91))), "emittersMovedOut");
        Silent(Look(With(2024, ("a", 62), ("b", 38)), With(2025)), "emittersMovedOut");
    }

    [Fact]
    public void A_source_that_is_zero_all_at_once()
    {
        Assert.Equal("process", One(Look(Park(1000, 100, 2024), Park(1000, 0)), "sourceGone").Facts["term"]);
        Silent(Look(Park(1000, 100, 2024), Park(1000, 1)), "sourceGone");
        // 5 t of 105 are no tenth
        Silent(Look(Park(1000, 5, 2024) with { Heat = [HeatIn(HeatSource.Fossil, 100, 1)] }, Park(1000, 0) with { Heat = [HeatIn(HeatSource.Fossil, 100, 1)] }), "sourceGone");
    }

    [Fact]
    public void A_jump_against_last_year()
    {
        Assert.Equal(
            ["total", "core"], Look(Park(1000, 100, 2024), Park(1000, 131)).Where(signal => signal.Id == "jumpAgainstLastYear").Select(signal => signal.Facts["figure"]));
        Assert.Equal("energy", One(Look(Park(1000, 0, 2024), Park(1301, 0)), "jumpAgainstLastYear").Facts["figure"]);
        Silent(Look(Park(1000, 100, 2024), Park(1000, 130)), "jumpAgainstLastYear");
    }

    [Fact]
    public void A_variety_that_is_ten_times_last_years_or_a_tenth()
    {
        static ActivityData Gas(decimal quantity, int year) => Park(1000, 100, year) with { Fuels = [Fuel("NG", quantity / 2), Fuel("NG", quantity / 2)] };

        Assert.Equal(("fuels/NG/terminal", "1000"), (One(Look(Gas(100, 2024), Gas(1000, 2025)), "quantityJump").Facts["variety"], One(Look(Gas(100, 2024), Gas(1000, 2025)), "quantityJump").Facts["value"]));
        One(Look(Gas(1000, 2024), Gas(100, 2025)), "quantityJump");
        Silent(Look(Gas(100, 2024), Gas(999, 2025)), "quantityJump");
        Silent(Look(Gas(0, 2024), Gas(999, 2025)), "quantityJump");
    }
}
