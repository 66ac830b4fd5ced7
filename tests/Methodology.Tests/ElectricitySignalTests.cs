using static PilotRegistry.Methodology.Tests.Given;

namespace PilotRegistry.Methodology.Tests;

/// <summary>Signals about electricity, direct supply and what left.</summary>
public sealed class ElectricitySignalTests
{
    private static Result With(params ElectricityLine[] lines) => (Year with { Electricity = lines }).Result();

    [Fact]
    public void A_clean_share_outside_0_to_1()
    {
        var recovered = Year with { ThermalGeneration = [Made(GenerationSource.Recovered, 100)], Fuels = [Fuel("DIESEL", 100)] };

        // −100 × 0.3024 clean over 145.71 − 30.24
        Assert.Equal("-0.261886", (recovered with { Electricity = [Out(ElectricityKind.Own, 100)] }).Result().Signal("cleanShareOutOfRange").Facts["share"]);
        recovered.Result().IsSilent("cleanShareOutOfRange");
        With(In(ElectricityKind.Own, 1)).IsSilent("cleanShareOutOfRange");
    }

    [Fact]
    public void Direct_supply_below_half()
    {
        Assert.Equal("0.499", With(In(ElectricityKind.Direct, 499), In(ElectricityKind.Grid, 501)).Signal("lowDirectSupply").Facts["share"]);
        With(In(ElectricityKind.Direct, 500), In(ElectricityKind.Grid, 500)).IsSilent("lowDirectSupply");
        Year.Result().IsSilent("lowDirectSupply");
    }

    [Fact]
    public void Mostly_certificates()
    {
        Assert.Equal("0.501", With(In(ElectricityKind.Certificate, 501), In(ElectricityKind.Own, 499)).Signal("highCertificateShare").Facts["share"]);
        With(In(ElectricityKind.Certificate, 500), In(ElectricityKind.Own, 500)).IsSilent("highCertificateShare");
    }

    [Fact]
    public void An_export_credit_above_the_carbon_that_made_it()
    {
        ActivityData Exports(decimal mwh) => Year with
        {
            Fuels = [Fuel("NG", 100, FuelUse.Power)],
            ThermalGeneration = [Made(GenerationSource.Fossil, 5000)],
            Electricity = [Out(ElectricityKind.Grid, mwh)]
        };

        // 100 × 10^4 m3 emit 2,036.8 t; 2,447 MWh × 0.8325 = 2,037.1, 2,446 MWh 2,036.3
        Assert.Equal("electricity", Exports(2447).Result().Signal("exportCreditAboveCarbon").Facts["term"]);
        Exports(2446).Result().IsSilent("exportCreditAboveCarbon");
        Assert.Equal("heat", (Year with { Heat = [HeatOut(HeatSource.Fossil, 1)] }).Result().Signal("exportCreditAboveCarbon").Facts["term"]);
    }

    [Fact]
    public void Direct_lines_below_the_ratios_of_document_650()
    {
        Result Line(decimal available, decimal delivered, decimal consumed, int year = 2025) => (Year with
        {
            Year = year,
            Context = new() { DirectLines = [new() { AvailableMwh = available, DeliveredMwh = delivered, UserConsumptionMwh = consumed }] }
        }).Result();

        Assert.Equal("0.6", Line(100, 59, 100).Signal("directLineRatio").Facts["threshold"]);
        Assert.Equal("0.3", Line(40, 29, 100).Signal("directLineRatio").Facts["threshold"]);
        Assert.Equal("0.35", Line(40, 34, 100, 2030).Signal("directLineRatio").Facts["threshold"]);
        Line(100, 60, 200).IsSilent("directLineRatio");
        Line(40, 34, 100, 2029).IsSilent("directLineRatio");
    }

    [Fact]
    public void More_direct_supply_than_its_lines_delivered()
    {
        var data = Year with { Electricity = [In(ElectricityKind.Direct, 100)], Context = new() { DirectLines = [new() { DeliveredMwh = 99 }] } };

        Assert.Equal("99", data.Result().Signal("directSupplyAboveDelivery").Facts["deliveredMwh"]);
        (data with { Context = new() { DirectLines = [new() { DeliveredMwh = 60 }, new() { DeliveredMwh = 40 }] } }).Result().IsSilent("directSupplyAboveDelivery");
        (data with { Context = null }).Result().IsSilent("directSupplyAboveDelivery");
    }

    [Fact]
    public void Meters_that_tell_another_story_than_the_lines()
    {
        Result Metered(MeterReadings meters) => (Year with
        {
            Electricity = [In(ElectricityKind.Grid, 900), In(ElectricityKind.GreenTrade, 100), In(ElectricityKind.Own, 50), Out(ElectricityKind.Own, 20)],
            Context = new() { Meters = meters }
        }).Result();

        Assert.Equal("10", Metered(new() { GridIn = 1010 }).Signal("meterResidual").Facts["residualMwh"]);
        Assert.Equal("/context/meters/gridOut", Metered(new() { GridOut = 19 }).Signal("meterResidual").Facts["pointer"]);
        Metered(new() { GridIn = 1004, GridOut = 20 }).IsSilent("meterResidual");
        Assert.Equal("5", Metered(new() { StorageIn = 4, StorageOut = 5 }).Signal("storageResidual").Facts["storageOutMwh"]);
        Metered(new() { StorageIn = 5, StorageOut = 4 }).IsSilent("storageResidual");
    }
}
