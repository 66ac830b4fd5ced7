using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using PilotRegistry.Contracts;

namespace PilotRegistry.Bench.EventStore;

/// <summary>The floor of reading: the same columns of the same rows on its own connection, prepared by hand.</summary>
/// <param name="objects">Whether bodies become objects, as the store's do; otherwise they stay text.</param>
internal sealed class FloorReader(NpgsqlCommand command, bool objects)
{
    private const string StreamColumns =
        "id, stream_id, version, timestamp, type, data, headers, correlation_id, causation_id, user_name";

    private const int Transaction = 10, Sequence = 11;

    public static async Task<FloorReader> OfStreamAsync(NpgsqlDataSource source, Guid stream, bool objects)
    {
        var command = new NpgsqlCommand(
            $"select {StreamColumns} from mt_events where stream_id = $1 order by version", await source.OpenConnectionAsync())
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = stream } },
        };
        await command.PrepareAsync();
        return new(command, objects);
    }

    public static async Task<FloorReader> OfFeedAsync(NpgsqlDataSource source, int page, bool objects)
    {
        var command = new NpgsqlCommand(
            $"""
             select {StreamColumns}, transaction_id, seq_id from mt_events where (transaction_id, seq_id) > ($1, $2)
             order by transaction_id, seq_id limit $3
             """,
            await source.OpenConnectionAsync())
        {
            Parameters =
            {
                new NpgsqlParameter<ulong> { NpgsqlDbType = NpgsqlDbType.Xid8 },
                new NpgsqlParameter<long>(),
                new NpgsqlParameter<int> { TypedValue = page },
            },
        };
        await command.PrepareAsync();
        return new(command, objects);
    }

    public async Task ReadAsync()
    {
        var rows = new List<object?[]>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            rows.Add(Row(reader));
        }

        if (reader.FieldCount > Transaction)
        {
            // The next page; from the start again after the last.
            var (transaction, sequence) = rows is [.., var last] ? ((ulong)last[Transaction]!, (long)last[Sequence]!) : (0UL, 0L);
            ((NpgsqlParameter<ulong>)command.Parameters[0]).TypedValue = transaction;
            ((NpgsqlParameter<long>)command.Parameters[1]).TypedValue = sequence;
        }
    }

    private object?[] Row(NpgsqlDataReader reader)
    {
        var row = new object?[reader.FieldCount];
        (row[0], row[1], row[2], row[3]) = (reader.GetGuid(0), reader.GetGuid(1), reader.GetInt64(2), reader.GetFieldValue<DateTimeOffset>(3));
        for (var n = 4; n < Transaction; n++)
        {
            row[n] = reader.IsDBNull(n) ? null
                : n == 5 && objects ? JsonSerializer.Deserialize<ReadingTaken>(reader.GetFieldValue<byte[]>(n), RegistryJson.Events)
                : reader.GetString(n);
        }

        if (row.Length > Transaction)
        {
            (row[Transaction], row[Sequence]) = (reader.GetFieldValue<ulong>(Transaction), reader.GetInt64(Sequence));
        }

        return row;
    }
}
