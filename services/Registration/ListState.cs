using PilotRegistry.EventStore;

namespace PilotRegistry.Registration;

/// <summary>The national commission published a construction list (建设名单).</summary>
/// <param name="Source">Where the facts come from and how sure they are.</param>
[StoredAs("registration.national-list-published.v1")]
public sealed record NationalListPublished(
    string Batch, string Document, DateOnly PublishedOn, string Source, string Reasons, IReadOnlyList<ListedPark> Parks) : DomainEvent;

/// <summary>One line of a list.</summary>
public sealed record ListedPark(Guid ParkId, int? ListNumber, string Name);

/// <summary>What the rules need to know about a list: whether it is out.</summary>
public sealed record ListState(bool IsPublished)
{
    public static readonly StreamType<ListState> Stream = new("list", new(IsPublished: false), Evolve);

    public static ListState Evolve(ListState state, DomainEvent happened) => happened switch
    {
        NationalListPublished => new(IsPublished: true),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in a list stream.")
    };
}

