using PilotRegistry.Submission.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>A steam bill becomes heat as it does in the workbook.</summary>
[Collection(nameof(SubmissionService))]
public sealed class ConvertSteamTests(SubmissionService service)
{
    /// <summary>Saturated steam of 1 MPa: 2777.1 kJ/kg in every steam table, less 83.74 for the water.</summary>
    [Fact]
    public void Tonnes_of_saturated_steam_become_gigajoules()
    {
        var (heat, problems) = ConvertSteam.Convert(new(100, Pressure: 1));
        Assert.Empty(problems);
        Assert.Equal(2777.1m, Math.Round(heat!.Enthalpy, 1));
        Assert.Equal(heat.Enthalpy - 83.74m, heat.GjPerTonne * 1000);
        Assert.Equal(heat.GjPerTonne * 100, heat.Gj);
    }

    [Fact]
    public void A_gauge_shows_the_atmosphere_less()
    {
        var (gauge, _) = ConvertSteam.Convert(new(100, 0.8m, Gauge: true, 200));
        var (absolute, _) = ConvertSteam.Convert(new(100, 0.901325m, Gauge: false, 200));
        Assert.Equal(0.901325m, gauge!.AbsolutePressure);
        Assert.Equal(absolute!.Gj, gauge.Gj);
    }

    [Fact]
    public void Temperature_alone_means_saturated_steam() =>
        Assert.Equal(2777.1m, Math.Round(ConvertSteam.Convert(new(1, Temperature: 179.886m)).Heat!.Enthalpy, 1));

    [Theory]
    [InlineData(null, 1.0, 200.0, "/tonnes missing")]
    [InlineData(-1.0, 1.0, 200.0, "/tonnes negative")]
    [InlineData(1.0, -1.0, 200.0, "/pressure negative")]
    [InlineData(1.0, 101.0, 200.0, "/pressure out-of-range")]
    [InlineData(1.0, 1.0, 801.0, "/temperature out-of-range")]
    [InlineData(1.0, null, null, "/pressure missing")]
    [InlineData(1.0, 1.0, 100.0, "/pressure steam-state-impossible")]
    [InlineData(1.0, null, 400.0, "/temperature steam-state-impossible")]
    [InlineData(2e12, 1.0, 200.0, "/tonnes out-of-range")]
    public void What_is_no_steam_is_refused_at_its_field(double? tonnes, double? pressure, double? temperature, string problem)
    {
        var (heat, problems) = ConvertSteam.Convert(new((decimal?)tonnes, (decimal?)pressure, Gauge: false, (decimal?)temperature));
        Assert.Null(heat);
        Assert.Equal([problem], problems.Select(p => $"{p.Pointer} {p.Code}"));
    }

    [Fact]
    public async Task Whoever_fills_in_a_form_gets_exact_decimals_or_the_field_that_is_wrong()
    {
        using var heat = await service.As(Persona.OfPark).SendAsync(
            HttpMethod.Post, "/submissions/steam", new { tonnes = "1000", pressure = "0.8", gauge = true, temperature = "200" });
        Assert.Equal("200", await heat.VerdictAsync());
        Assert.Equal("0.901325", (await heat.BodyAsync()).GetProperty("absolutePressure").GetString());

        using var refused = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/submissions/steam", new { tonnes = "1000", pressure = "1", temperature = "20" });
        Assert.Equal("422 invalid", await refused.VerdictAsync());
        Assert.Equal("/pressure", (await refused.BodyAsync()).GetProperty("errors")[0].GetProperty("pointer").GetString());
    }
}
