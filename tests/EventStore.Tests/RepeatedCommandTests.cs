using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>A command under a key is recorded once, however often and however fast it comes.</summary>
public sealed class RepeatedCommandTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>
{
    [Fact]
    public async Task A_repeat_is_told_what_was_recorded_and_is_not_decided_again()
    {
        var (store, id) = (Keyed(), await metering.InstallAsync());
        var first = await store.ExecuteAsync(MeterState.Stream, id, seen: 1, _ => Reading(1));
        await metering.ReadMeterAsync(id, number: 2);

        var again = await store.ExecuteAsync(MeterState.Stream, id, seen: 1, _ => throw new InvalidOperationException("Decided again."));

        Assert.Equal(new Outcome.Done(id, 2, Changed: true), first);
        Assert.Equal(first, again);
        Assert.Equal(3, (await store.ReadAsync(id)).Count);
    }

    [Fact]
    public async Task The_same_command_of_twenty_at_once_is_recorded_once()
    {
        var (key, id) = (NewKey(), await metering.InstallAsync());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => Keyed(key).ExecuteAsync(MeterState.Stream, id, seen: null, state => Reading(state.Readings.Count))));

        Assert.All(outcomes, outcome => Assert.Equal(new Outcome.Done(id, 2, Changed: true), outcome));
        Assert.Equal(2, (await metering.Store().ReadAsync(id)).Count);
    }

    [Fact]
    public async Task The_same_command_of_twenty_transactions_at_once_is_recorded_once()
    {
        var (key, id) = (NewKey(), await metering.InstallAsync());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => Keyed(key).TransactAsync(MeterState.Stream, id, seen: null, (state, _) => Task.FromResult<Decision>(Reading(state.Readings.Count)))));

        Assert.All(outcomes, outcome => Assert.Equal(new Outcome.Done(id, 2, Changed: true), outcome));
        Assert.Equal(2, (await metering.Store().ReadAsync(id)).Count);
    }

    [Fact]
    public async Task What_a_command_begins_has_the_same_id_however_often_it_is_begun()
    {
        var key = NewKey();
        var (first, again) = (Keyed(key), Keyed(key));

        Assert.Equal(first.NewId("meter"), again.NewId("meter"));
        Assert.NotEqual(first.NewId("meter"), first.NewId("site"));
        Assert.NotEqual(first.NewId("meter"), Keyed().NewId("meter"));
        Assert.Equal(7, first.NewId("meter").Version);
        Assert.Equal(key.Since.ToUnixTimeMilliseconds(), Convert.ToInt64(first.NewId("meter").ToString("N")[..12], 16));
    }

    [Fact]
    public async Task A_decision_that_adds_nothing_is_taken_again()
    {
        var (store, id) = (Keyed(), await metering.InstallAsync());
        Assert.Equal(new Outcome.Done(id, 1, Changed: false), await store.ExecuteAsync(MeterState.Stream, id, seen: null, _ => Decision.Nothing));
        Assert.Equal(new Outcome.Done(id, 2, Changed: true), await store.ExecuteAsync(MeterState.Stream, id, seen: null, _ => Reading(1)));
    }

    [Fact]
    public async Task A_command_that_is_forgotten_is_a_new_one()
    {
        var (key, id) = (NewKey(), await metering.InstallAsync());
        await Keyed(key).ExecuteAsync(MeterState.Stream, id, seen: null, _ => Reading(1));
        await Store.ForgetCommandsAsync(metering.Serving, DateTimeOffset.UtcNow.AddSeconds(1));
        Assert.Equal(new Outcome.Done(id, 3, Changed: true), await Keyed(key).ExecuteAsync(MeterState.Stream, id, seen: null, _ => Reading(2)));
    }

    private static CommandKey NewKey() => new(Guid.NewGuid(), Metering.Now);

    private static ReadingTaken Reading(int number) => new(number, 1m, "manual");

    private Store Keyed(CommandKey? key = null) => new(metering.Serving, Metering.Vera, TimeProvider.System, key ?? NewKey());
}
