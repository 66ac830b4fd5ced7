using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure;

/// <summary>Somebody disputes one figure of a disclosed year. What they wrote, and who they are, is kept apart.</summary>
/// <param name="Number">Public, e.g. <c>D-2026-000001</c>.</param>
/// <param name="Figure">Which figure, as the page names it, e.g. <c>verified.indicators.core</c>.</param>
[StoredAs("disclosure.dispute-raised.v1")]
public sealed record DisputeRaised(Guid ParkId, string Number, int Year, string Figure) : DomainEvent;

/// <summary>What the rules need to know about a dispute: whether it exists.</summary>
public sealed record DisputeState(bool IsRaised)
{
    public static readonly StreamType<DisputeState> Stream = new("dispute", new(IsRaised: false), Evolve);

    public static DisputeState Evolve(DisputeState state, DomainEvent happened) => happened switch
    {
        DisputeRaised => new(IsRaised: true),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in a dispute stream.")
    };
}
