using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Registration;

/// <summary>The park's own long life begins when it is listed.</summary>
/// <param name="Facts">With the boundary as it is registered now; null before the park is listed.</param>
/// <param name="LastChange">The last approved change of its boundary.</param>
public sealed record ParkState(ParkFacts? Facts, BoundaryChanged? LastChange)
{
    public static readonly StreamType<ParkState> Stream = new("park", new(Facts: null, LastChange: null), Evolve);

    public static ParkState Evolve(ParkState state, DomainEvent happened) => happened switch
    {
        ParkListed e => new(e.Park, LastChange: null),
        BoundaryChanged e => new(state.Facts is { } facts ? facts with { FourBounds = e.FourBounds, Boundary = e.Boundary } : null, e),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in a park stream.")
    };
}
