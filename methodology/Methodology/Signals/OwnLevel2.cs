namespace PilotRegistry.Methodology;

/// <summary>A product is measured against a level 2 of its own; this is what it would be by the pack's.</summary>
internal static class OwnLevel2
{
    public static IEnumerable<Signal> Look(Computed year)
    {
        foreach (var product in year.Park.Guiding.UnitProducts)
            if (product is { ByOwnLevel: true, Level2: { } own })
                yield return Saw.Info("ownLevel2",
                    $"{product.Name.Zh}采用了自填的 2 级值（{own.Source}）：请核对所引标准及其影响。",
                    $"{product.Name.En} is measured against its own level 2 ({own.Source}): check the standard and the effect.",
                    ("pointer", $"/{product.At}/level2"), ("value", product.Value), ("level2", own.Value), ("standard", own.Source),
                    ("reaches", product.Reaches ? "true" : "false"),
                    ("packLevel2", product.Limit?.Level2),
                    ("reachesByPack", product.Limit?.Level2 is { } level ? (product.Value <= level ? "true" : "false") : ""));
    }
}
