namespace PilotRegistry.Methodology;

/// <summary>The six national indicators.</summary>
public static class IndicatorIds
{
    public const string Core = "core";
    public const string CleanEnergy = "cleanEnergy";
    public const string UnitProducts = "unitProducts";
    public const string SolidWaste = "solidWaste";
    public const string WasteEnergy = "wasteEnergy";
    public const string Water = "water";

    /// <summary>All but the core indicator: the ones that may be left out with a reason.</summary>
    public static readonly IReadOnlyList<string> Guiding = [CleanEnergy, UnitProducts, SolidWaste, WasteEnergy, Water];
}
