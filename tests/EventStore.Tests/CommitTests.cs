using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>Decisions on several streams as one.</summary>
public sealed class CommitTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>
{
    [Fact]
    public async Task Two_streams_are_recorded_as_one()
    {
        var (site, meter) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        await metering.Store().CommitAsync([Opens(site), Installs(meter)]);

        Assert.Single(await metering.Store().ReadAsync(site));
        Assert.Single(await metering.Store().ReadAsync(meter));
    }

    [Fact]
    public async Task When_one_stream_has_moved_neither_is_recorded()
    {
        var (site, meter) = (Guid.CreateVersion7(), await metering.InstallAsync());

        await Assert.ThrowsAsync<StreamMovedException>(() => metering.Store().CommitAsync([Opens(site), Installs(meter)]));

        Assert.Empty(await metering.Store().ReadAsync(site));
        Assert.Single(await metering.Store().ReadAsync(meter));
        Assert.Equal("", await metering.TextAsync("select id from mt_streams where id = $1", site));
    }

    [Fact]
    public async Task Two_callers_with_the_same_streams_in_opposite_order_never_wait_for_each_other()
    {
        Guid[] meters = [await metering.InstallAsync(), await metering.InstallAsync()];

        await Task.WhenAll(Enumerable.Range(0, 40).Select(n => ReadBothAsync(n % 2 == 0 ? meters : [.. meters.Reverse()], n)));

        foreach (var meter in meters)
        {
            Assert.Equal(Enumerable.Range(1, 41).Select(n => (long)n), (await metering.Store().ReadAsync(meter)).Select(r => r.Version));
        }
    }

    [Fact]
    public async Task Streams_read_together_stand_as_at_one_moment()
    {
        Guid[] meters = [await metering.InstallAsync(), await metering.InstallAsync()];
        var writing = Task.Run(async () =>
        {
            for (var n = 0; n < 100; n++) await ReadBothAsync(meters, n);
        });

        while (!writing.IsCompleted)
        {
            var seen = await metering.Store().ReadTogetherAsync(MeterState.Stream, meters);
            Assert.Equal(seen[meters[0]].Count(), seen[meters[1]].Count());
        }

        await writing;
    }

    [Fact]
    public async Task A_decision_without_events_leaves_no_trace()
    {
        var site = Guid.CreateVersion7();

        await metering.Store().CommitAsync([new("site", site, [], [])]);

        Assert.Equal("", await metering.TextAsync("select id from mt_streams where id = $1", site));
    }

    [Fact]
    public async Task A_commit_wakes_those_who_wait_for_it()
    {
        await using var database = Metering.Connect(metering.Server.Serving);
        var woken = 0;
        database.Committed += () => woken++;

        await metering.Store(database: database).CommitAsync([Opens(Guid.CreateVersion7())]);

        Assert.Equal(1, woken);
    }

    [Fact]
    public async Task Who_loses_a_race_for_one_of_several_streams_decides_again_on_what_is_true_then()
    {
        var (site, meter) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var decided = 0;

        var outcome = await metering.Store().DecideAllAsync(async () =>
        {
            var (_, version) = await metering.Store().LoadAsync(SiteState.Stream, site);
            if (decided++ == 0)
            {
                await metering.Store().CommitAsync([Opens(site), Installs(meter)]);
            }

            return new(site, version, version == 0 ? new SiteOpened("East") : Decision.Nothing, [Opens(site), Installs(meter)]);
        });

        Assert.Equal((new Outcome.Done(site, 1, Changed: false), 2), (outcome, decided));
        Assert.Single(await metering.Store().ReadAsync(meter));
    }

    [Fact]
    public async Task When_one_of_several_ids_names_something_else_all_are_refused()
    {
        var (site, meter) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await metering.Store().CommitAsync([Opens(meter)]);

        var outcome = await metering.Store().DecideAllAsync(
            () => Task.FromResult(new JointDecision(site, 0, new SiteOpened("East"), [Opens(site), Installs(meter)])));

        Assert.Equal(new Outcome.Refused(TakenId.Refusal), outcome);
        Assert.Empty(await metering.Store().ReadAsync(site));
    }

    [Fact]
    public async Task A_decision_that_does_not_look_at_what_it_writes_to_ends_as_the_bug_it_is()
    {
        var meter = await metering.InstallAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => metering.Store().DecideAllAsync(
            () => Task.FromResult(new JointDecision(meter, 0, new MeterInstalled("East"), [Installs(meter)]))));
    }

    private static Append Opens(Guid site) => new("site", site, [], [new SiteOpened("East")]);

    private static Append Installs(Guid meter) => new("meter", meter, [], [new MeterInstalled("East")]);

    private async Task ReadBothAsync(Guid[] meters, int number)
    {
        while (true)
        {
            var reading = new ReadingTaken(number, 1m, "manual");
            Append[] appends =
            [
                new("meter", meters[0], await metering.Store().ReadAsync(meters[0]), [reading]),
                new("meter", meters[1], await metering.Store().ReadAsync(meters[1]), [reading])
            ];
            try
            {
                await metering.Store().CommitAsync(appends);
                return;
            }
            catch (StreamMovedException)
            {
                // Another was faster.
            }
        }
    }
}
