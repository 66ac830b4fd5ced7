using Npgsql;
using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>Screens are disposable: a view is rebuilt from the events to the same bytes.</summary>
public sealed class RebuildTests : IAsyncLifetime
{
    private const string Meters = "select id, version, row::text from view_meters_1 order by id";

    private const string OpenMeters = "select id, version, row::text from view_open_meters_1 order by id";

    private readonly MeteringDatabase metering = new();

    public Task InitializeAsync() => metering.InitializeAsync();

    public Task DisposeAsync() => metering.DisposeAsync();

    [Fact]
    public async Task A_rebuilt_view_has_the_same_bytes()
    {
        await PlayAsync(streams: 30);
        var before = await BothAsync();

        await RebuildAsync();

        Assert.Equal(before, await BothAsync());
    }

    [Fact]
    public async Task Rows_that_are_missing_wrong_or_nobodys_are_mended()
    {
        await PlayAsync(streams: 30);
        var before = await BothAsync();
        await metering.AsServingAsync("delete from view_meters_1 where (row->>'readings')::int = 2");
        await metering.AsServingAsync("update view_meters_1 set version = version + 100, row = '{}' where (row->>'sealed')::boolean");
        await metering.AsServingAsync("insert into view_open_meters_1 select id, 100, '{}' from view_meters_1 on conflict do nothing");
        await metering.AsServingAsync("insert into view_meters_1 values (gen_random_uuid(), 1, '{}')");
        Assert.NotEqual(before, await BothAsync());

        await RebuildAsync();

        Assert.Equal(before, await BothAsync());
    }

    [Fact]
    public async Task A_dropped_view_stops_the_service_until_it_is_migrated_and_then_has_the_same_bytes()
    {
        await PlayAsync(streams: 30);
        var before = await BothAsync();
        await metering.AsOwnerAsync("drop table view_meters_1");
        await Assert.ThrowsAsync<InvalidOperationException>(() => Migration.VerifyAsync(metering.Serving, []));

        await metering.MigrateAsync();

        await Migration.VerifyAsync(metering.Serving, []);
        Assert.Equal(before, await BothAsync());
    }

    [Fact]
    public async Task A_rebuild_while_writers_run_ends_with_the_same_bytes()
    {
        await PlayAsync(streams: 300);
        var writing = Task.WhenAll(PlayAsync(streams: 150), PlayAsync(streams: 150));
        var rebuilds = 0;
        for (; !writing.IsCompleted || rebuilds == 0; rebuilds++)
        {
            await RebuildAsync();
        }

        await writing;
        var after = await BothAsync();
        await RebuildAsync();

        Assert.Equal(after, await BothAsync());
        Assert.Equal(600, after.Split('\n').Count(line => line.Contains("tonnes", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_row_that_goes_while_it_is_rebuilt_does_not_come_back()
    {
        var id = await metering.InstallAsync();
        var history = await metering.Store().ReadAsync(id);
        await using var connection = await metering.Serving.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await SealAsync(connection, id, history);

        var rebuild = ViewWriter.RebuildAsync(metering.Serving, MeterViews.OpenMeters);
        await SomebodyWaitsAsync();
        await transaction.CommitAsync();
        await rebuild;

        Assert.Equal("", await metering.TextAsync(OpenMeters));
    }

    [Fact]
    public async Task Old_shapes_are_shown_as_the_newest_says()
    {
        var id = await metering.InstallAsync();
        await metering.AppendRawAsync(id, ("tests.reading-taken.v1", """{ "number": 4, "kilograms": "1500" }"""));

        await RebuildAsync();

        Assert.Equal("(2,1.5)", await metering.TextAsync("select version, row->>'tonnes' from view_meters_1 where id = $1", id));
    }

    private async Task PlayAsync(int streams)
    {
        for (var n = 0; n < streams; n++)
        {
            var id = await metering.InstallAsync();
            for (var reading = 0; reading < n % 4; reading++)
            {
                await metering.ReadMeterAsync(id, reading);
            }

            if (n % 3 == 0)
            {
                await metering.Store().ExecuteAsync(MeterState.Stream, id, seen: null, Meter.Seal);
            }
        }
    }

    private async Task<string> BothAsync() => $"{await metering.TextAsync(Meters)}\n{await metering.TextAsync(OpenMeters)}";

    /// <summary>As <c>--rebuild</c> does it: as the serving role.</summary>
    private async Task RebuildAsync()
    {
        foreach (var view in Metering.Views)
        {
            await ViewWriter.RebuildAsync(metering.Serving, view);
        }
    }

    private static async Task SealAsync(NpgsqlConnection connection, Guid id, IReadOnlyList<Recorded> history)
    {
        var happened = new MeterSealed("Full");
        var added = new NewEvent(Guid.CreateVersion7(), "tests.meter-sealed.v1", Metering.Catalogue.Write(happened));
        var after = history.Append(history[0] with { Version = 2, Event = happened }).ToList();
        await using var batch = new NpgsqlBatch(connection);
        MeteringDatabase.AppendTo(batch, id, history, [added]);
        batch.BatchCommands.Add(ViewWriter.Put(MeterViews.OpenMeters, id, after, Metering.Catalogue));
        await batch.ExecuteNonQueryAsync();
    }

    private async Task SomebodyWaitsAsync()
    {
        while (await metering.TextAsync(
            "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == "")
        {
            await Task.Yield();
        }
    }
}
