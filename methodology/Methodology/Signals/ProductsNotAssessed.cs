namespace PilotRegistry.Methodology;

/// <summary>Products without a level 2 are listed, and no part of the verdict.</summary>
internal static class ProductsNotAssessed
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        foreach (var product in year.Park.Guiding.UnitProducts)
            if (product.Level2 is null)
                yield return Saw.Info("productNotAssessed",
                    $"{product.Name.Zh}没有 2 级限额，只列出，不参与结论。",
                    $"{product.Name.En} has no level 2: it is listed, and no part of the verdict.",
                    ("pointer", $"/{product.At}"), ("value", product.Value));
    }
}
