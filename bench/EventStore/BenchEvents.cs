using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Bench.EventStore;

/// <summary>A meter was read: about as large as the registry's ordinary events.</summary>
[StoredAs("bench.reading-taken.v1")]
public sealed record ReadingTaken(
    int Number, Guid Meter, decimal Quantity, string Unit, DateTimeOffset From, DateTimeOffset To, string Quality, string Note) : DomainEvent;

internal static class BenchEvents
{
    public const string StreamType = "bench";

    /// <summary>A stream ends after this many appends and the next begins, on both sides.</summary>
    public const int AppendsPerStream = 20;

    public static readonly Envelope Envelope =
        new("0198c0de-0000-7000-8000-000000000001", "park", "takeReading", "4bf92f3577b34da6a3ce929d0e0e4736");

    public static readonly EventCatalogue Catalogue = new(RegistryJson.Events, typeof(ReadingTaken).Assembly);

    public static readonly ReadingTaken Example = new(
        7, new("0198c0de-0000-7000-8000-000000000002"), 1234.5678m, "MWh", new(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)),
        new(2026, 2, 1, 0, 0, 0, TimeSpan.FromHours(8)), "measured", "Read at the main substation of the park, 二号变电站");

    public static readonly string Body = Catalogue.Write(Example);
}
