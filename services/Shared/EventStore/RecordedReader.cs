using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;

namespace PilotRegistry.EventStore;

/// <summary>Turns rows of <c>mt_events</c> into <see cref="Recorded"/>.</summary>
internal static class RecordedReader
{
    /// <summary>Of <c>mt_events e</c>, for a stream: without a position, see <see cref="Recorded"/>.</summary>
    public const string StreamColumns =
        "e.id, e.stream_id, e.version, e.timestamp, e.type, e.data, e.headers, e.correlation_id, e.causation_id, e.user_name";

    /// <summary>Of <c>mt_events e</c>, for the feed.</summary>
    public const string FeedColumns = StreamColumns + ", e.transaction_id, e.seq_id";

    /// <summary>Of <c>mt_events e</c> of stream $1, with the leaf that its next version follows.</summary>
    public const string SealedColumns = StreamColumns + ", " + SealCommands.Tip;

    private const int Tip = 10, Transaction = 10, Sequence = 11;

    private static readonly JsonSerializerOptions HeadersJson = JsonSerializerOptions.Web;

    public static async Task<List<Recorded>> ReadAllAsync(NpgsqlCommand command, EventCatalogue catalogue, CancellationToken cancel)
    {
        var events = new List<Recorded>();
        await foreach (var e in ReadAsync(command, catalogue, cancel))
        {
            events.Add(e);
        }

        return events;
    }

    public static async IAsyncEnumerable<Recorded> ReadAsync(
        NpgsqlCommand command, EventCatalogue catalogue, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            yield return Read(reader, catalogue);
        }
    }

    /// <summary>What of the envelope has no column of its own.</summary>
    public static string WriteHeaders(Envelope envelope) =>
        JsonSerializer.Serialize(new Headers(envelope.Role, envelope.Command), HeadersJson);

    internal static Recorded Read(NpgsqlDataReader row, EventCatalogue catalogue)
    {
        var alias = row.GetString(4);
        return new Recorded(
            row.GetGuid(0), row.GetGuid(1), row.GetInt64(2), row.GetFieldValue<DateTimeOffset>(3), alias,
            catalogue.Read(alias, row.GetFieldValue<byte[]>(5)),
            ReadEnvelope(row),
            row.FieldCount > Sequence ? new Position(row.GetFieldValue<ulong>(Transaction), row.GetInt64(Sequence)) : Position.Start)
        {
            Tip = row.FieldCount == Tip + 1 ? Text(row, Tip) : null,
        };
    }

    private static Envelope ReadEnvelope(NpgsqlDataReader row)
    {
        var headers = JsonSerializer.Deserialize<Headers>(row.GetFieldValue<byte[]>(6), HeadersJson)!;
        return new Envelope(Text(row, 9), headers.Role ?? "", headers.Command ?? "", Text(row, 7), Text(row, 8));
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private sealed record Headers(string? Role, string? Command);
}
