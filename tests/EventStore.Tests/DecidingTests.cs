using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>How a command ends: every outcome that HTTP tells apart.</summary>
public sealed class DecidingTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>
{
    private readonly Guid id = Guid.CreateVersion7();

    [Fact]
    public async Task A_stream_starts_at_version_one()
    {
        Assert.Equal(new Outcome.Done(id, 1, Changed: true), await InstallAsync());
        Assert.Equal(new MeterInstalled("East"), (await metering.Store().ReadAsync(id)).Single().Event);
    }

    [Fact]
    public async Task Starting_twice_is_done_and_changes_nothing()
    {
        await InstallAsync();

        Assert.Equal(new Outcome.Done(id, 1, Changed: false), await InstallAsync());
    }

    [Fact]
    public async Task A_command_on_a_stream_that_does_not_exist_finds_nothing() =>
        Assert.Equal(new Outcome.NotFound(), await metering.ReadMeterAsync(id, number: 1));

    [Fact]
    public async Task A_stream_of_another_type_is_not_found()
    {
        await metering.Store().StartAsync(SiteState.Stream, id, SiteState.Opening);

        Assert.Equal(new Outcome.NotFound(), await metering.ReadMeterAsync(id, number: 1));
        Assert.Equal(0, (await metering.Store().LoadAsync(MeterState.Stream, id)).Version);
    }

    [Fact]
    public async Task A_stream_cannot_start_under_the_id_of_another_type()
    {
        await metering.Store().StartAsync(SiteState.Stream, id, SiteState.Opening);

        Assert.Equal(new Outcome.Refused(TakenId.Refusal), await InstallAsync());
        Assert.Single(await metering.Store().ReadAsync(id));
    }

    [Fact]
    public async Task A_refusal_records_nothing()
    {
        await InstallAsync();
        await SealAsync(seen: 1);

        Assert.Equal(new Outcome.Refused(Meter.Sealed), await metering.ReadMeterAsync(id, number: 1, seen: 2));
        Assert.Equal(2, (await metering.Store().ReadAsync(id)).Count);
    }

    [Fact]
    public async Task A_refusal_is_told_even_to_who_looked_at_an_older_version()
    {
        await InstallAsync();
        await SealAsync(seen: 1);

        Assert.Equal(new Outcome.Refused(Meter.Sealed), await metering.ReadMeterAsync(id, number: 1, seen: 1));
    }

    [Fact]
    public async Task A_decision_on_an_older_version_is_stale_and_says_the_newer()
    {
        await InstallAsync();
        await metering.ReadMeterAsync(id, number: 1, seen: 1);

        Assert.Equal(new Outcome.Stale(2), await metering.ReadMeterAsync(id, number: 2, seen: 1));
        Assert.Equal(2, (await metering.Store().ReadAsync(id)).Count);
    }

    [Fact]
    public async Task A_decision_on_a_version_that_is_yet_to_come_is_stale()
    {
        await InstallAsync();

        Assert.Equal(new Outcome.Stale(1), await metering.ReadMeterAsync(id, number: 1, seen: 2));
    }

    [Fact]
    public async Task A_repeated_command_is_done_even_on_an_older_version()
    {
        await InstallAsync();
        await metering.ReadMeterAsync(id, number: 1, seen: 1);

        Assert.Equal(new Outcome.Done(id, 2, Changed: false), await metering.ReadMeterAsync(id, number: 1, seen: 1));
    }

    [Fact]
    public async Task Who_loses_a_race_decides_again_on_what_is_true_then()
    {
        await InstallAsync();
        var decided = 0;

        var outcome = await metering.Store().ExecuteAsync(MeterState.Stream, id, seen: null, state =>
        {
            // While the first decision is taken, somebody else takes the same reading.
            if (decided++ == 0)
            {
                metering.ReadMeterAsync(id, number: 1).GetAwaiter().GetResult();
            }

            return Meter.Read(state, number: 1);
        });

        Assert.Equal(new Outcome.Done(id, 2, Changed: false), outcome);
        Assert.Equal(2, decided);
    }

    [Fact]
    public async Task Who_loses_a_race_and_had_seen_a_version_is_stale()
    {
        await InstallAsync();
        var decided = 0;

        var outcome = await metering.Store().ExecuteAsync(MeterState.Stream, id, seen: 1, state =>
        {
            if (decided++ == 0)
            {
                metering.ReadMeterAsync(id, number: 1).GetAwaiter().GetResult();
            }

            return Meter.Read(state, number: 2);
        });

        Assert.Equal(new Outcome.Stale(2), outcome);
    }

    [Fact]
    public async Task Several_events_of_one_decision_are_consecutive()
    {
        await InstallAsync();
        var both = Decision.Of(new ReadingTaken(1, 2m, "manual"), new MeterSealed("Full"));

        Assert.Equal(new Outcome.Done(id, 3, Changed: true), await metering.Store().ExecuteAsync(MeterState.Stream, id, 1, _ => both));

        var history = await metering.Store().ReadAsync(id);
        Assert.Equal([1, 2, 3], history.Select(r => r.Version));
        Assert.Equal(both.Events, history.Skip(1).Select(r => r.Event));
    }

    private Task<Outcome> InstallAsync() => metering.Store().StartAsync(MeterState.Stream, id, s => Meter.Install(s, "East"));

    private Task<Outcome> SealAsync(long seen) => metering.Store().ExecuteAsync(MeterState.Stream, id, seen, Meter.Seal);
}
