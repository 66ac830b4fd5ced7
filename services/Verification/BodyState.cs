using PilotRegistry.EventStore;

namespace PilotRegistry.Verification;

/// <summary>A verification body was accredited, or its accreditation changed; it ends by itself after <paramref name="ValidUntil"/>.</summary>
/// <param name="BodyId">The organisation whose accounts verify.</param>
/// <param name="Scope">What it may verify.</param>
[StoredAs("verification.body-accredited.v1")]
public sealed record BodyAccredited(Guid BodyId, string Name, string Scope, DateOnly ValidUntil, bool Demo) : DomainEvent;

/// <summary>What the rules need to know about a body.</summary>
/// <param name="Accreditation">The one in force or the last one; null for an organisation that never had any.</param>
public sealed record BodyState(BodyAccredited? Accreditation)
{
    public static readonly StreamType<BodyState> Stream = new("body", new(Accreditation: null), Evolve);

    public static BodyState Evolve(BodyState state, DomainEvent happened) => happened switch
    {
        BodyAccredited e => new(e),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in a body stream.")
    };

    public bool IsAccreditedOn(DateOnly day) => Accreditation is { } held && day <= held.ValidUntil;
}
