namespace PilotRegistry.EventStore.Tests.Example;

/// <summary>A site is open and takes meters.</summary>
[StoredAs("tests.site-opened.v1")]
public sealed record SiteOpened(string Name) : DomainEvent;

public sealed record SiteState(bool Open)
{
    public static readonly StreamType<SiteState> Stream = new("site", new(Open: false), Evolve);

    public static SiteState Evolve(SiteState state, DomainEvent happened) => happened switch
    {
        SiteOpened => new(Open: true),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in a site stream.")
    };

    public static Decision Opening(SiteState state) => state.Open ? Decision.Nothing : new SiteOpened("East");
}
