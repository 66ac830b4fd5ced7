namespace PilotRegistry.Methodology;

/// <summary>
/// Every rule that needs this year alone. A rule looks at the computed year and says what a reader should look at; it never
/// changes a number or a verdict.
/// </summary>
internal static class SignalRules
{
    private static readonly Func<Computed, IEnumerable<Signal>>[] All =
    [
        // The total and its targets
        NegativeTotal.Look, NearCliff.Look, NearTarget.Look, VerdictDependsOnSetting.Look, RemovalsNextToVerdict.Look,
        // Fuels, conversions, processes
        NegativeConversion.Look, ByProductWithoutConversion.Look, ByProductResidual.Look, OwnHeatValue.Look, OwnProductFactor.Look,
        PossibleDoubleCount.Look, UpstreamHydrogen.Look, StockResidual.Look, GenerationAboveFuel.Look,
        // Electricity and heat
        OwnHeatFactor.Look, CleanShareOutOfRange.Look, LowDirectSupply.Look, HighCertificateShare.Look, ExportCreditAboveCarbon.Look,
        DirectLineRatios.Look, MeterResidual.Look,
        // Guiding indicators and what surrounds the year
        OwnLevel2.Look, ProductsNotAssessed.Look, WasteEnergyKindMissing.Look, FewCarryReduction.Look, RoundNumbers.Look, RepeatedValue.Look,
        DuplicateLine.Look
    ];

    public static IReadOnlyList<Signal> Look(Computed year) => [.. All.SelectMany(rule => rule(year))];
}

/// <summary>How a rule writes what it saw.</summary>
internal static class Saw
{
    public static Signal Info(string id, string zh, string en, params ReadOnlySpan<(string Name, Fact Value)> facts) =>
        new(id, Severity.Info, new(zh, en), ToDictionary(facts));

    public static Signal Warning(string id, string zh, string en, params ReadOnlySpan<(string Name, Fact Value)> facts) =>
        new(id, Severity.Warning, new(zh, en), ToDictionary(facts));

    private static Dictionary<string, string> ToDictionary(ReadOnlySpan<(string Name, Fact Value)> facts)
    {
        var dictionary = new Dictionary<string, string>(facts.Length);
        foreach (var (name, fact) in facts) dictionary[name] = fact.Text;
        return dictionary;
    }
}

/// <summary>One thing seen: a text, or a number rounded as in the summary.</summary>
internal readonly record struct Fact(string Text)
{
    public static implicit operator Fact(string text) => new(text);
    public static implicit operator Fact(decimal number) => new(NumberText.Format(Rounded.Summary(number)));
    public static implicit operator Fact(decimal? number) => number is { } value ? (Fact)value : new Fact("");
    public static implicit operator Fact(Verdict verdict) => new(Codes.Of(verdict));
}
