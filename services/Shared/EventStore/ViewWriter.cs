using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.EventStore;

/// <summary>Writes and rebuilds the rows of views.</summary>
public static class ViewWriter
{
    private const int StreamsPerBatch = 200;

    /// <summary>
    /// Folds every stream again, a batch of streams at a time, so that no transaction is long and the service may keep
    /// serving: a row depends on its own stream only, and a newer row is never overwritten by an older one.
    /// </summary>
    public static async Task RebuildAsync(EventDatabase database, View view, CancellationToken cancel = default)
    {
        await using (var clear = database.Source.CreateCommand($"delete from {view.Table}"))
        {
            await clear.ExecuteNonQueryAsync(cancel);
        }

        var after = Guid.Empty;
        while (await NextStreamsAsync(database, view.Stream, after, cancel) is { Length: > 0 } streams)
        {
            await using var command = database.Source.CreateCommand(
                $"select {RecordedReader.Columns} from mt_events where stream_id = any($1) order by stream_id, version");
            command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = streams });
            var events = await RecordedReader.ReadAllAsync(command, database.Catalogue, cancel);
            await using var batch = database.Source.CreateBatch();
            foreach (var history in events.GroupBy(e => e.StreamId))
            {
                batch.BatchCommands.Add(Put(view, history.Key, history.Last().Version, view.Fold(history, database.Catalogue.Json)));
            }

            await batch.ExecuteNonQueryAsync(cancel);
            after = streams[^1];
        }
    }

    internal static NpgsqlBatchCommand Put(View view, Guid id, long version, string? row) => new(row is null
        ? $"delete from {view.Table} where id = $1 and version <= $2 and $3 is null"
        : $"""
           insert into {view.Table} as seen (id, version, row) values ($1, $2, $3)
           on conflict (id) do update set version = excluded.version, row = excluded.row where seen.version <= excluded.version
           """)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = id },
            new NpgsqlParameter<long> { TypedValue = version },
            new NpgsqlParameter { Value = (object?)row ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb },
        },
    };

    private static async Task<Guid[]> NextStreamsAsync(EventDatabase database, string stream, Guid after, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            "select coalesce(array_agg(id order by id), '{}') from (select id from mt_streams where type = $1 and id > $2 order by id limit $3) s");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = StreamsPerBatch });
        return (Guid[])(await command.ExecuteScalarAsync(cancel))!;
    }
}
