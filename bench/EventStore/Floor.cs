using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.Bench.EventStore;

/// <summary>
/// The floor: one session that does the same with Npgsql and nothing else. Its own connection, statements prepared by hand,
/// parameters used again, bodies written beforehand, one round trip; no stream lock, no version check, no order of the feed.
/// </summary>
internal sealed class Floor
{
    private const string Columns =
        "seq_id, id, stream_id, version, data, type, timestamp, transaction_id, headers, correlation_id, causation_id, user_name";

    private const string One = "values (nextval('mt_events_sequence'), $4, $1, $2 + 1, $6, $5, $3, pg_current_xact_id(), $7, $8, $9, $10)";

    private const string Many =
        """
        select nextval('mt_events_sequence'), id, $1, $2 + place, body, alias, $3, pg_current_xact_id(), $7, $8, $9, $10
        from unnest($4, $5, $6) with ordinality as u (id, alias, body, place)
        """;

    private readonly NpgsqlConnection connection;
    private readonly int events;
    private readonly NpgsqlBatch starting;
    private readonly NpgsqlBatch continuing;
    private Guid stream;
    private int version;
    private int appends;

    private Floor(NpgsqlConnection connection, int events)
    {
        (this.connection, this.events) = (connection, events);
        const string set = "version = $2, timestamp = $3, transaction_id = pg_current_xact_id()";
        starting = Batch("insert into mt_streams (id, type, version, timestamp, created, transaction_id) values ($1, 'bench', $2, $3, $3, pg_current_xact_id())");
        continuing = Batch($"update mt_streams set {set} where id = $1");
    }

    public static async Task<Floor> OpenAsync(NpgsqlDataSource source, int events)
    {
        var floor = new Floor(await source.OpenConnectionAsync(), events);
        await floor.starting.PrepareAsync();
        await floor.continuing.PrepareAsync();
        return floor;
    }

    public async Task AppendAsync()
    {
        var batch = appends % BenchEvents.AppendsPerStream == 0 ? starting : continuing;
        if (batch == starting)
        {
            (stream, version) = (Guid.CreateVersion7(), 0);
        }

        var (row, added, at) = (batch.BatchCommands[0].Parameters, batch.BatchCommands[1].Parameters, DateTimeOffset.UtcNow);
        ((NpgsqlParameter<Guid>)row[0]).TypedValue = stream;
        ((NpgsqlParameter<long>)row[1]).TypedValue = version + events;
        ((NpgsqlParameter<DateTimeOffset>)row[2]).TypedValue = at;
        ((NpgsqlParameter<Guid>)added[0]).TypedValue = stream;
        ((NpgsqlParameter<long>)added[1]).TypedValue = version;
        ((NpgsqlParameter<DateTimeOffset>)added[2]).TypedValue = at;
        if (added[3] is NpgsqlParameter<Guid> one)
        {
            one.TypedValue = Guid.CreateVersion7();
        }
        else
        {
            ((NpgsqlParameter<Guid[]>)added[3]).TypedValue = [.. Enumerable.Range(0, events).Select(_ => Guid.CreateVersion7())];
        }

        await batch.ExecuteNonQueryAsync();
        (version, appends) = (version + events, appends + 1);
    }

    private NpgsqlBatch Batch(string stream) => new(connection)
    {
        BatchCommands =
        {
            new(stream)
            {
                Parameters = { new NpgsqlParameter<Guid>(), new NpgsqlParameter<long>(), new NpgsqlParameter<DateTimeOffset>() },
            },
            new($"insert into mt_events ({Columns}) {(events == 1 ? One : Many)}")
            {
                Parameters =
                {
                    new NpgsqlParameter<Guid>(),
                    new NpgsqlParameter<long>(),
                    new NpgsqlParameter<DateTimeOffset>(),
                    events == 1 ? new NpgsqlParameter<Guid>() : new NpgsqlParameter<Guid[]>(),
                    Repeated("bench.reading-taken.v1", NpgsqlDbType.Varchar),
                    Repeated(BenchEvents.Body, NpgsqlDbType.Jsonb),
                    Text("""{"role":"park","command":"takeReading"}""", NpgsqlDbType.Jsonb),
                    Text(BenchEvents.Envelope.Correlation, NpgsqlDbType.Varchar),
                    Text(null, NpgsqlDbType.Varchar),
                    Text(BenchEvents.Envelope.User, NpgsqlDbType.Varchar),
                },
            },
        },
    };

    private NpgsqlParameter Repeated(string value, NpgsqlDbType type) => events == 1
        ? Text(value, type)
        : Text(Enumerable.Repeat(value, events).ToArray(), NpgsqlDbType.Array | type);

    private static NpgsqlParameter Text(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
