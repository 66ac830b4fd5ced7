using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.EventStore;

/// <summary>A leaf in its place in the feed.</summary>
public sealed record SealedLeaf(Position Position, byte[] Leaf);

/// <summary>The leaves of a service in the order of its <see cref="Feed"/>: what the public log takes, one after the other, and never skips.</summary>
public sealed class Leaves(EventDatabase database)
{
    /// <summary>The leaf of an event; null when there is none.</summary>
    public async Task<byte[]?> FindAsync(Guid id, CancellationToken cancel = default)
    {
        await using var command = database.Source.CreateCommand("select leaf from leaves where event_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return (byte[]?)await command.ExecuteScalarAsync(cancel);
    }

    /// <summary>
    /// Up to <paramref name="limit"/> leaves after <paramref name="after"/>, at most to the first event that is not sealed yet: while older
    /// events get their leaves, newer ones wait.
    /// </summary>
    public async Task<IReadOnlyList<SealedLeaf>> ReadAsync(Position after, int limit, CancellationToken cancel = default)
    {
        await using var command = database.Source.CreateCommand(
            """
            select e.transaction_id, e.seq_id, l.leaf from mt_events e left join leaves l on l.event_id = e.id
            where (e.transaction_id, e.seq_id) > ($1, $2) and e.transaction_id < pg_snapshot_xmin(pg_current_snapshot())
            order by e.transaction_id, e.seq_id limit $3
            """);
        command.Parameters.Add(new NpgsqlParameter<ulong> { TypedValue = after.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after.Sequence });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var leaves = new List<SealedLeaf>();
        while (await reader.ReadAsync(cancel) && !reader.IsDBNull(2))
        {
            leaves.Add(new(new Position(reader.GetFieldValue<ulong>(0), reader.GetInt64(1)), reader.GetFieldValue<byte[]>(2)));
        }

        return leaves;
    }
}
