using System.Reflection;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using Xunit;

namespace PilotRegistry.Testing;

/// <summary>Every event of a service must be known to the state of some stream: an arm that is forgotten stops the stream.</summary>
public static class EvolveShape
{
    /// <summary>Calls each <c>Evolve</c> with every event; each event must be taken by exactly one of them.</summary>
    /// <param name="streams">From an event to whether a stream takes it.</param>
    public static void AssertEachEventHasItsStream(Assembly program, string service, params Func<DomainEvent, bool>[] streams)
    {
        var events = new EventCatalogue(RegistryJson.Events, program, typeof(ParkEvent).Assembly).All
            .Where(e => e.Key.StartsWith($"{service}.", StringComparison.Ordinal)).Select(e => SampleEvents.Of(e.Value)).ToList();
        Assert.NotEmpty(events);
        Assert.All(events, happened => Assert.True(
            streams.Count(takes => takes(happened)) == 1, $"{happened.GetType().Name} belongs to {streams.Count(takes => takes(happened))} streams."));
    }

    /// <summary>Whether a stream takes an event, from any state that Evolve may see.</summary>
    public static Func<DomainEvent, bool> Takes<TState>(StreamType<TState> stream) => happened =>
    {
        try
        {
            _ = stream.Evolve(stream.Initial, happened);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    };
}
