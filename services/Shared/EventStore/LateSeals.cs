using Npgsql;

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
        where l.event_id is null order by e.transaction_id, e.seq_id limit $1
        """;

    /// <summary>How many events were sealed.</summary>
    public static async Task<int> RunAsync(EventDatabase owned, CancellationToken cancel = default)
    {
        var (total, last) = (0, -1);
        while (owned.Seal is { } seal && last != 0)
        {
            total += last = await SealAsync(owned, seal, cancel);
        }

        return total;
    }

    private static async Task<int> SealAsync(EventDatabase owned, SealEvent seal, CancellationToken cancel)
    {
        var events = await ReadAsync(owned, cancel);
        if (events.Count == 0)
        {
            return 0;
        }

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
        return events.Count;
    }

    private static async Task<List<Unsealed>> ReadAsync(EventDatabase owned, CancellationToken cancel)
    {
        await using var command = owned.Source.CreateCommand(Next);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Batch });
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
