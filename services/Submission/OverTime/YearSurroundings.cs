using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.Submission.Evidence;

namespace PilotRegistry.Submission.OverTime;

/// <summary>What is known around a year when it is looked at: the park's other years, its promises, its peers.</summary>
/// <param name="Listing">When the park came onto the list; null where a year was opened before the registry kept it.</param>
/// <param name="Evidence">The files brought for the year.</param>
/// <param name="Now">A draft is looked at as if it were submitted now: submitting it brings no new signals.</param>
public sealed record YearSurroundings(
    IReadOnlyList<EarlierYear> Earlier, IReadOnlyList<Peer> Peers, IReadOnlyList<EarlierVersion> Versions, IReadOnlyList<Target> Promised,
    DateTimeOffset? VerificationBeganAt, ClaimedCertificates? Certificates, Listing? Listing, YearEvidence Evidence, DateTimeOffset Now,
    HourlyMatched? Matching = null)
{
    public static readonly YearSurroundings None = new([], [], [], [], VerificationBeganAt: null, Certificates: null, Listing: null, YearEvidence.None, default);

    /// <summary>Signals of the year among others, then those of its hours.</summary>
    public IReadOnlyList<Signal> Look(ActivityData data, Result result, RulePacks packs) =>
        [.. OverTime(data, result, packs), .. Matching is null ? [] : HourlyAgainstLines.Look(data, Matching.Sums, Matching.Result)];

    private IReadOnlyList<Signal> OverTime(ActivityData data, Result result, RulePacks packs) => SignalsOverTime.Run(
        new()
        {
            Data = data,
            Result = result,
            Earlier = Earlier,
            Peers = Peers,
            Versions = Versions,
            SubmittedAt = Now,
            VerificationBeganAt = VerificationBeganAt,
            Certificates = Certificates,
            Listing = Listing,
            Promised = [.. Promised.Select(target => new PromisedCore(target.Year, target.Core))],
        },
        packs);
}
