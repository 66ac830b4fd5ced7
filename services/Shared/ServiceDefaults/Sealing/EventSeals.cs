using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.ServiceDefaults.Sealing;

/// <summary>
/// What the public log says of a service's events: of each the public facts, in clear; its whole body and who acted, as commitments
/// that say nothing until they are opened. An event that is not named here cannot be recorded.
/// </summary>
/// <param name="service">Its name, the leaf's source.</param>
public sealed class EventSeals(string service)
{
    private readonly Dictionary<Type, Func<DomainEvent, Facts>> facts = new()
    {
        // What every service records of its own leaves: which field of which event; why is committed to, for it may name people.
        [typeof(FieldDisclosed)] = happened => FactsOf(((FieldDisclosed)happened).EventId, ((FieldDisclosed)happened).Field),
        [typeof(FieldErased)] = happened => FactsOf(((FieldErased)happened).EventId, ((FieldErased)happened).Field),
    };

    /// <summary>The events that are named.</summary>
    public IEnumerable<Type> Named => facts.Keys;

    /// <summary>The public facts of an event.</summary>
    public EventSeals Of<TEvent>(Func<TEvent, Facts> of)
        where TEvent : DomainEvent
    {
        facts.Add(typeof(TEvent), happened => of((TEvent)happened));
        return this;
    }

    /// <summary>An event of which the public learns that it happened, and no more.</summary>
    public EventSeals Nothing<TEvent>()
        where TEvent : DomainEvent => Of<TEvent>(_ => new());

    /// <summary>Writes the leaf of an event.</summary>
    /// <exception cref="InvalidOperationException">The event is not named.</exception>
    public Seal Write(Unsealed unsealed)
    {
        var (happened, envelope) = (unsealed.Event.Event, unsealed.Event.Envelope);
        if (!facts.TryGetValue(happened.GetType(), out var of))
        {
            throw new InvalidOperationException($"The public log does not know what to say of {happened.GetType().Name}: name it in {service}'s seals.");
        }

        var body = Commitment.To("body", CanonicalJson.Hash(JsonElement.Parse(unsealed.Body)));
        Commitment[] commitments = envelope.User is { } person ? [body, Commitment.To("person", person)] : [body];
        var leaf = new Leaf(
            service, unsealed.Event.Id, unsealed.StreamType, unsealed.Event.StreamId, unsealed.Event.Version, PreviousOf(unsealed), unsealed.Event.Alias,
            unsealed.Event.At, envelope.Role.Length > 0 ? envelope.Role : "registry", of(happened).ToJson(unsealed.Late),
            commitments.ToDictionary(c => c.Name, c => c.Digest, StringComparer.Ordinal), [], Corrects: null).Write();
        return new(
            leaf, Convert.ToHexStringLower(Merkle.Leaf(leaf).ToArray()), commitments.ToDictionary(c => c.Name, c => c.Disclosure, StringComparer.Ordinal));
    }

    private static Facts FactsOf(Guid id, LeafField field) => new Facts().With("event_id", id).With("field", field);

    private static Digest? PreviousOf(Unsealed unsealed) => unsealed.Previous is { } hash ? new Digest(Convert.FromHexString(hash)) : null;
}
