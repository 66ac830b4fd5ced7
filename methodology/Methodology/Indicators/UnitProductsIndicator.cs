namespace PilotRegistry.Methodology;

/// <summary>
/// Every assessed product reaches or beats level 2 of its limit. The value is the share that does; a product without a level 2
/// is listed and not assessed.
/// </summary>
internal static class UnitProductsIndicator
{
    public static Assessed Assess(GuidingData given, Targets targets)
    {
        var assessed = given.UnitProducts.Count(product => product.Level2 is not null);
        var reaching = given.UnitProducts.Count(product => product.Reaches);
        return new()
        {
            Id = IndicatorIds.UnitProducts,
            Unit = "1",
            Label = new("单位产品能耗达到 2 级", "Products that reach level 2"),
            Value = Ratio.Of(reaching, assessed),
            Target = targets.Guiding[IndicatorIds.UnitProducts].Value,
            Verdict = given.UnitProducts.Count == 0 ? Verdict.NotReported
                : assessed == 0 ? Verdict.NotApplicable
                : reaching == assessed ? Verdict.Met : Verdict.NotMet,
            Formula = "reaching ÷ assessed",
            Inputs = NamedNumbers.Of(("reaching", reaching), ("assessed", assessed))
        };
    }

    /// <summary>Each product beside its level 2, so that a reader sees which one falls short.</summary>
    public static IEnumerable<DerivationEntry> Steps(GuidingData given) => given.UnitProducts.Select(product => new DerivationEntry
    {
        Id = $"unitProducts/{product.At}",
        Parent = null,
        Term = IndicatorIds.UnitProducts,
        Label = product.Name,
        Formula = product.Level2 is null ? "value" : "value ≤ factor",
        Inputs = NamedNumbers.Of(("value", product.Value)),
        Factor = product.Level2,
        Value = product.Value,
        Unit = product.Unit
    });
}
