using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.EventStore;

/// <summary>The call of <c>append_events</c> (Schema/001-events.sql).</summary>
internal static class AppendCommand
{
    private const string Text = "select append_events($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

    public static NpgsqlBatchCommand For(Append append, IReadOnlyList<NewEvent> added, DateTimeOffset at, Envelope envelope) => new(Text)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = append.Stream },
            new NpgsqlParameter<string> { TypedValue = append.Type, NpgsqlDbType = NpgsqlDbType.Varchar },
            new NpgsqlParameter<long> { TypedValue = append.History.Count },
            new NpgsqlParameter<Guid[]> { TypedValue = [.. added.Select(e => e.Id)] },
            new NpgsqlParameter<string[]>
            {
                TypedValue = [.. added.Select(e => e.Alias)],
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar,
            },
            new NpgsqlParameter<string[]>
            {
                TypedValue = [.. added.Select(e => e.Body)],
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
            },
            new NpgsqlParameter<DateTimeOffset> { TypedValue = at },
            new NpgsqlParameter<string> { TypedValue = RecordedReader.WriteHeaders(envelope), NpgsqlDbType = NpgsqlDbType.Jsonb },
            Optional(envelope.Correlation),
            Optional(envelope.Causation),
            Optional(envelope.User),
        },
    };

    private static NpgsqlParameter Optional(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar };
}

/// <summary>An event on its way into the record.</summary>
internal sealed record NewEvent(Guid Id, string Alias, string Body);
