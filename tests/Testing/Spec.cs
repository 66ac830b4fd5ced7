using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using Xunit;

namespace PilotRegistry.Testing;

/// <summary>
/// A rule as a sentence: given what happened, when somebody decides, then this is recorded or refused. Events are compared
/// as the JSON they are stored as, so a spec also proves that they can be stored and read back.
/// </summary>
public static class Spec
{
    public static Spec<TState> For<TState>(StreamType<TState> stream) => new(stream, []);
}

public sealed class Spec<TState>(StreamType<TState> stream, IReadOnlyList<DomainEvent> history)
{
    public Spec<TState> Given(params IReadOnlyList<DomainEvent> happened) => new(stream, [.. history, .. happened]);

    public Decided When(Func<TState, Decision> decide)
    {
        var state = stream.Fold(history.Select(StoredAndRead));
        var decision = decide(state);
        foreach (var happened in decision.Events)
        {
            state = stream.Evolve(state, StoredAndRead(happened));
        }

        return new Decided(decision);
    }

    private static DomainEvent StoredAndRead(DomainEvent happened) =>
        (DomainEvent)JsonSerializer.Deserialize(Decided.Json(happened), happened.GetType(), RegistryJson.Events)!;
}

/// <summary>What was decided, to be compared.</summary>
public sealed class Decided(Decision decision)
{
    public void Then(params IReadOnlyList<DomainEvent> expected)
    {
        Assert.Null(decision.Refusal);
        Assert.Equal(expected.Select(Named), decision.Events.Select(Named));
    }

    public void ThenNothing()
    {
        Assert.Null(decision.Refusal);
        Assert.Empty(decision.Events);
    }

    public void ThenRefused(string code)
    {
        Assert.Equal(code, decision.Refusal?.Code);
        Assert.Empty(decision.Events);
    }

    internal static string Json(DomainEvent happened) => JsonSerializer.Serialize(happened, happened.GetType(), RegistryJson.Events);

    private static string Named(DomainEvent happened) => $"{happened.GetType().Name} {Json(happened)}";
}
