using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.EventStore;

public sealed partial class Store
{
    /// <summary>
    /// Decides on an existing stream in a transaction that may change more than the stream: what <paramref name="decide"/>
    /// does with it is committed together with the events, and undone when the decision adds none. The stream is locked
    /// first, so the decision cannot lose a race; other commands on it wait meanwhile, so keep it short.
    /// </summary>
    public async Task<Outcome> TransactAsync<TState>(
        StreamType<TState> type, Guid id, long? seen, Func<TState, NpgsqlTransaction, Task<Decision>> decide, CancellationToken cancel = default)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await LockAsync(id, transaction, cancel);
        if (await EarlierAsync(cancel, connection) is { } earlier)
        {
            return earlier;
        }

        var history = await ReadAsync(id, type.Name, after: 0, cancel, connection);
        if (history.Count == 0)
        {
            return new Outcome.NotFound();
        }

        var decision = await decide(type.Fold(history.Select(r => r.Event)), transaction);
        if (Unwritten(decision, id, history.Count, seen) is { } outcome)
        {
            return outcome;
        }

        await using var batch = new NpgsqlBatch(connection, transaction);
        var (last, _) = AddCommands(batch, new(type.Name, id, history, decision.Events));
        var done = new Outcome.Done(id, history.Count + decision.Events.Count, Changed: true);
        AddCommand(batch, done);
        try
        {
            await batch.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException repeated) when (IsRepeated(repeated))
        {
            return (await EarlierAsync(cancel))!;
        }

        await transaction.CommitAsync(cancel);
        database.Announce();
        OnRecorded?.Invoke(last);
        return done;
    }

    /// <summary>
    /// Adds events to a batch of the caller's own, for who keeps a state beside the stream, locked, and so need not read the events
    /// again. The stream's type has no views.
    /// </summary>
    /// <param name="end">Where the stream ends; what the last call returned.</param>
    public StreamEnd Add<TState>(NpgsqlBatch batch, StreamType<TState> type, Guid stream, StreamEnd end, IReadOnlyList<DomainEvent> events)
    {
        if (database.ViewsOf(type.Name).Any())
        {
            throw new InvalidOperationException($"A view of {type.Name} streams needs their whole history; add to them by a decision.");
        }

        return AddCommands(batch, new(type.Name, stream, [], events) { End = end }).End;
    }

    /// <summary>
    /// The events of several streams of this type as they stood at one moment, oldest first. Reading them one after the other
    /// would see some before and some after a commit that touches them all.
    /// </summary>
    public async Task<ILookup<Guid, Recorded>> ReadTogetherAsync<TState>(
        StreamType<TState> type, IEnumerable<Guid> streams, CancellationToken cancel = default)
    {
        await using var command = database.Source.CreateCommand(
            $"""
             select {RecordedReader.StreamColumns}, (select encode(hash, 'hex') from leaves l where l.event_id = e.id) from mt_events e join mt_streams s on s.id = e.stream_id
             where e.stream_id = any($1) and s.type = $2 order by e.stream_id, e.version
             """);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. streams] });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = type.Name, NpgsqlDbType = NpgsqlDbType.Varchar });
        return (await RecordedReader.ReadAllAsync(command, database.Catalogue, cancel)).ToLookup(r => r.StreamId);
    }

    private static async Task LockAsync(Guid stream, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select 1 from mt_streams where id = $1 for update", transaction.Connection, transaction);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = stream });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<List<Recorded>> ReadAsync(
        Guid stream, string? type, long after, CancellationToken cancel, NpgsqlConnection? within = null)
    {
        await using var command = within?.CreateCommand() ?? database.Source.CreateCommand();
        command.CommandText =
            $"""
             select {RecordedReader.SealedColumns} from mt_events e where e.stream_id = $1 and e.version > $2
             {(type is null ? "" : "and (select type from mt_streams where id = $1) = $3")} order by e.version
             """;
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = stream });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        if (type is not null)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = type, NpgsqlDbType = NpgsqlDbType.Varchar });
        }

        return await RecordedReader.ReadAllAsync(command, database.Catalogue, cancel);
    }
}
