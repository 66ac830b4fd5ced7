using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.EventStore;

/// <summary>
/// The SQL of an append, one statement: the stream's row is moved, which takes its lock, and the events are joined to it. An
/// event's transaction_id is never below that of the stream's last event, and its seq_id is drawn after the join, so under the
/// lock: in the feed's order (transaction_id, seq_id) a stream's versions therefore stay in order although commits are concurrent.
/// Not a function: calling one costs a tenth of a small append; nor two statements: the second costs as much.
/// </summary>
internal static class AppendCommands
{
    /// <summary>What keeps a stream in the order of the feed; named for the test that leaves it out.</summary>
    public const string Later = "greatest(transaction_id, pg_current_xact_id())";

    private const string Start =
        """
        insert into mt_streams (id, type, version, timestamp, created, transaction_id) values ($1, $2, $3, $4, $4, pg_current_xact_id())
        """;

    private const string Move =
        $"update mt_streams set version = $3, timestamp = $4, transaction_id = {Later} where id = $1 and type = $2 and version = $12";

    private const string Columns =
        "transaction_id, seq_id, stream_id, timestamp, headers, correlation_id, causation_id, user_name, version, id, type, data";

    /// <summary>A stream that did not move gives no transaction_id, and the column refuses null.</summary>
    private const string Events =
        $"insert into mt_events ({Columns}) select transaction_id, nextval('mt_events_sequence'), $1, $4, $5, $6, $7, $8, ";

    private const string One = "$3, id, alias, body from (values ($9, $10, $11)) as u (id, alias, body)";

    private const string Many =
        "$3 - cardinality($9) + place, id, alias, body from unnest($9, $10, $11) with ordinality as u (id, alias, body, place)";

    private static readonly string StartOne = Statement(Start, One), StartMany = Statement(Start, Many), MoveOne = Statement(Move, One), MoveMany = Statement(Move, Many);

    public static void Add(NpgsqlBatchCommandCollection batch, Append append, NewEvent[] added, DateTimeOffset at, Envelope envelope)
    {
        var (seen, version) = (append.End.Version, append.End.Version + added.Length);
        var command = new NpgsqlBatchCommand((seen, added) switch
        {
            (0, [_]) => StartOne,
            (0, _) => StartMany,
            (_, [_]) => MoveOne,
            _ => MoveMany
        })
        {
            Parameters =
            {
                Value(append.Stream), Value(append.Type, NpgsqlDbType.Varchar), Value(version), Value(at),
                Value(RecordedReader.WriteHeaders(envelope), NpgsqlDbType.Jsonb),
                Optional(envelope.Correlation), Optional(envelope.Causation), Optional(envelope.User),
                OneOrMany(added, e => e.Id, NpgsqlDbType.Uuid),
                OneOrMany(added, e => e.Alias, NpgsqlDbType.Varchar),
                OneOrMany(added, e => e.Body, NpgsqlDbType.Jsonb),
            },
        };
        if (seen > 0)
        {
            command.Parameters.Add(Value(seen));
        }

        batch.Add(command);
    }

    private static string Statement(string stream, string events) =>
        $"with stream as ({stream} returning transaction_id) {Events}{events} left join stream on true";

    /// <summary>Whether the database refused because the stream is not where it was read.</summary>
    public static bool IsMoved(PostgresException refused) => refused switch
    {
        { SqlState: PostgresErrorCodes.NotNullViolation, TableName: "mt_events", ColumnName: "transaction_id" } => true,
        { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "mt_streams_pkey" or "mt_events_stream_id_version_key" } => true,
        _ => false
    };

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    private static NpgsqlParameter<T> Value<T>(T value, NpgsqlDbType type) => new() { TypedValue = value, NpgsqlDbType = type };

    private static NpgsqlParameter OneOrMany<T>(NewEvent[] added, Func<NewEvent, T> part, NpgsqlDbType type) => added is [var one]
        ? Value(part(one), type)
        : Value(Array.ConvertAll(added, e => part(e)), type | NpgsqlDbType.Array);

    private static NpgsqlParameter<string?> Optional(string? value) => Value(value, NpgsqlDbType.Varchar);
}

/// <summary>An event on its way into the record.</summary>
internal sealed record NewEvent(Guid Id, string Alias, string Body);
