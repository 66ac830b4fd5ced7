using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using Xunit;

namespace PilotRegistry.Testing;

/// <summary>
/// The events that a service records: each with an example whose stored shape is approved in
/// <c>tests/{Service}.Tests/Approved</c>, and each understood by the stream it belongs to.
/// </summary>
/// <param name="service">As the project is called, e.g. <c>Submission</c>.</param>
/// <param name="examples">One of every type.</param>
public sealed class ApprovedEvents(string service, Assembly program, params IReadOnlyList<DomainEvent> examples)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly EventCatalogue catalogue = new(RegistryJson.Events, program, typeof(ParkEvent).Assembly);

    /// <summary>Of the tests: called like the service where nothing else is said.</summary>
    public string? Folder { get; init; }

    /// <summary>Stored names of this service's events, those of Contracts included.</summary>
    private IEnumerable<string> Aliases =>
        catalogue.All.Select(e => e.Key).Where(a => a.StartsWith(service.ToLowerInvariant() + ".", StringComparison.Ordinal));

    public void MatchTheirFiles()
    {
        Assert.Equal(Aliases, examples.Select(catalogue.AliasOf).Order(StringComparer.Ordinal));
        foreach (var example in examples)
        {
            var alias = catalogue.AliasOf(example);
            var stored = catalogue.Write(example);
            Approved.Matches($"tests/{Folder ?? service}.Tests/Approved/{alias}.json", JsonSerializer.Serialize(JsonElement.Parse(stored), Readable));
            Assert.Equal(stored, catalogue.Write(catalogue.Read(alias, stored)));
        }
    }

    /// <param name="evolve">What each kind of stream does with an event; one of them must take it.</param>
    public void AreUnderstood(params IReadOnlyList<Action<DomainEvent>> evolve)
    {
        foreach (var example in examples)
        {
            var refused = evolve.Count(e => Record.Exception(() => e(example)) is not null);
            Assert.True(refused == evolve.Count - 1, $"{catalogue.AliasOf(example)} must belong to exactly one kind of stream.");
        }
    }
}
