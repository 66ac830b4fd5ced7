using PilotRegistry.EventStore;

namespace PilotRegistry.Disclosure;

/// <summary>How a dispute stands.</summary>
public enum DisputeStatus
{
    /// <summary>It came in and has its number.</summary>
    Received,
}

/// <summary>A dispute as the public sees it: that it exists, about what, and how it stands; never who or in which words.</summary>
public sealed record DisputeRow(Guid ParkId, string Number, int Year, string Figure, DisputeStatus State, DateTimeOffset At)
{
    public static readonly View<DisputeRow> View = new(
        "disputes", DisputeState.Stream.Name,
        (row, recorded) => recorded.Event is DisputeRaised e
            ? new(e.ParkId, e.Number, e.Year, e.Figure, DisputeStatus.Received, recorded.At)
            : row,
        revision: 1, "((row->>'parkId'))");
}
