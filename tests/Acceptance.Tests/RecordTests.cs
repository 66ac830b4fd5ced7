using PilotRegistry.Contracts;
using PilotRegistry.Testing;

namespace PilotRegistry.Acceptance;

/// <summary>Facts are stored, screens are disposable.</summary>
[Collection(nameof(AcceptanceService))]
public sealed class RecordTests(AcceptanceService service)
{
    private static readonly ApprovedEvents Events = new(
        "Acceptance", typeof(AcceptanceState).Assembly,
        Fixtures.Requested, Fixtures.Passed, Fixtures.Granted, Fixtures.Refused, new RestatementNoted(Fixtures.Park, Fixtures.Year, 2, "national", "重新核查后再议。"));

    [Fact]
    public void Every_event_is_stored_in_its_approved_shape() => Events.MatchTheirFiles();

    [Fact]
    public void Every_event_is_understood() => Events.AreUnderstood(e => AcceptanceState.Evolve(AcceptanceState.Stream.Initial, e));

    [Fact]
    public async Task Every_view_is_rebuilt_from_the_events_to_the_same_bytes()
    {
        await service.RequestedAsync();
        await service.EvaluatedAsync(passed: false);
        await service.DecidedAsync(accepted: false);
        await service.DecidedAsync(accepted: true);
        await service.AssertViewsRebuildToTheSameBytesAsync();
    }
}
