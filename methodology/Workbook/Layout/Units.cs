using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>Units that bills come in, and how much of the data's unit one is.</summary>
internal static class Units
{
    public const string Mwh = "MWh", TenMwh = "万kWh", Kwh = "kWh", Gj = "GJ", MillionKj = "百万千焦", SteamTonne = "t蒸汽";

    public static readonly Choice[] OfPower = [new(Mwh, Mwh), new(TenMwh, TenMwh), new(Kwh, Kwh)];

    public static readonly Choice[] OfHeat = [new(Gj, Gj), new(MillionKj, MillionKj), new(SteamTonne, SteamTonne)];

    /// <summary>MWh, or GJ, in one of the unit; null for steam, whose heat depends on its pressure and temperature.</summary>
    public static decimal? Factor(string unit) => unit switch
    {
        Mwh or Gj or MillionKj => 1m,
        TenMwh => 10m,
        Kwh => 0.001m,
        _ => null
    };

    public static string Times(string number, decimal factor) =>
        factor != 1 && NumberText.TryParse(number, out var value) ? NumberText.Format(value * factor) : number;
}
