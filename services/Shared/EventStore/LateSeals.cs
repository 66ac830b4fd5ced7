using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.EventStore;

/// <summary>Seals what was recorded before there was a log, in the order of the feed. Run by <c>--migrate</c>; goes on where it was stopped.</summary>
public static class LateSeals
{
    /// <summary>Events in one transaction: short enough to hold no feed back.</summary>
    private const int Batch = 500;

    private const string Next =
        $"""
        select {RecordedReader.FeedColumns}, s.type, e.data::text, encode(p.hash, 'hex')
        from mt_events e join mt_streams s on s.id = e.stream_id
        left join leaves l on l.event_id = e.id left join leaves p on p.stream_id = e.stream_id and p.version = e.version - 1
        where l.event_id is null and (e.transaction_id, e.seq_id) > ($2, $3) order by e.transaction_id, e.seq_id limit $1
        """;

    /// <summary>Whether every event has its leaf.</summary>
    public static async Task<bool> AreDoneAsync(EventDatabase database, CancellationToken cancel = default)
    {
        await using var command = database.Source.CreateCommand("select (select count(*) from mt_events) = (select count(*) from leaves)");
        return database.Seal is null || (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>How many events were sealed.</summary>
    public static async Task<int> RunAsync(EventDatabase owned, CancellationToken cancel = default)
    {
        var (total, done) = (0, Position.Start);
        while (owned.Seal is { } seal && await ReadAsync(owned, done, cancel) is [.., var last] events)
        {
            await SealAsync(owned, seal, events, cancel);
            (total, done) = (total + events.Count, last.Event.Position);
        }

        return total;
    }

    private static async Task SealAsync(EventDatabase owned, SealEvent seal, IReadOnlyList<Unsealed> events, CancellationToken cancel)
    {
        await using var batch = owned.Source.CreateBatch();
        foreach (var stream in events.GroupBy(e => e.Event.StreamId))
        {
            var (chain, previous) = (new List<(Recorded, Seal)>(), stream.First().Previous);
            foreach (var late in stream)
            {
                var written = seal(late with { Previous = previous });
                chain.Add((late.Event, written));
                previous = written.Hash;
            }

            SealCommands.Add(batch.BatchCommands, stream.Key, chain);
        }

        await batch.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<List<Unsealed>> ReadAsync(EventDatabase owned, Position after, CancellationToken cancel)
    {
        await using var command = owned.Source.CreateCommand(Next);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Batch });
        command.Parameters.Add(new NpgsqlParameter<ulong> { TypedValue = after.Transaction, NpgsqlDbType = NpgsqlDbType.Xid8 });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after.Sequence });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var events = new List<Unsealed>();
        while (await reader.ReadAsync(cancel))
        {
            var previous = reader.IsDBNull(14) ? null : reader.GetString(14);
            events.Add(new(reader.GetString(12), RecordedReader.Read(reader, owned.Catalogue), reader.GetString(13), previous, Late: true));
        }

        return events;
    }
}
