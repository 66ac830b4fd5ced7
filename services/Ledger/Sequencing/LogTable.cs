using Npgsql;
using NpgsqlTypes;
using PilotRegistry.Ledger.Keys;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger.Sequencing;

/// <summary>Leaves that a source gave, and where it goes on.</summary>
public sealed record Pulled(string Source, IReadOnlyList<byte[]> Leaves, string Next);

/// <summary>Where a stream of a source stands.</summary>
public sealed record StreamTip(long Version, Digest Hash);

/// <summary>The log in the database: one number after the other, whatever happens.</summary>
public sealed class LogTable(NpgsqlDataSource database)
{
    /// <summary>A new sequencer begins; whoever was it before is not any more.</summary>
    public async Task<long> BeginAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("update epochs set epoch = epoch + 1 returning epoch");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>The number of whoever sequences now.</summary>
    public async Task<long> EpochAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select epoch from epochs");
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>What the log says of its own keys.</summary>
    public async Task<KeyRecord> KeysAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select leaf from entries where source = $1 order by index");
        command.Parameters.Add(new() { Value = KeyNews.Source });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var leaves = new List<Leaf>();
        while (await reader.ReadAsync(cancel))
        {
            leaves.Add(Leaf.Read(reader.GetFieldValue<byte[]>(0)));
        }

        return new(leaves);
    }

    public async Task<ulong> SizeAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select coalesce(max(index) + 1, 0) from entries");
        return (ulong)(long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Where to go on reading a source; null at its beginning.</summary>
    public async Task<string?> PlaceAsync(string source, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select place from cursors where source = $1");
        command.Parameters.Add(new() { Value = source });
        return (string?)await command.ExecuteScalarAsync(cancel);
    }

    public async Task<IReadOnlyDictionary<string, StreamTip>> TipsAsync(string source, IEnumerable<string> streams, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select stream, version, hash from tips where source = $1 and stream = any($2)");
        command.Parameters.Add(new() { Value = source });
        command.Parameters.Add(new() { Value = streams.Distinct(StringComparer.Ordinal).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var tips = new Dictionary<string, StreamTip>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel))
        {
            tips.Add(reader.GetString(0), new(reader.GetInt64(1), new Digest(reader.GetFieldValue<byte[]>(2))));
        }

        return tips;
    }

    /// <summary>Numbers leaves and moves the cursor, all or nothing.</summary>
    /// <param name="events">Their events, in their order.</param>
    /// <param name="moved">Where their streams stand with them.</param>
    /// <exception cref="SupersededException">Another process sequences now.</exception>
    public async Task AppendAsync(
        long epoch, Pulled pulled, IReadOnlyList<Guid> events, IReadOnlyDictionary<string, StreamTip> moved, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var fence = new NpgsqlCommand("update epochs set epoch = epoch where epoch = $1", connection, transaction) { Parameters = { new() { Value = epoch } } };
        if (await fence.ExecuteNonQueryAsync(cancel) == 0)
        {
            throw new SupersededException();
        }

        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new(
                    """
                    insert into entries (index, source, event_id, leaf)
                    select (select coalesce(max(index), -1) from entries) + place, $1, event_id, leaf from unnest($2, $3) with ordinality as u (event_id, leaf, place)
                    """)
                {
                    Parameters = { new() { Value = pulled.Source }, new() { Value = events.ToArray() }, new() { Value = pulled.Leaves.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea } },
                },
                new(
                    """
                    insert into tips (source, stream, version, hash) select $1, * from unnest($2, $3, $4)
                    on conflict (source, stream) do update set version = excluded.version, hash = excluded.hash
                    """)
                {
                    Parameters =
                    {
                        new() { Value = pulled.Source }, new() { Value = moved.Keys.ToArray() }, new() { Value = moved.Values.Select(t => t.Version).ToArray() },
                        new() { Value = moved.Values.Select(t => t.Hash.ToArray()).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
                    },
                },
                new("insert into cursors (source, place) values ($1, $2) on conflict (source) do update set place = excluded.place")
                {
                    Parameters = { new() { Value = pulled.Source }, new() { Value = pulled.Next } },
                },
            },
        };
        await batch.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Entries in their order.</summary>
    public async Task<IReadOnlyList<byte[]>> ReadAsync(ulong from, int count, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select leaf from entries where index >= $1 order by index limit $2");
        command.Parameters.Add(new() { Value = (long)from });
        command.Parameters.Add(new() { Value = count });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var leaves = new List<byte[]>(count);
        while (await reader.ReadAsync(cancel))
        {
            leaves.Add(reader.GetFieldValue<byte[]>(0));
        }

        return leaves;
    }

    /// <summary>An event's place in the log and its leaf; null when it is not in it.</summary>
    public async Task<(ulong Index, byte[] Leaf)?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select index, leaf from entries where event_id = $1 order by index limit 1");
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? ((ulong)reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : null;
    }

    /// <summary>Where events stand, of those that are in the log.</summary>
    public async Task<IReadOnlyDictionary<Guid, ulong>> FindAllAsync(Guid[] events, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select event_id, index from entries where event_id = any($1)");
        command.Parameters.Add(new() { Value = events });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var places = new Dictionary<Guid, ulong>();
        while (await reader.ReadAsync(cancel))
        {
            places.TryAdd(reader.GetGuid(0), (ulong)reader.GetInt64(1));
        }

        return places;
    }
}

/// <summary>Another process has taken over the sequence; this one must stop.</summary>
public sealed class SupersededException() : Exception("Another process sequences the log now.");
