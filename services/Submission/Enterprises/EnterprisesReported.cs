using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;

namespace PilotRegistry.Submission.Enterprises;

/// <summary>What each enterprise contributed to a submitted version; it stays inside, and the public event carries its hash alone.</summary>
/// <param name="Own">The park's own part, with the enterprises named in its context: what a correction goes on from.</param>
/// <param name="Salt">Random, so that the hash cannot be found by guessing names and numbers.</param>
[StoredAs("submission.enterprises-reported.v1")]
public sealed record EnterprisesReported(int Version, ActivityData Own, IReadOnlyList<EnterpriseData> Enterprises, string Salt) : DomainEvent
{
    /// <summary>Over everything in it; anyone who is shown the event can repeat it.</summary>
    public string Hash() => CanonicalJson.Hash(this);
}

/// <summary>What of a year leaves the service.</summary>
public static class PublishedData
{
    /// <summary>Without what the context says about single enterprises.</summary>
    public static ActivityData Published(this ActivityData data) =>
        data.Context is { Enterprises.Count: > 0 } context ? data with { Context = context with { Enterprises = [] } } : data;

    public static bool NamesEnterprises(this ActivityData data) => data.Context?.Enterprises.Count > 0;
}
