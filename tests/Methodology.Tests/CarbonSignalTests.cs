using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>Signals about fuels, conversions and processes.</summary>
public sealed class CarbonSignalTests
{
    [Fact]
    public void A_conversion_that_gives_more_carbon_than_it_took()
    {
        ActivityData Coking(decimal coke) => Year with
        {
            Conversions = [new() { Kind = ConversionKind.Coking, Inputs = [Of("COAL_CLEAN", 56)], Outputs = [Of("COKE", coke)] }]
        };

        // 56 t of cleaned coal hold 137.6 t CO2; 45.2 t of coke 137.8, 45.1 t 137.5
        Assert.Equal("/conversions/0", Coking(45.2m).Result().Signal("negativeConversion").Facts["pointer"]);
        Coking(45.1m).Result().IsSilent("negativeConversion");
    }

    [Theory]
    [InlineData("GAS_COG")]
    [InlineData("GAS_BFG")]
    [InlineData("GAS_LDG")]
    public void By_product_gas_without_the_conversion_it_came_from(string gas)
    {
        var burned = Year with { Fuels = [Fuel(gas, 10)] };
        var made = burned with { Conversions = [new() { Kind = ConversionKind.Ironmaking, Inputs = [Of("COKE", 100)], Outputs = [Of(gas, 10)] }] };

        Assert.Equal(gas, burned.Result().Signal("byProductWithoutConversion").Facts["fuel"]);
        made.Result().IsSilent("byProductWithoutConversion");
    }

    [Fact]
    public void An_own_heat_value_and_its_effect()
    {
        var facts = (Year with { Fuels = [Fuel("NG", 100, heatValue: 360)] }).Result().Signal("ownHeatValue").Facts;

        // 2,059.2 − 2,036.819584… and 1,228.350325… − 1,215
        Assert.Equal(("360", "356.08734", "22.380415", "13.350326"), (facts["heatValue"], facts["standardHeatValue"], facts["co2Effect"], facts["tceEffect"]));
        (Year with { Fuels = [Fuel("NG", 100), Fuel("H2", 1, heatValue: 120)] }).Result().IsSilent("ownHeatValue");
    }

    [Fact]
    public void An_own_product_factor_and_its_effect()
    {
        // 1,000 × (0.5 − 0.5274)
        Assert.Equal("-27.4", (Year with { Products = [Product("CLK_PORTLAND", 1000, 0.5m, "lab")] }).Result().Signal("ownProductFactor").Facts["co2Effect"]);
        (Year with { Products = [Product("CLK_PORTLAND", 1000), Product("FA_NIFE", 1, 1, "balance")] }).Result().IsSilent("ownProductFactor");
    }

    [Theory]
    [InlineData("NH3_NG_AVG", "NG", "DIESEL")]
    [InlineData("FA_FESI75", "COKE", "NG")]
    [InlineData("SI_METAL", "PETCOKE", "LPG")]
    public void Process_carbon_that_may_be_booked_as_fuel_too(string product, string same, string other)
    {
        var data = Year with { Products = [Product(product, 10, basis: "b")] };

        Assert.Equal(same, (data with { Fuels = [Fuel(same, 1)] }).Result().Signal("possibleDoubleCount").Facts["alsoReported"]);
        (data with { Fuels = [Fuel(other, 1), Fuel(same, 1, FuelUse.RawMaterial)] }).Result().IsSilent("possibleDoubleCount");
    }

    [Fact]
    public void A_possible_double_count_says_how_much_at_most()
    {
        // 10 t × 4 t/t = 40 t of process carbon; 1 t of coke 0.9714 × 29.3076 × 107.1 ÷ 1000 = 3.049073 t, 100 t more than 40
        static string AtMost(decimal coke) => (Year with { Products = [Product("FA_FESI75", 10)], Fuels = [Fuel("COKE", coke)] }).Result().Signal("possibleDoubleCount").Facts["atMostTwice"];

        Assert.Equal(("3.049073", "40"), (AtMost(1), AtMost(100)));
    }

    [Fact]
    public void An_own_heat_factor_and_its_effect()
    {
        // 500 GJ × (0.09 − 0.11), and the other way where heat leaves
        Assert.Equal("-10", (Year with { Heat = [HeatIn(HeatSource.Fossil, 500, 0.09m)] }).Result().Signal("ownHeatFactor").Facts["co2Effect"]);
        Assert.Equal("10", (Year with { Heat = [HeatOut(HeatSource.Fossil, 500, 0.09m)] }).Result().Signal("ownHeatFactor").Facts["co2Effect"]);
        (Year with { Heat = [HeatIn(HeatSource.Fossil, 500)] }).Result().IsSilent("ownHeatFactor");
    }

    [Fact]
    public void More_power_than_its_fuels_hold()
    {
        static Result Plant(decimal mwh) => (Year with { Fuels = [Fuel("NG", 1, FuelUse.Power), Fuel("NG", 9)], ThermalGeneration = [Made(GenerationSource.Fossil, mwh)] }).Result();

        // 12.15 × 29.3076 = 356.08734 GJ = 98.91315 MWh
        Assert.Equal("356.08734", Plant(98.92m).Signal("generationAboveFuel").Facts["fuelGj"]);
        Plant(98.91m).IsSilent("generationAboveFuel");
        (Year with { ThermalGeneration = [Made(GenerationSource.Recovered, 1)] }).Result().IsSilent("generationAboveFuel");
    }

    [Fact]
    public void A_line_entered_twice()
    {
        var line = Fuel("DIESEL", 12) with { Note = "bill 1" };
        var twice = Year with { Fuels = [line, Fuel("NG", 12), line with { Note = "bill 2" }], Heat = [HeatIn(HeatSource.Fossil, 1), HeatIn(HeatSource.Fossil, 1)] };

        Assert.Equal(
            ["/fuels/2 as /fuels/0", "/heat/1 as /heat/0"],
            twice.Result().SignalsOf("duplicateLine").Select(signal => $"{signal.Facts["pointer"]} as {signal.Facts["sameAs"]}"));
        (Year with { Fuels = [line, line with { Use = FuelUse.Heat }, line with { Quantity = 13 }, line with { HeatValue = 42 }] }).Result().IsSilent("duplicateLine");
        (Year with { Fuels = [Fuel("NG", 0), Fuel("NG", 0)] }).Result().IsSilent("duplicateLine");
    }

    [Fact]
    public void Limestone_booked_as_flux_and_as_carbonate()
    {
        Assert.Equal("CARB_CaCO3", (Year with { Products = [Product("STEEL_LIMESTONE", 1), Product("CARB_CaCO3", 1)] }).Result().Signal("possibleDoubleCount").Facts["alsoReported"]);
        (Year with { Products = [Product("STEEL_LIMESTONE", 1), Product("CARB_MgCO3", 1)] }).Result().IsSilent("possibleDoubleCount");
    }

    [Fact]
    public void Hydrogen_whose_upstream_is_outside()
    {
        Assert.Equal("5", (Year with { Fuels = [Fuel("H2", 5, heatValue: 120)] }).Result().Signal("upstreamHydrogen").Facts["quantity"]);
        (Year with { Fuels = [Fuel("NG", 5)] }).Result().IsSilent("upstreamHydrogen");
    }

    [Fact]
    public void A_stock_balance_that_does_not_meet_the_use()
    {
        Result Stock(decimal purchased) => (Year with
        {
            Fuels = [Fuel("DIESEL", 60), Fuel("DIESEL", 40, FuelUse.RawMaterial)],
            Context = new() { Stocks = [new() { Fuel = "DIESEL", Opening = 10, Purchased = purchased, Closing = 5 }] }
        }).Result();

        Assert.Equal("3", Stock(98).Signal("stockResidual").Facts["residual"]);
        Stock(97).IsSilent("stockResidual");
    }

    [Fact]
    public void By_product_gas_that_was_made_and_neither_burned_nor_sold()
    {
        ActivityData Park(decimal burned, params FuelStock[] stocks) => Year with
        {
            Conversions = [new() { Kind = ConversionKind.Ironmaking, Inputs = [Of("COKE", 1000)], Outputs = [Of("GAS_BFG", 100)] }],
            Fuels = [Fuel("GAS_BFG", burned)],
            Context = new() { Stocks = stocks }
        };

        Assert.Equal("3", Park(97).Result().Signal("byProductResidual").Facts["residual"]);
        Assert.Equal("-3", Park(103).Result().Signal("byProductResidual").Facts["residual"]);
        Park(98).Result().IsSilent("byProductResidual");
        Park(102).Result().IsSilent("byProductResidual");
        Park(90, new FuelStock { Fuel = "GAS_BFG", Opening = 1, Purchased = 2, Sold = 9, Closing = 4 }).Result().IsSilent("byProductResidual");
    }

    [Fact]
    public void Quantities_that_are_almost_all_round()
    {
        static Result Park(int round, int odd) => (Year with
        {
            Fuels = [.. Enumerable.Repeat(Fuel("DIESEL", 12_000), round), .. Enumerable.Range(0, odd).Select(at => Fuel("DIESEL", 12_345 + at))]
        }).Result();

        Assert.Equal("8", Park(8, 2).Signal("roundNumbers").Facts["round"]);
        Park(7, 2).IsSilent("roundNumbers");
        Park(7, 0).IsSilent("roundNumbers");
    }

    [Fact]
    public void The_same_odd_number_in_several_lines()
    {
        var copied = Year with { Fuels = [Fuel("DIESEL", 1234.5m), Fuel("NG", 1234.50m)], Heat = [HeatIn(HeatSource.Fossil, 1234.5m)] };

        Assert.Equal("/fuels/0, /fuels/1, /heat/0", copied.Result().Signal("repeatedValue").Facts["pointers"]);
        (copied with { Heat = [HeatIn(HeatSource.Fossil, 1234.6m)] }).Result().IsSilent("repeatedValue");
        (Year with { Fuels = [Fuel("DIESEL", 1230), Fuel("NG", 1230), Fuel("LPG", 1230)] }).Result().IsSilent("repeatedValue");
    }
}
