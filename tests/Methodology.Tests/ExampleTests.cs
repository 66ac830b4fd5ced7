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
