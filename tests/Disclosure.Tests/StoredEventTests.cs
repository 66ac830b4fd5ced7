using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>What this service itself records: its stored form is a promise, and its state takes every one of its events.</summary>
public sealed class StoredEventTests
{
    private static readonly EventCatalogue Catalogue = new(RegistryJson.Events, typeof(DisputeRaised).Assembly);

    [Fact]
    public void Each_event_is_stored_in_its_approved_form()
    {
        DomainEvent[] samples = [new DisputeRaised(Persona.Named(201), "D-2026-000001", 2025, "verified.emissions.total")];
        Assert.Equal(Catalogue.All.Select(e => e.Value), samples.Select(s => s.GetType()));
        foreach (var sample in samples)
        {
            var alias = Catalogue.AliasOf(sample);
            Approved.Matches($"tests/Disclosure.Tests/Approved/{alias}.json", Catalogue.Write(sample));
            Assert.Equal(sample, Catalogue.Read(alias, Catalogue.Write(sample)));
            Assert.True(JsonElement.Parse(Catalogue.Write(sample)).TryGetProperty("parkId", out _));
            DisputeState.Evolve(DisputeState.Stream.Initial, sample);
        }
    }
}
