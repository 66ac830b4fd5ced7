namespace PilotRegistry.EventStore;

/// <summary>A decision that was taken and can never be untaken. Named in the past tense, by what became true.</summary>
public abstract record DomainEvent;

/// <summary>
/// The name an event is stored under, with its version: <c>verification.finding-raised.v1</c>. It is written into the
/// record for ever and is therefore never derived from a CLR name.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StoredAsAttribute(string alias) : Attribute
{
    public string Alias { get; } = alias;
}
