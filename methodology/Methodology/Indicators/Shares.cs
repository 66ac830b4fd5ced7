namespace PilotRegistry.Methodology;

/// <summary>Indicators that are a part of a whole against a least share.</summary>
internal static class Shares
{
    /// <summary>utilised ÷ (generated + old stock utilised).</summary>
    public static Assessed SolidWaste(GuidingData given, Targets targets) => AtLeast(
        IndicatorIds.SolidWaste, new("工业固体废物综合利用率", "Industrial solid waste utilised"), given.SolidWaste, targets,
        "utilised ÷ generatedAndOldStock", "utilised", "generatedAndOldStock");

    /// <summary>reused ÷ (fresh + reused).</summary>
    public static Assessed Water(GuidingData given, Targets targets) => AtLeast(
        IndicatorIds.Water, new("工业用水重复利用率", "Industrial water reused"), given.Water, targets,
        "reused ÷ freshAndReused", "reused", "freshAndReused");

    /// <summary>Met when part ≥ target × whole. Nothing given, or a whole of zero: not reported.</summary>
    public static Assessed AtLeast(
        string id, Wording label, Share? share, Targets targets, string formula, string partName, string wholeName)
    {
        var target = targets.Guiding[id].Value;
        return new()
        {
            Id = id,
            Unit = "1",
            Label = label,
            Value = share is null ? null : Ratio.Of(share.Part, share.Whole),
            Target = target,
            Verdict = share is null or { Whole: <= 0 } ? Verdict.NotReported
                : share.Part >= target * share.Whole ? Verdict.Met : Verdict.NotMet,
            Formula = formula,
            Inputs = share is null ? NamedNumbers.None : NamedNumbers.Of((partName, share.Part), (wholeName, share.Whole))
        };
    }
}
