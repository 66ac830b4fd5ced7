namespace PilotRegistry.EventStore;

/// <summary>A rule said no. The code is part of the API and is never reworded; the message is for people.</summary>
public sealed record Refusal(string Code, string Message)
{
    /// <summary>What the refusal is about, by name, so that a page says it in its reader's language; null when the code says all.</summary>
    public IReadOnlyDictionary<string, string>? Facts { get; init; }
}

/// <summary>What a rule answers: events to record, nothing (it is already so), or a refusal.</summary>
public sealed class Decision
{
    public static readonly Decision Nothing = new(null, []);

    private Decision(Refusal? refusal, IReadOnlyList<DomainEvent> events) => (Refusal, Events) = (refusal, events);

    public Refusal? Refusal { get; }

    public IReadOnlyList<DomainEvent> Events { get; }

    public static Decision Of(params IReadOnlyList<DomainEvent> events) => new(null, events);

    public static Decision No(Refusal refusal) => new(refusal, []);

    public static implicit operator Decision(Refusal refusal) => No(refusal);

    public static implicit operator Decision(DomainEvent happened) => Of(happened);
}

/// <summary>How a command ended.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>The stream stands at <paramref name="Version"/>; <paramref name="Changed"/> is false when it already was so.</summary>
    public sealed record Done(Guid Id, long Version, bool Changed) : Outcome;

    public sealed record Refused(Refusal Refusal) : Outcome;

    /// <summary>The caller decided on an older version than the stream's.</summary>
    public sealed record Stale(long Version) : Outcome;

    public sealed record NotFound : Outcome;
}
