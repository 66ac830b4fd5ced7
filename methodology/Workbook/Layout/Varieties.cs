using PilotRegistry.Methodology;

namespace PilotRegistry.Workbook;

/// <summary>What a pack lets a park enter, as drop-down lists. Entries that the pack refuses are not offered.</summary>
internal static class Varieties
{
    public static IReadOnlyList<Choice> Of(RulePack pack) =>
        [.. pack.Fuels.Values.Where(fuel => fuel.Refused is null).Select(fuel => new Choice(fuel.Code, fuel.Name.Zh, UnitOf(fuel.Unit)))];

    public static IReadOnlyList<Choice> Products(RulePack pack) =>
        [.. pack.Products.Values.Where(product => product.Use is not ProductUse.No).Select(product => new Choice(product.Code, product.Name.Zh, "t"))];

    public static IReadOnlyList<Choice> Limits(RulePack pack) =>
        [.. pack.Limits.Values.Select(limit => new Choice(limit.Code, $"{limit.Name.Zh}（{limit.Unit}）", limit.Unit))];

    /// <summary>As the statistics forms print it.</summary>
    private static string UnitOf(string unit) => unit == "10^4 m3" ? "万m³" : unit;
}
