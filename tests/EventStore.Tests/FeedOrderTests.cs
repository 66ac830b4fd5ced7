using Npgsql;
using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>Decision 2 of the architecture: commits are concurrent, and still no event is skipped and each stream stays in order.</summary>
public sealed class FeedOrderTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>
{
    [Fact]
    public async Task A_transaction_older_than_the_streams_last_event_still_comes_after_it()
    {
        var id = await AppendInAnOldTransactionAsync(greatest: true);

        Assert.Equal([1, 2, 3], await VersionsInFeedAsync(id));
    }

    /// <summary>Proof that the test above would notice: the same with statements that take their own transaction's id.</summary>
    [Fact]
    public async Task Without_the_greatest_of_both_transactions_the_feed_would_run_backwards()
    {
        var id = await AppendInAnOldTransactionAsync(greatest: false);

        Assert.Equal([1, 3, 2], await VersionsInFeedAsync(id));
    }

    [Fact]
    public async Task A_transaction_that_stays_open_holds_the_feed_back_and_nothing_is_skipped()
    {
        var (before, slow, quick) = (await metering.InstallAsync(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var connection = await metering.Serving.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await AppendAsync(connection, slow, history: [], new MeterInstalled("Slow"));
        await metering.Store().StartAsync(MeterState.Stream, quick, s => Meter.Install(s, "Quick"));

        var seen = await metering.ReadFeedAsync(read => read.Any(r => r.StreamId == before));
        var ahead = await metering.Feed.ReadAsync(seen[^1].Position, limit: 1000);
        Assert.DoesNotContain(seen.Concat(ahead), r => r.StreamId == slow || r.StreamId == quick);

        await transaction.CommitAsync();
        var order = (await metering.ReadFeedAsync(read => read.Any(r => r.StreamId == quick))).Select(r => r.StreamId).ToList();
        Assert.True(order.IndexOf(before) < order.IndexOf(slow));
        Assert.True(order.IndexOf(slow) < order.IndexOf(quick));
    }

    [Fact]
    public async Task A_transaction_that_is_rolled_back_leaves_a_gap_in_the_sequence_and_none_in_the_feed()
    {
        var (first, undone, second) = (await metering.InstallAsync(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var connection = await metering.Serving.Source.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await AppendAsync(connection, undone, history: [], new MeterInstalled("Undone"));
            await transaction.RollbackAsync();
        }

        await metering.Store().StartAsync(MeterState.Stream, second, s => Meter.Install(s, "Second"));

        var read = await metering.ReadFeedAsync(read => read.Any(r => r.StreamId == second));
        Assert.Contains(read, r => r.StreamId == first);
        Assert.DoesNotContain(read, r => r.StreamId == undone);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public async Task The_size_of_a_page_changes_nothing(int page)
    {
        var id = await metering.InstallAsync();
        var several = Decision.Of(new ReadingTaken(1, 1m, "manual"), new ReadingTaken(2, 1m, "manual"), new ReadingTaken(3, 1m, "manual"));
        await metering.Store().ExecuteAsync(MeterState.Stream, id, 1, _ => several);

        var read = await metering.ReadFeedAsync(read => read.Count(r => r.StreamId == id) == 4, page);

        Assert.Equal([1, 2, 3, 4], read.Where(r => r.StreamId == id).Select(r => r.Version));
        Assert.Equal(read.Count, read.Select(r => r.Position).Distinct().Count());
    }

    [Fact]
    public async Task The_lag_counts_what_lies_after_a_position()
    {
        var id = await metering.InstallAsync();
        var position = (await metering.ReadFeedAsync(read => read.Any(r => r.StreamId == id))).Single(r => r.StreamId == id).Position;
        var before = await metering.Feed.LagAsync(position);

        await metering.ReadMeterAsync(id, number: 1);
        await metering.ReadMeterAsync(id, number: 2);

        Assert.Equal(before + 2, await metering.Feed.LagAsync(position));
    }

    /// <summary>Begins a transaction, writes elsewhere, lets another append to the stream, then appends.</summary>
    private async Task<Guid> AppendInAnOldTransactionAsync(bool greatest)
    {
        var id = await metering.InstallAsync();
        await using var connection = await metering.Serving.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await AppendAsync(connection, Guid.CreateVersion7(), history: [], new MeterInstalled("Elsewhere"));
        await metering.ReadMeterAsync(id, number: 1);
        await AppendAsync(connection, id, await metering.Store().ReadAsync(id), new ReadingTaken(2, 1m, "manual"), greatest);
        await transaction.CommitAsync();
        return id;
    }

    private async Task<IEnumerable<int>> VersionsInFeedAsync(Guid id) =>
        (await metering.ReadFeedAsync(read => read.Count(r => r.StreamId == id) == 3))
        .Where(r => r.StreamId == id).Select(r => (int)r.Version);

    private static async Task AppendAsync(
        NpgsqlConnection connection, Guid id, IReadOnlyList<Recorded> history, DomainEvent happened, bool greatest = true)
    {
        await using var batch = new NpgsqlBatch(connection);
        MeteringDatabase.AppendTo(
            batch, id, history, [new(Guid.CreateVersion7(), Metering.Catalogue.AliasOf(happened), Metering.Catalogue.Write(happened))]);
        if (!greatest)
        {
            var kept = batch.BatchCommands[0].CommandText;
            batch.BatchCommands[0].CommandText = kept.Replace(AppendCommands.Later, "pg_current_xact_id()", StringComparison.Ordinal);
            Assert.NotEqual(kept, batch.BatchCommands[0].CommandText);
        }

        await batch.ExecuteNonQueryAsync();
    }
}
