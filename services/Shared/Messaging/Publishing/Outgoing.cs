using System.Text.Json;
using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Messaging.Publishing;

/// <summary>From events of the record to CloudEvents: only those that Contracts declares are published.</summary>
internal sealed class Outgoing(EventDatabase database, string service)
{
    /// <summary>
    /// The CloudEvents of these events, each with its number in the stream's published events. Nothing is written: asked
    /// again for the same events the answer is the same, so an event keeps its number however often it is sent. Null when the
    /// lease is gone: then somebody else may have moved the counters already, and any number would be wrong.
    /// </summary>
    public async Task<IReadOnlyList<(Recorded Event, CloudEvent? Published)>?> PrepareAsync(
        IReadOnlyList<Recorded> events, Lease lease, CancellationToken cancel)
    {
        Guid[] ids = [.. events.Where(e => e.Event is ParkEvent).Select(e => e.StreamId).Distinct()];
        var streams = await StreamsAsync(ids, lease, cancel);
        return streams.Count == ids.Length
            ? [.. events.Select(e => (e, e.Event is ParkEvent happened ? Publish(e, happened, streams) : null))]
            : null;
    }

    /// <summary>What moves with the checkpoint once these were sent.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Sent(IEnumerable<CloudEvent> events) =>
        from stream in events.GroupBy(e => e.StreamId)
        select new NpgsqlBatchCommand(
            "insert into published_streams (stream_id, sequence) values ($1, $2) on conflict (stream_id) do update set sequence = excluded.sequence")
        {
            Parameters =
            {
                new NpgsqlParameter<Guid> { TypedValue = stream.Key },
                new NpgsqlParameter<long> { TypedValue = stream.Max(e => e.Sequence) },
            },
        };

    private CloudEvent Publish(Recorded recorded, ParkEvent happened, Dictionary<Guid, Stream> streams)
    {
        var stream = streams[recorded.StreamId];
        var data = JsonSerializer.SerializeToElement<object>(happened, database.Catalogue.Json);
        return new CloudEvent(
            recorded.Id, "/" + service, database.Catalogue.AliasOf(happened), recorded.At, happened.ParkId,
            recorded.StreamId, stream.Type, ++stream.Sequence, recorded.Envelope.Role, data);
    }

    private async Task<Dictionary<Guid, Stream>> StreamsAsync(Guid[] ids, Lease lease, CancellationToken cancel)
    {
        var found = new Dictionary<Guid, Stream>();
        if (ids.Length == 0)
        {
            return found;
        }

        await using var command = database.Source.CreateCommand(
            """
            select s.id, s.type, coalesce(p.sequence, 0) from mt_event_progression c, mt_streams s
            left join published_streams p on p.stream_id = s.id
            where c.name = $2 and c.lease_token = $3 and s.id = any($1)
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = lease.Name });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = lease.Token });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            found.Add(reader.GetGuid(0), new(reader.GetString(1)) { Sequence = reader.GetInt64(2) });
        }

        return found;
    }

    /// <summary>Counts on while a batch is prepared.</summary>
    private sealed class Stream(string type)
    {
        public string Type { get; } = type;

        public long Sequence { get; set; }
    }
}
