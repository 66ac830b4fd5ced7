using PilotRegistry.Contracts;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>What this service itself records: its stored form is a promise, and its state takes every one of its events.</summary>
public sealed class StoredEventTests
{
    private static readonly ApprovedEvents Events = new("Disclosure", typeof(DisputeState).Assembly, DisputeExamples.All);

    [Fact]
    public void Every_event_is_stored_in_its_approved_shape() => Events.MatchTheirFiles();

    [Fact]
    public void Every_event_is_understood_by_its_stream() => Events.AreUnderstood(e => DisputeState.Evolve(DisputeState.Stream.Initial, e));
}

/// <summary>One dispute in each of its steps.</summary>
internal static class DisputeExamples
{
    public const string Number = "D-2026-000001";
    public const string Figure = "verified.total";

    public static readonly Guid Park = Persona.Named(201);

    public static readonly DisputeRaised Raised = new(Park, Number, 2025, Figure, 1, new(2026, 11, 27));
    public static readonly DisputeTakenUp ForBody = new(Park, Number, 2025, Figure, Respondent.Body, Persona.VerificationBody, "请核对燃煤量。", new(2026, 12, 11));
    public static readonly DisputeTakenUp ForPark = ForBody with { Respondent = Respondent.Park, RespondentId = Persona.ParkBody };
    public static readonly DisputeDeclined Declined = new(Park, Number, 2025, Figure, "没有指出数字的问题。");
    public static readonly DisputeAnswered Answered = new(Park, Number, 2025, Figure, Respondent.Body, "已核对进厂煤单据。", new(2027, 1, 4));
    public static readonly DisputeConcluded Upheld = new(Park, Number, 2025, Figure, DisputeOutcome.Upheld, "单据与数字不符。");

    public static readonly PilotRegistry.EventStore.DomainEvent[] All = [Raised, ForBody, Declined, Answered, Upheld];
}
