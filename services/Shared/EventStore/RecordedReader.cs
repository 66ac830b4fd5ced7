using System.Text.Json;
using Npgsql;

namespace PilotRegistry.EventStore;

/// <summary>Turns rows of <c>mt_events</c> into <see cref="Recorded"/>.</summary>
internal static class RecordedReader
{
    public const string Columns =
        "id, stream_id, version, timestamp, type, data, headers, correlation_id, causation_id, user_name, transaction_id, seq_id";

    public static async Task<IReadOnlyList<Recorded>> ReadAllAsync(
        NpgsqlCommand command, EventCatalogue catalogue, CancellationToken cancel)
    {
        var events = new List<Recorded>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            events.Add(Read(reader, catalogue));
        }

        return events;
    }

    private static Recorded Read(NpgsqlDataReader row, EventCatalogue catalogue)
    {
        var alias = row.GetString(4);
        return new Recorded(
            row.GetGuid(0), row.GetGuid(1), row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(3), alias,
            catalogue.Read(alias, row.GetString(5)),
            ReadEnvelope(row),
            new Position(row.GetFieldValue<ulong>(10), row.GetInt64(11)));
    }

    private static Envelope ReadEnvelope(NpgsqlDataReader row)
    {
        using var headers = JsonDocument.Parse(row.GetString(6));
        return new Envelope(Text(row, 9), Header(headers, "role"), Header(headers, "command"), Text(row, 7), Text(row, 8));
    }

    private static string Header(JsonDocument headers, string name) =>
        headers.RootElement.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
