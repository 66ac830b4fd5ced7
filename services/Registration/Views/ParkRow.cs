using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Registration.Views;

/// <summary>A park on the national list, with its boundary as it is registered now.</summary>
public sealed record ParkRow(Guid ParkId, ParkFacts Facts, string Batch, int? ListNumber, string Document, DateOnly PublishedOn, string Source)
{
    public static readonly View<ParkRow> View = new(
        "parks", ParkState.Stream.Name,
        (row, recorded) => (row, recorded.Event) switch
        {
            (_, ParkListed e) => new(e.ParkId, e.Park, e.Batch, e.ListNumber, e.Document, e.PublishedOn, e.Source),
            ({ } listed, BoundaryChanged e) => listed with { Facts = listed.Facts with { FourBounds = e.FourBounds, Boundary = e.Boundary } },
            _ => row,
        },
        revision: 2, "((row->'facts'->>'province'))");
}

/// <summary>A published construction list.</summary>
public sealed record ListRow(string Batch, string Document, DateOnly PublishedOn, string Source, string Reasons, IReadOnlyList<ListedPark> Parks)
{
    public static readonly View<ListRow> View = new(
        "lists", ListState.Stream.Name,
        (row, recorded) => recorded.Event is NationalListPublished e ? new(e.Batch, e.Document, e.PublishedOn, e.Source, e.Reasons, e.Parks) : row);
}
