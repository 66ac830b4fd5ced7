namespace PilotRegistry.Workbook.Tests;

public sealed class SteamTests
{
    /// <summary>IAPWS-IF97, table 15: region 2.</summary>
    [Theory]
    [InlineData(0.0035, 300, 2549.91145)]
    [InlineData(0.0035, 700, 3335.68375)]
    [InlineData(30, 700, 2631.49474)]
    public void Enthalpy_is_what_the_release_prints(double pressure, double kelvin, double enthalpy) =>
        Assert.Equal(enthalpy, Steam.Region2(pressure, kelvin), 5);

    /// <summary>IAPWS-IF97, tables 35 and 36: the saturation line.</summary>
    [Theory]
    [InlineData(300, 0.00353658941)]
    [InlineData(500, 2.63889776)]
    [InlineData(600, 12.3443146)]
    public void Saturation_pressure_is_what_the_release_prints(double kelvin, double pressure) =>
        Assert.Equal(1, Steam.SaturationPressure(kelvin) / pressure, 8);

    [Theory]
    [InlineData(0.1, 372.755919)]
    [InlineData(1, 453.035632)]
    [InlineData(10, 584.149488)]
    public void Saturation_temperature_is_what_the_release_prints(double pressure, double kelvin) =>
        Assert.Equal(kelvin, Steam.SaturationTemperature(pressure), 6);

    /// <summary>Saturated steam of 1 MPa has 2777.1 kJ/kg in every steam table.</summary>
    [Fact]
    public void Pressure_alone_means_saturated_steam()
    {
        Assert.Equal(2777.1m, Math.Round(Steam.Enthalpy(1, null)!.Value, 1));
        Assert.Equal(Steam.Enthalpy(1, null), Steam.Enthalpy(1, 179.5m));
        Assert.Equal(2777.1m, Math.Round(Steam.Enthalpy(null, 179.886m)!.Value, 1));
    }

    [Theory]
    [InlineData(1, 150)]
    [InlineData(0, 200)]
    [InlineData(-1, 200)]
    [InlineData(120, 600)]
    [InlineData(1, 900)]
    [InlineData(25, 400)]
    public void Water_and_what_lies_beyond_the_formula_is_no_steam(double pressure, double temperature) =>
        Assert.Null(Steam.Enthalpy((decimal)pressure, (decimal)temperature));
}
