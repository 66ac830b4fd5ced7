namespace PilotRegistry.Methodology;

/// <summary>
/// The signals that need more than one year's data: earlier years, peers, versions, promises and claims. Pure, like those in
/// <see cref="Result.Signals"/>, which they are shown beside; an answer with a reason stands next to a signal and never
/// silences it.
/// </summary>
public static class SignalsOverTime
{
    private static readonly Func<YearInTime, IEnumerable<Signal>>[] All =
    [
        // Against the last disclosed year
        IntensityDownAbsoluteUp.Look, RulesChanged.Look, EmittersMovedOut.Look, JumpAgainstLastYear.Look, QuantityJump.Look,
        // Against what was promised and against others
        BehindPromise.Look, OutlierAmongPeers.Look, NotApplicableAfterListing.Look,
        // Versions and claims of this year
        LateEdits.Look, CertificateClaims.Look
    ];

    /// <param name="year">The year and its surroundings.</param>
    /// <param name="packs">Where the pack named by the result is looked up, for the thresholds.</param>
    /// <returns>Empty when the pack of the result is not known.</returns>
    public static IReadOnlyList<Signal> Run(YearInContext year, RulePacks packs)
    {
        var named = year.Result.RulePacks[^1];
        if (packs.Find(named.Id, named.Version) is not { } pack) return [];
        var seen = new YearInTime(year, pack, year.Earlier.Where(other => other.Result.Year < year.Result.Year).MaxBy(other => other.Result.Year));
        return [.. All.SelectMany(rule => rule(seen))];
    }
}

/// <summary>What a rule over time looks at; <c>Last</c> is the newest disclosed year before this one.</summary>
internal sealed record YearInTime(YearInContext This, RulePack Pack, EarlierYear? Last)
{
    public Result Result => This.Result;
    public decimal? Core => CoreOf(Result);

    public decimal Threshold(string name) => Pack.Thresholds[name].Value;

    public static decimal? CoreOf(Result result) => result.Indicators.First(indicator => indicator.Id == IndicatorIds.Core).Value;
}
