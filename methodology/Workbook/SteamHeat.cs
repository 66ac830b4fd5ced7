using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>
/// The heat that steam brings: its enthalpy less that of water at 20 °C (<see cref="Steam.FeedWater"/>). The workbook and the
/// form read a steam bill the same way.
/// </summary>
/// <param name="Pressure">Absolute, MPa; null for saturated steam of a known temperature.</param>
/// <param name="Temperature">°C; null for saturated steam of a known pressure.</param>
/// <param name="Enthalpy">kJ/kg.</param>
public sealed record SteamHeat(decimal? Pressure, decimal? Temperature, decimal Enthalpy)
{
    /// <summary>MPa that a gauge does not show: the standard atmosphere, 101.325 kPa (GB 3102.3).</summary>
    public const decimal Atmosphere = 0.101325m;

    /// <summary>No steam at this pressure and temperature, or beyond the formula.</summary>
    public static readonly Wording Impossible = new(
        "这一压力和温度下不是蒸汽，或超出 100 MPa / 800 ℃：请核对，压力须为绝对压力（MPa）。",
        "At this pressure and temperature it is no steam, or above 100 MPa or 800 °C: check them; pressure is absolute, in MPa.");

    public decimal GjPerTonne => (Enthalpy - Steam.FeedWater) / 1000;

    /// <summary>Null where there is no steam.</summary>
    /// <param name="pressure">Absolute, MPa.</param>
    /// <param name="temperature">°C.</param>
    public static SteamHeat? Of(decimal? pressure, decimal? temperature) =>
        Steam.Enthalpy(pressure, temperature) is { } enthalpy ? new(pressure, temperature, enthalpy) : null;

    /// <summary>GJ, in the digits that ActivityData allows.</summary>
    public string Gj(string tonnes) => CellNumber.Fit(Units.Times(tonnes, GjPerTonne));
}
