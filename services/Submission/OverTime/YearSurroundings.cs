using PilotRegistry.Contracts;
using PilotRegistry.Methodology;

namespace PilotRegistry.Submission.OverTime;

/// <summary>What is known around a year when it is looked at: the park's other years, its promises, its peers.</summary>
/// <param name="Now">A draft is looked at as if it were submitted now: submitting it brings no new signals.</param>
public sealed record YearSurroundings(
    IReadOnlyList<EarlierYear> Earlier, IReadOnlyList<Peer> Peers, IReadOnlyList<EarlierVersion> Versions, IReadOnlyList<Target> Promised,
    DateTimeOffset? VerificationBeganAt, ClaimedCertificates? Certificates, DateTimeOffset Now)
{
    public static readonly YearSurroundings None = new([], [], [], [], VerificationBeganAt: null, Certificates: null, default);

    public IReadOnlyList<Signal> Look(ActivityData data, Result result, RulePacks packs) => SignalsOverTime.Run(
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
            Promised = [.. Promised.Select(target => new PromisedCore(target.Year, target.Core))],
        },
        packs);
}
