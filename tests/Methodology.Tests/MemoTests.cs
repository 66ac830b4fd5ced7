using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>Bunkers, biogenic carbon and removals: shown beside the result.</summary>
public sealed class MemoTests
{
    [Fact]
    public void Bunkers_are_in_the_total_and_shown_on_their_own_line()
    {
        var result = (Year with { Bunkers = [new() { Fuel = "KEROSENE", Quantity = 2 }] }).Result();

        // 2 t × 1.4714 × 29.3076 × 71.9 ÷ 1000 = 6.201116539632
        Assert.Equal((6.201117m, 6.201117m), (result.Emissions.Fuel, result.Memo.Bunkers));
        Assert.Equal(2.9428m, result.Energy.Tce);
    }

    [Fact]
    public void Bunkers_are_never_clean()
    {
        var result = (Year with { Bunkers = [new() { Fuel = "LNG", Quantity = 100 }, new() { Fuel = "BIO_LIQ", Quantity = 100 }] }).Result();

        Assert.Equal(0m, result.Energy.CleanTce);
        // 100 GJ × 70.8 t/TJ ÷ 1000
        Assert.Equal(7.08m, result.Memo.Biogenic);
    }

    [Fact]
    public void Removals_are_shown_and_not_deducted()
    {
        var data = Year with { Electricity = [In(ElectricityKind.Grid, 1000)] };
        var removed = data with { Context = new() { Removals = [new() { Kind = "ccus", Tonnes = 400 }, new() { Kind = "sink", Tonnes = 5 }] } };

        Assert.Equal(405m, removed.Result().Memo.Removals);
        Assert.Equal(data.Result().Emissions, removed.Result().Emissions);
    }

    [Fact]
    public void Biogas_made_from_straw_leaves_the_difference_in_the_memo()
    {
        var result = (Year with
        {
            Conversions = [new() { Kind = ConversionKind.GasMaking, Inputs = [Of("BIO_AGRI", 1000)], Outputs = [Of("BIO_GAS", 600)] }]
        }).Result();

        // 1,000 GJ × 100 − 600 GJ × 54.6 = 100,000 − 32,760 kg; 400 GJ ÷ 29.3076
        Assert.Equal(67.24m, result.Memo.Biogenic);
        Assert.Equal(13.648337m, result.Energy.Tce);
        Assert.Equal(0m, result.Emissions.Total);
    }

    [Fact]
    public void Context_never_changes_a_computed_number()
    {
        var data = Year with { Fuels = [Fuel("NG", 100)], Electricity = [In(ElectricityKind.Grid, 1000)] };
        var surrounded = data with
        {
            Context = new()
            {
                BoundaryVersion = 2,
                BaseYear = 2025,
                ValueAdded = -3,
                Meters = new() { GridIn = 1, GridOut = 2, StorageIn = 3, StorageOut = 4 },
                Stocks = [new() { Fuel = "NG", Opening = 1 }],
                Enterprises = [new() { Id = "a", Tce = 1, Co2 = -1, BaseYearCo2 = 5 }],
                DirectLines = [new() { AvailableMwh = 10, DeliveredMwh = 1, UserConsumptionMwh = 100 }]
            }
        };
        var (without, with) = (data.Result(), surrounded.Result());

        Assert.Equal((without.Emissions, without.Memo, without.Energy), (with.Emissions, with.Memo, with.Energy));
        Assert.Equal(without.Indicators, with.Indicators);
    }
}
