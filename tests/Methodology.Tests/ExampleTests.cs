namespace PilotRegistry.Methodology.Tests;

/// <summary>What the parks under <c>methodology/examples</c> come to.</summary>
public sealed class ExampleTests
{
    [Theory]
    // 72,400 MWh × 0.8325 ÷ (1,000,000 × 0.3015) = 60,273 ÷ 301,500
    [InlineData("electricity-only-2021-inside.json", "60273", "301500", "0.19991", Verdict.Met)]
    // 72,500 × 0.8325 = 60,356.25
    [InlineData("electricity-only-2021-outside.json", "60356.25", "301500", "0.200187", Verdict.NotMet)]
    [InlineData("gas-and-heat-park.json", "112767.469534", "284653.278301", "0.396157", Verdict.NotMet)]
    [InlineData("cement-park.json", "1776690.662031", "259066.710089", "6.858043", Verdict.NotMet)]
    [InlineData("steel-park.json", "1852566.031129", "689802.8", "2.685646", Verdict.NotMet)]
    // 325,891.133568 from gas + (12,000 − 540,000) × 0.8325
    [InlineData("exporting-park.json", "-113668.866432", "284701.2", "-0.399257", Verdict.Met)]
    [InlineData("small-park.json", "13245.65816", "10509.776123", "1.260318", Verdict.NoNationalTarget)]
    public void An_example_comes_to_its_figures(string name, string total, string tce, string core, Verdict verdict)
    {
        var result = Examples.Read(name).Result();
        var indicator = result.Indicator("core");

        Assert.Equal((total, tce), (NumberText.Format(result.Emissions.Total), NumberText.Format(result.Energy.Tce)));
        Assert.Equal((core, verdict), (NumberText.Format(indicator.Value!.Value), indicator.Verdict));
    }

    private static void Comes(string name, string fuel, string conversion, string electricity, string heat, string process, string tce)
    {
        var (emissions, energy) = (Examples.Read(name).Result().Emissions, Examples.Read(name).Result().Energy);
        Assert.Equal(
            [fuel, conversion, electricity, heat, process, tce],
            new[] { emissions.Fuel, emissions.Conversion, emissions.Electricity, emissions.Heat, emissions.Process, energy.Tce }.Select(NumberText.Format));
    }

    [Fact]
    public void The_gas_and_heat_park_by_hand() => Comes(
        "gas-and-heat-park.json",
        // 1,250 × 12.15 = 15,187.5 tce × 29.3076 × 57.2 ÷ 1000 = 25,460.244810
        // 3,100.5 × 361.2 GJ = 1,119,900.6 GJ × 57.2 ÷ 1000 = 64,058.314320; ÷ 29.3076 = 38,211.951849 tce
        // 420.75 × 1.4571 = 613.074825 tce × 29.3076 × 74.1 ÷ 1000 = 1,331.410404; wood 180,000 GJ ÷ 29.3076 = 6,141.751628 tce
        fuel: "90849.969534", conversion: "0",
        // 31,000 MWh × 0.8325
        electricity: "25807.5",
        // 95,000 × 0.098 − 120,000 × 0.11 = 9,310 − 13,200
        heat: "-3890", process: "0",
        // 15,187.5 + 38,211.951849 + 613.074825 + 6,141.751628 + 673,000 MWh × 0.3024 + (95,000 + 640,000 − 120,000) GJ × 0.03412
        // = 60,154.278301 + 203,515.2 + 20,983.8
        tce: "284653.278301");

    [Fact]
    public void The_cement_park_by_hand() => Comes(
        "cement-park.json",
        // 285,000 × 0.7143 = 203,575.5 tce × 29.3076 × 94.6 ÷ 1000 = 564,412.862031; 42,000 × 13.4 GJ × 38.5 ÷ 1000 = 21,667.8
        fuel: "586080.662031", conversion: "0",
        // 96,000 MWh × 0.8325; own and recovered power carry nothing
        electricity: "79920", heat: "0",
        // 2,100,000 × 0.5274 + 15,000 × 0.21 = 1,107,540 + 3,150
        process: "1110690",
        // 203,575.5 + 562,800 GJ ÷ 29.3076 + 120,000 MWh × 0.3024 = 203,575.5 + 19,203.210089 + 36,288
        tce: "259066.710089");

    [Fact]
    public void The_steel_park_by_hand() => Comes(
        "steel-park.json",
        // t/unit: GAS_BFG 1.286 × 29.3076 × 259.6 ÷ 1000 = 9.784213…, GAS_LDG 2.714 → 14.468476…, GAS_COG 5.928 → 7.713854…, COKE 0.9714 → 3.049073…
        // 78,000 and 62,000 GAS_BFG: 763,168.637912 + 606,621.225007; 9,000 GAS_LDG 130,216.286899; 17,000 GAS_COG 131,135.519773; 21,000 COKE 64,030.533478
        fuel: "1695172.203069",
        // coking: 1,376,216.902368 − 1,189,138.478870 (coke) − 131,135.519773 (gas) − 53,786.553093 (tar, benzol) = 2,156.350632
        // iron: 1,125,107.945393 (coke) + 407,422.121854 (anthracite) − 1,369,789.862918 − 130,216.286899 (gases) = 32,523.917430
        conversion: "34680.26806",
        // 82,000 MWh × 0.8325
        electricity: "68265", heat: "0",
        // 88,000 × 0.44 + 31,000 × 0.471 + 120 × 3.663 + 4,000 × 0.172 = 38,720 + 14,601 + 439.56 + 688
        process: "54448.56",
        // fuels 100,308 + 79,732 + 24,426 + 100,776 + 20,399.4 = 325,641.4; coking 504,000 − 378,846 − 100,776 − 22,750 = 1,628;
        // iron 358,446.6 + 141,420 − 180,040 − 24,426 = 295,400.6; electricity 222,000 × 0.3024 = 67,132.8
        tce: "689802.8");

    [Fact]
    public void The_exporting_park_by_hand() => Comes(
        "exporting-park.json",
        // 16,000 × 12.15 = 194,400 tce × 29.3076 × 57.2 ÷ 1000
        fuel: "325891.133568", conversion: "0",
        // (12,000 − 540,000) MWh × 0.8325
        electricity: "-439560", heat: "0", process: "0",
        // 194,400 + (1,450,000 + 12,000 − 620,000 − 540,000) × 0.3024 − 30,000 × 0.03412 = 194,400 + 91,324.8 − 1,023.6
        tce: "284701.2");

    [Fact]
    public void The_small_park_by_hand() => Comes(
        "small-park.json",
        // 85.2 × 1.4714 = 125.36328 tce × 29.3076 × 69.3 ÷ 1000 = 254.614913; 12 × 1.7143 = 20.5716 tce × 29.3076 × 63.1 ÷ 1000 = 38.043257
        // hydrogen 0; bunkers 150 × 1.4714 = 220.71 tce × 29.3076 × 71.9 ÷ 1000 = 465.083740
        fuel: "757.74191", conversion: "0",
        // (6,000 + 9,000.5) MWh × 0.8325: market nuclear carries the factor too
        electricity: "12487.91625", heat: "0", process: "0",
        // 125.36328 + 20.5716 + 40 × 120 ÷ 29.3076 + 220.71 + 33,000.5 × 0.3024 = 366.64488 + 163.780043 + 9,979.3512
        tce: "10509.776123");

    [Theory]
    [InlineData("gas-and-heat-park.json", "ownHeatValue")]
    [InlineData("exporting-park.json", "negativeTotal")]
    [InlineData("exporting-park.json", "removalsNextToVerdict")]
    [InlineData("small-park.json", "upstreamHydrogen")]
    [InlineData("steel-park.json", "productNotAssessed")]
    [InlineData("cement-park.json", "lowDirectSupply")]
    public void An_example_shows_its_signal(string name, string signal) => Assert.NotEmpty(Examples.Read(name).Result().SignalsOf(signal));

    [Fact]
    public void The_exporting_park_has_negative_indirect_emissions() =>
        Assert.True(Examples.Read("exporting-park.json").Result().Emissions.Electricity < 0);
}
