using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.EventStore;

/// <summary>
/// All events of a service in an order that never changes and never skips. Commits are concurrent, so a plain sequence
/// would let a slow transaction appear behind a reader that has already passed it. The feed is therefore ordered by
/// (transaction_id, seq_id) and read only below the oldest transaction that is still running.
/// </summary>
public sealed class Feed(EventDatabase database)
{
    /// <summary>Up to <paramref name="limit"/> events after <paramref name="after"/>.</summary>
    public async Task<IReadOnlyList<Recorded>> ReadAsync(Position after, int limit, CancellationToken cancel = default)
    {
        await using var command = database.Source.CreateCommand(
            $"""
             select {RecordedReader.FeedColumns} from mt_events e
             where (e.transaction_id, e.seq_id) > ($1, $2) and e.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
             order by e.transaction_id, e.seq_id limit $3
             """);
        command.Parameters.Add(new NpgsqlParameter<ulong> { TypedValue = after.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after.Sequence });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        return await RecordedReader.ReadAllAsync(command, database.Catalogue, cancel);
    }

    /// <summary>How many events lie after <paramref name="after"/>, committed or about to be: the feed's lag.</summary>
    public async Task<long> LagAsync(Position after, CancellationToken cancel = default)
    {
        await using var command = database.Source.CreateCommand(
            "select count(*) from mt_events where (transaction_id, seq_id) > ($1, $2)");
        command.Parameters.Add(new NpgsqlParameter<ulong> { TypedValue = after.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after.Sequence });
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }
}
