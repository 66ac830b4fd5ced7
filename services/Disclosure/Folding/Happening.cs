using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Messaging;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>A received event with its body read.</summary>
/// <param name="LogIndex">Its place in the public log; null while none is known.</param>
public sealed record Happening(Guid Id, DateTimeOffset At, string Type, string Actor, Guid StreamId, ParkEvent Event, long? LogIndex = null)
{
    /// <summary>Null for a kind of event that this version of the program does not know yet: it lies in <c>received</c> until it does.</summary>
    public static Happening? Of(CloudEvent received, EventCatalogue catalogue, long? logIndex = null) =>
        catalogue.Knows(received.Type) && catalogue.Read(received.Type, received.Data.GetRawText()) is ParkEvent happened
            ? new(received.Id, received.Time, received.Type, received.Actor, received.StreamId, happened, logIndex)
            : null;
}
