using Npgsql;
using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>Views are written with the events and read by parameters only.</summary>
public sealed class ViewTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>
{
    private ViewReader Reader => new(metering.Serving);

    [Fact]
    public async Task You_read_what_you_wrote()
    {
        var (id, clock) = (Guid.CreateVersion7(), new TestClock(Metering.Now));
        await metering.Store(clock).StartAsync(MeterState.Stream, id, s => Meter.Install(s, "East"));
        await metering.Store(clock).ExecuteAsync(MeterState.Stream, id, 1, s => Meter.Read(s, 1));

        Assert.Equal(
            new Seen<MeterRow>(id, 2, new MeterRow("East", 1, 1.5m, Metering.Now, "vera", Sealed: false)),
            await Reader.FindAsync(MeterViews.Meters, id));
    }

    [Fact]
    public async Task A_row_goes_when_there_is_nothing_to_show_any_more()
    {
        var id = await metering.InstallAsync();
        Assert.NotNull(await Reader.FindAsync(MeterViews.OpenMeters, id));

        await metering.Store().ExecuteAsync(MeterState.Stream, id, 1, Meter.Seal);

        Assert.Null(await Reader.FindAsync(MeterViews.OpenMeters, id));
    }

    [Fact]
    public async Task When_a_row_cannot_be_written_the_event_is_not_recorded_either()
    {
        var id = await metering.InstallAsync();
        await metering.AsOwnerAsync("alter table view_open_meters_1 add constraint never check (row->>'place' <> 'Nowhere')");
        var nowhere = Guid.CreateVersion7();

        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            metering.Store().StartAsync(MeterState.Stream, nowhere, s => Meter.Install(s, "Nowhere")));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
        Assert.Empty(await metering.Store().ReadAsync(nowhere));
        Assert.Equal("", await metering.TextAsync("select id from mt_streams where id = $1", nowhere));
        Assert.Null(await Reader.FindAsync(MeterViews.Meters, nowhere));
        Assert.NotNull(await Reader.FindAsync(MeterViews.Meters, id));
    }

    [Fact]
    public async Task A_row_that_cannot_be_written_leaves_an_older_row_as_it_was()
    {
        var id = await metering.InstallAsync();
        await metering.AsOwnerAsync("alter table view_meters_1 add constraint few check ((row->>'readings')::int < 1) not valid");
        try
        {
            await Assert.ThrowsAsync<PostgresException>(() => metering.ReadMeterAsync(id, number: 1, seen: 1));
        }
        finally
        {
            await metering.AsOwnerAsync("alter table view_meters_1 drop constraint few");
        }

        Assert.Equal(1, (await Reader.FindAsync(MeterViews.Meters, id))!.Version);
        Assert.Equal(new Outcome.Done(id, 2, Changed: true), await metering.ReadMeterAsync(id, number: 1, seen: 1));
    }

    [Fact]
    public async Task Rows_are_listed_by_id_a_page_at_a_time()
    {
        var place = $"Place {Guid.NewGuid()}";
        Guid[] ids = [.. (await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => InstallAsync(place)))).Order()];

        var first = await Reader.ListAsync(MeterViews.Meters, $"row->>'place' = {place}", limit: 3);
        var second = await Reader.ListAsync(MeterViews.Meters, $"row->>'place' = {place}", first[^1].Id, limit: 3);

        Assert.Equal(ids, first.Concat(second).Select(r => r.Id));
        Assert.Equal((3, 2), (first.Count, second.Count));
    }

    [Theory]
    [InlineData("' or true --")]
    [InlineData("$1")]
    [InlineData("{0}")]
    [InlineData("\\'; drop table view_meters_1; --")]
    public async Task What_a_caller_types_is_only_ever_a_value(string typed)
    {
        await metering.InstallAsync();
        var id = await InstallAsync(typed);

        Assert.Equal(id, (await Reader.ListAsync(MeterViews.Meters, $"row->>'place' = {typed} and id = {id}")).Single().Id);
        Assert.All(await Reader.ListAsync(MeterViews.Meters, $"row->>'place' = {typed}"), r => Assert.Equal(typed, r.Row.Place));
    }

    [Theory]
    [InlineData("Meters")]
    [InlineData("meters; drop table mt_events")]
    [InlineData("meters\"")]
    public void Only_a_plain_name_can_become_a_table(string name) =>
        Assert.Throws<ArgumentException>(() => new View<MeterRow>(name, "meter", MeterViews.Apply));

    private async Task<Guid> InstallAsync(string place)
    {
        var id = Guid.CreateVersion7();
        await metering.Store().StartAsync(MeterState.Stream, id, s => Meter.Install(s, place));
        return id;
    }
}
