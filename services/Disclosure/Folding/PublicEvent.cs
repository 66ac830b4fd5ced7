using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>A public event as the timeline, the open data and the list of decisions show it.</summary>
/// <param name="DecisionJson">Null when the event decides nothing.</param>
public sealed record PublicEvent(TimelineEntry Entry, string Line, string Csv, string? DecisionJson)
{
    public static PublicEvent Of(Happening e, ParkHistory park, ParkFacts facts)
    {
        var entry = new TimelineEntry(e.Id, e.At, e.Type, Titles.Of(e.Event), e.Actor, EventFacts.Of(e.Event, park), e.LogIndex);
        var line = new EventLine(
            e.Id, e.At, e.Type, park.ParkId, facts.Name, facts.Demo, entry.Title, e.Actor, entry.Facts, entry.LogIndex);
        return new(entry, JsonSerializer.Serialize(line, RegistryJson.Http), Folding.Csv.Line(CsvColumns.Event(line)), Decide(e) is { } d
            ? JsonSerializer.Serialize(
                new ParkDecision(
                    park.ParkId, facts.Name, facts.Demo, d.EventId, d.At, d.Type, d.Title, d.Actor, d.Reasons, d.Document, d.Source, d.PublishedOn),
                RegistryJson.Http)
            : null);
    }

    /// <summary>The event as a decision; null when it decides nothing.</summary>
    public static Decision? Decide(Happening e)
    {
        var (document, source, publishedOn) = e.Event switch
        {
            ParkListed d => (d.Document, d.Source, d.PublishedOn),
            BoundaryChanged d => (d.Document, d.Source, d.PublishedOn),
            _ => ((string?)null, (string?)null, (DateOnly?)null),
        };
        return EventFacts.Reasons(e.Event) is { } reasons
            ? new(e.Id, e.At, e.Type, Titles.Of(e.Event), e.Actor, reasons, document, source, publishedOn)
            : null;
    }
}
