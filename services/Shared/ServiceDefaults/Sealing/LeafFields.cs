using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults.Sealing;

/// <summary>What a leaf commits to and does not show.</summary>
public enum LeafField
{
    /// <summary>The whole event, by the hash of its canonical form.</summary>
    Body,

    /// <summary>The account that acted.</summary>
    Person,
}

/// <summary>A field of an event that the public log only commits to was shown to somebody.</summary>
/// <param name="EventId">Whose leaf it is.</param>
/// <param name="To">The account that was shown it.</param>
[StoredAs("record.field-disclosed.v1")]
public sealed record FieldDisclosed(Guid EventId, LeafField Field, Guid To, string Reasons) : DomainEvent;

/// <summary>What opens a field of an event was erased: the leaf stays, and nobody can say any more what it committed to.</summary>
/// <param name="EventId">Whose leaf it is.</param>
[StoredAs("record.field-erased.v1")]
public sealed record FieldErased(Guid EventId, LeafField Field, string Reasons) : DomainEvent;

/// <summary>What was shown and erased of one event; its stream has the event's id.</summary>
public sealed record LeafFields(IReadOnlySet<LeafField> Erased, IReadOnlySet<(LeafField Field, Guid To)> Shown)
{
    public static readonly StreamType<LeafFields> Stream = new("disclosure", new(new HashSet<LeafField>(), new HashSet<(LeafField, Guid)>()), Evolve);

    public static LeafFields Evolve(LeafFields state, DomainEvent happened) => happened switch
    {
        FieldDisclosed e => state with { Shown = new HashSet<(LeafField, Guid)>(state.Shown) { (e.Field, e.To) } },
        FieldErased e => state with { Erased = new HashSet<LeafField>(state.Erased) { e.Field } },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in a disclosure stream.")
    };

    /// <summary>As the leaf and the table of disclosures call it.</summary>
    public static string NameOf(LeafField field) => field == LeafField.Body ? "body" : "person";
}
