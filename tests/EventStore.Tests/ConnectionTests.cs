using Npgsql;
using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>
/// Connections are used again without a reset and statements stay prepared on them. With a pool of one connection, whatever
/// a use leaves behind meets the next one.
/// </summary>
public sealed class ConnectionTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>, IAsyncLifetime
{
    private EventDatabase one = null!;

    private Store Store => metering.Store(database: one);

    public Task InitializeAsync()
    {
        one = Metering.Connect(new NpgsqlConnectionStringBuilder(metering.Server.Serving) { MaxPoolSize = 1 }.ConnectionString);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await one.DisposeAsync();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_lost_race_leaves_the_connection_sound(int usesBefore)
    {
        var id = await metering.InstallAsync();
        for (var n = 1; n <= usesBefore; n++)
        {
            await Store.ExecuteAsync(MeterState.Stream, id, n, s => Meter.Read(s, n));
        }

        for (var n = 0; n < 3; n++)
        {
            await Assert.ThrowsAsync<StreamMovedException>(() => Store.CommitAsync(
                [new("site", Guid.CreateVersion7(), [], [new SiteOpened("East")]), new("meter", id, [], [new MeterInstalled("Again")])]));
        }

        Assert.Equal(new Outcome.Done(id, usesBefore + 2, Changed: true), await ReadAsync(id, 100, seen: usesBefore + 1));
    }

    [Fact]
    public async Task A_transaction_that_somebody_forgot_is_undone_when_the_connection_comes_back()
    {
        var id = await metering.InstallAsync();
        await using (var connection = await one.Source.OpenConnectionAsync())
        {
            await using var begin = new NpgsqlCommand("begin; update mt_streams set version = 9", connection);
            await begin.ExecuteNonQueryAsync();
        }

        Assert.Equal(new Outcome.Done(id, 2, Changed: true), await ReadAsync(id, 1, seen: 1));
        Assert.Equal(2, (await metering.Store().ReadAsync(id)).Count);
    }

    [Fact]
    public async Task An_append_that_is_cancelled_while_it_waits_leaves_nothing_and_a_sound_connection()
    {
        var id = await metering.InstallAsync();
        await using var other = await metering.Serving.Source.OpenConnectionAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("select from mt_streams where id = $1 for update", other, transaction)
        {
            Parameters = { new() { Value = id } },
        };
        await hold.ExecuteNonQueryAsync();
        using var cancel = new CancellationTokenSource();

        var waiting = Store.ExecuteAsync(MeterState.Stream, id, 1, s => Meter.Read(s, 1), cancel.Token);
        await SomebodyWaitsAsync();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await transaction.RollbackAsync();

        Assert.Single(await Store.ReadAsync(id));
        Assert.Equal(new Outcome.Done(id, 2, Changed: true), await ReadAsync(id, 1, seen: 1));
    }

    [Fact]
    public async Task A_reader_that_stops_in_the_middle_leaves_a_sound_connection()
    {
        var id = await metering.InstallAsync();
        await metering.AppendRawAsync(id, ("tests.gone.v1", "{}"), ("tests.gone.v1", "{}"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.ReadAsync(id));

        Assert.Single(await Store.ReadAsync(await metering.InstallAsync()));
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_is_replaced()
    {
        var id = await metering.InstallAsync();
        await using var asking = one.Source.CreateCommand("select pg_backend_pid()");
        var connection = (int)(await asking.ExecuteScalarAsync())!;
        await metering.AsServingAsync("select pg_terminate_backend($1, 5000)", connection);

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => Store.ReadAsync(id));

        Assert.Single(await Store.ReadAsync(id));
    }

    [Fact]
    public async Task A_very_long_append_is_one_append()
    {
        var id = await metering.InstallAsync();
        var readings = Decision.Of([.. Enumerable.Range(0, 5000).Select(n => new ReadingTaken(n, 1m, "manual"))]);

        Assert.Equal(new Outcome.Done(id, 5001, Changed: true), await Store.ExecuteAsync(MeterState.Stream, id, 1, _ => readings));

        Assert.Equal(Enumerable.Range(1, 5001).Select(v => (long)v), (await Store.ReadAsync(id)).Select(r => r.Version));
    }

    [Fact]
    public async Task A_plan_that_is_made_while_its_table_is_nearly_empty_does_not_read_all_of_it()
    {
        var id = await metering.InstallAsync();
        await metering.AsOwnerAsync("vacuum analyze mt_streams");

        await using var command = one.Source.CreateCommand($"explain select version from mt_streams where id = '{id}'");

        Assert.StartsWith("Index Scan using mt_streams_pkey", (string)(await command.ExecuteScalarAsync())!);
    }

    private Task<Outcome> ReadAsync(Guid id, int number, long seen) =>
        Store.ExecuteAsync(MeterState.Stream, id, seen, s => Meter.Read(s, number));

    private async Task SomebodyWaitsAsync()
    {
        const string waiting = "select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
        while (await metering.TextAsync(waiting) == "")
        {
            await Task.Yield();
        }
    }
}
