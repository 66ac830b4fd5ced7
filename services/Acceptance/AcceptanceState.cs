using System.Collections.Immutable;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Acceptance;

public enum AcceptanceStatus
{
    NotRequested,

    /// <summary>Before the province.</summary>
    Requested,

    /// <summary>The province's self-evaluation did not pass; the park may ask again.</summary>
    SelfEvaluationFailed,

    /// <summary>Passed the self-evaluation; before the nation.</summary>
    SelfEvaluated,

    /// <summary>The park is a national zero-carbon park.</summary>
    Granted,

    /// <summary>Refused by the nation; the park may ask again.</summary>
    Refused,
}

/// <summary>What the rules need to know about a park's acceptance. One stream per park: it is accepted once, however often it asks.</summary>
/// <param name="Request">The request that is being decided, or was last.</param>
/// <param name="Noted">Newer versions of its year that somebody has taken note of.</param>
public sealed record AcceptanceState(AcceptanceStatus Status, AcceptanceRequested? Request, ImmutableHashSet<(int Version, string Role)> Noted)
{
    public static readonly StreamType<AcceptanceState> Stream = new("acceptance", new(AcceptanceStatus.NotRequested, Request: null, Noted: []), Evolve);

    public static Guid IdOf(Guid parkId) => StableId.Of("acceptance", parkId);

    /// <summary>Somebody has it on the desk.</summary>
    public bool IsOpen => Status is AcceptanceStatus.Requested or AcceptanceStatus.SelfEvaluated;

    /// <summary>This very request is being decided or was granted.</summary>
    public bool IsSettledOn(Guid verificationId) =>
        (IsOpen || Status == AcceptanceStatus.Granted) && Request?.VerificationId == verificationId;

    public static AcceptanceState Evolve(AcceptanceState state, DomainEvent happened) => happened switch
    {
        AcceptanceRequested e => new(AcceptanceStatus.Requested, e, Noted: []),
        SelfEvaluationConcluded e => state with { Status = e.Passed ? AcceptanceStatus.SelfEvaluated : AcceptanceStatus.SelfEvaluationFailed },
        AcceptanceGranted => state with { Status = AcceptanceStatus.Granted },
        RestatementNoted e => state with { Noted = state.Noted.Add((e.Version, e.Role)) },
        AcceptanceRefused => state with { Status = AcceptanceStatus.Refused },
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in an acceptance stream.")
    };
}
