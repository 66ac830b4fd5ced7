using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using PilotRegistry.EventStore;

namespace PilotRegistry.Messaging.Receiving;

/// <summary>How an arriving event was taken.</summary>
public enum Arrival
{
    /// <summary>New, and applied together with whatever was waiting for it.</summary>
    Applied,

    /// <summary>New, but an earlier one of its stream is missing: it waits in <c>received</c>.</summary>
    Parked,

    /// <summary>Known already.</summary>
    Repeat,

    /// <summary>Its id or its place is taken by an event that says something else. Nothing was stored.</summary>
    Conflict,
}

/// <summary>Takes in events of other services: stored whole, each once, each stream applied in sequence.</summary>
public sealed class Reception(EventDatabase database, ISubscriber subscriber, ILogger<Reception> log)
{
    /// <summary>What sidecars add on the way and what may therefore differ between two deliveries of one event.</summary>
    private const string Transport = "array['pubsubname','topic','traceid','traceparent','tracestate','expiration']";

    /// <param name="json">The event as it was delivered.</param>
    public async Task<Arrival> TakeAsync(string json, CancellationToken cancel = default)
    {
        var happened = CloudEvent.Parse(json);
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var (isNew, isRepeat) = await StoreAsync(connection, happened, json, cancel);
        if (!isNew)
        {
            await transaction.RollbackAsync(cancel);
            return isRepeat ? Arrival.Repeat : Refuse(happened);
        }

        var ready = await ReadyAsync(connection, happened, cancel);
        if (ready.Count > 0)
        {
            await NoteAsync(connection, ready[^1], cancel);
            await subscriber.ApplyAsync(ready, transaction, cancel);
        }

        await transaction.CommitAsync(cancel);
        return ready.Count > 0 ? Arrival.Applied : Arrival.Parked;
    }

    private Arrival Refuse(CloudEvent happened)
    {
        log.LogError(
            "Refused event {EventId} of {Source}: stream {StreamId} holds something else under this id or at {Sequence}",
            happened.Id, happened.Source, happened.StreamId, happened.Sequence);
        return Arrival.Conflict;
    }

    /// <summary>
    /// The stream's row is locked before anything is read: of two neighbours that arrive at once, the second sees the first.
    /// </summary>
    private static async Task<(bool IsNew, bool IsRepeat)> StoreAsync(NpgsqlConnection connection, CloudEvent happened, string json, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Command("insert into received_streams (source, stream_id) values ($1, $2) on conflict do nothing", happened.Source, happened.StreamId),
                Command("select 1 from received_streams where source = $1 and stream_id = $2 for update", happened.Source, happened.StreamId),
                Command(
                    """
                    insert into received (source, id, stream_id, sequence, subject, time, type, event)
                    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing
                    """,
                    happened.Source, happened.Id, happened.StreamId, happened.Sequence, happened.Subject, happened.Time, happened.Type, Json(json)),
                Command($"select event - {Transport} = $3 - {Transport} from received where source = $1 and id = $2", happened.Source, happened.Id, Json(json)),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.NextResultAsync(cancel);
        var same = await reader.ReadAsync(cancel) && reader.GetBoolean(0);
        await reader.CloseAsync();
        return (batch.BatchCommands[2].RecordsAffected == 1, same);
    }

    /// <summary>What can be applied now: from the last applied one on, up to the first gap.</summary>
    private static async Task<IReadOnlyList<CloudEvent>> ReadyAsync(NpgsqlConnection connection, CloudEvent happened, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            select event, applied from received join received_streams using (source, stream_id)
            where source = $1 and stream_id = $2 and sequence > applied order by sequence
            """,
            connection)
        {
            Parameters = { new() { Value = happened.Source }, new() { Value = happened.StreamId } },
        };
        var ready = new List<CloudEvent>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var next = CloudEvent.Parse(reader.GetString(0));
            if (next.Sequence != reader.GetInt64(1) + ready.Count + 1)
            {
                break;
            }

            ready.Add(next);
        }

        return ready;
    }

    private static async Task NoteAsync(NpgsqlConnection connection, CloudEvent last, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "update received_streams set applied = $3 where source = $1 and stream_id = $2", connection)
        {
            Parameters = { new() { Value = last.Source }, new() { Value = last.StreamId }, new() { Value = last.Sequence } },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlParameter Json(string json) => new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb };

    private static NpgsqlBatchCommand Command(string text, params object[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        command.Parameters.AddRange(values.Select(v => v as NpgsqlParameter ?? new NpgsqlParameter { Value = v }).ToArray());
        return command;
    }
}
