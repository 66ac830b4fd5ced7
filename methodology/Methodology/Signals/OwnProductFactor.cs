namespace PilotRegistry.Methodology;

/// <summary>A product's own factor stands in for the pack's; this is what it changes.</summary>
internal static class OwnProductFactor
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        foreach (var product in year.Park.Products)
            if (product.Quantity > 0 && product.Row.Factor is { } usual && product.Factor != usual)
                yield return Saw.Info("ownProductFactor",
                    $"{product.Name.Zh}采用了自填因子，而不是规则包的因子：请查看依据及其影响。",
                    $"{product.Name.En} is computed by its own factor instead of the pack's: look at the basis and the effect.",
                    ("pointer", $"/{product.At}/factor"), ("factor", product.Factor.Value), ("packFactor", usual.Value),
                    ("co2Effect", product.Quantity * (product.Factor.Value - usual.Value)), ("basis", product.Factor.Source));
    }
}
