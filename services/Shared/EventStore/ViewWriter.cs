using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.EventStore;

/// <summary>Writes and rebuilds the rows of views.</summary>
public static class ViewWriter
{
    private const int StreamsPerBatch = 200;

    /// <summary>
    /// Folds every stream again, a batch of streams at a time, so that no transaction is long and the service may keep
    /// serving: a row depends on its own stream only, and a stream that moves meanwhile has had its row written by whoever
    /// moved it. The table is never empty in between.
    /// </summary>
    public static async Task RebuildAsync(EventDatabase database, View view, CancellationToken cancel = default)
    {
        var after = Guid.Empty;
        while (await NextStreamsAsync(database, view.Stream, after, cancel) is { Length: > 0 } streams)
        {
            await using var batch = database.Source.CreateBatch();
            await foreach (var history in HistoriesAsync(database, streams, cancel))
            {
                batch.BatchCommands.Add(PutUnlessMoved(view, history[0].StreamId, history, database.Catalogue));
            }

            await batch.ExecuteNonQueryAsync(cancel);
            after = streams[^1];
        }

        await using var strays = database.Source.CreateCommand(
            $"delete from {view.Table} v where not exists (select from mt_streams s where s.id = v.id and s.type = $1)");
        strays.Parameters.Add(new NpgsqlParameter<string> { TypedValue = view.Stream });
        await strays.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>For an append's batch, which holds the stream's lock: nobody else can write this row.</summary>
    internal static NpgsqlBatchCommand Put(View view, Guid id, IReadOnlyList<Recorded> history, EventCatalogue catalogue)
    {
        var row = view.Fold(history, catalogue.Json);
        return Command(id, history.Count, row, row is null
            ? $"delete from {view.Table} where id = $1 and version <= $2"
            : $"""
               insert into {view.Table} (id, version, row) values ($1, $2, $3)
               on conflict (id) do update set version = excluded.version, row = excluded.row
               """);
    }

    /// <summary>For a rebuild: takes the stream's lock, and writes only if the stream still stands where it was read.</summary>
    private static NpgsqlBatchCommand PutUnlessMoved(View view, Guid id, IReadOnlyList<Recorded> history, EventCatalogue catalogue)
    {
        var row = view.Fold(history, catalogue.Json);
        return Command(id, history.Count, row, row is null
            ? $"delete from {view.Table} where id = (select id from mt_streams where id = $1 and version = $2 for share)"
            : $"""
               insert into {view.Table} (id, version, row)
               select id, version, $3 from mt_streams where id = $1 and version = $2 for share
               on conflict (id) do update set version = excluded.version, row = excluded.row
               """);
    }

    private static NpgsqlBatchCommand Command(Guid id, long version, string? row, string sql)
    {
        var command = new NpgsqlBatchCommand(sql)
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<long> { TypedValue = version } },
        };
        if (row is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = row, NpgsqlDbType = NpgsqlDbType.Jsonb });
        }

        return command;
    }

    private static async Task<Guid[]> NextStreamsAsync(EventDatabase database, string stream, Guid after, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            "select coalesce(array_agg(id order by id), '{}') from (select id from mt_streams where type = $1 and id > $2 order by id limit $3) s");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = StreamsPerBatch });
        return (Guid[])(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>The events of each of these streams; only one stream is in memory at a time.</summary>
    private static async IAsyncEnumerable<IReadOnlyList<Recorded>> HistoriesAsync(
        EventDatabase database, Guid[] streams, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            $"select {RecordedReader.StreamColumns} from mt_events e where e.stream_id = any($1) order by e.stream_id, e.version");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = streams });
        List<Recorded> history = [];
        await foreach (var e in RecordedReader.ReadAsync(command, database.Catalogue, cancel))
        {
            if (history is [var first, ..] && first.StreamId != e.StreamId)
            {
                yield return history;
                history = [];
            }

            history.Add(e);
        }

        if (history.Count > 0)
        {
            yield return history;
        }
    }
}
