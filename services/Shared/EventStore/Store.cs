using Npgsql;

namespace PilotRegistry.EventStore;

/// <summary>
/// Reads streams and records decisions for one caller. Appending takes one round trip: events, views and whatever else
/// belongs to the decision are one batch, committed or refused as a whole.
/// </summary>
public sealed class Store(EventDatabase database, Envelope envelope, TimeProvider clock)
{
    /// <summary>Raised by <c>append_events</c> when the stream has moved.</summary>
    internal const string StreamMoved = "PR409";

    /// <summary>What a racing command without a seen version may lose before it gives up.</summary>
    private const int MostRaces = 200;

    /// <summary>Starts a stream, or decides on it when it exists already (then the decision is usually Nothing).</summary>
    public Task<Outcome> StartAsync<TState>(
        StreamType<TState> type, Guid id, Func<TState, Decision> decide, CancellationToken cancel = default) =>
        DecideAsync(type, id, seen: null, mayStart: true, decide, cancel);

    /// <summary>
    /// Decides on an existing stream. <paramref name="seen"/> is the version the caller decided on: when the stream has
    /// moved, a decision that would add events is stale, a repeated one is done.
    /// </summary>
    public Task<Outcome> ExecuteAsync<TState>(
        StreamType<TState> type, Guid id, long? seen, Func<TState, Decision> decide, CancellationToken cancel = default) =>
        DecideAsync(type, id, seen, mayStart: false, decide, cancel);

    /// <summary>All events of a stream, oldest first; empty when there is none.</summary>
    public async Task<IReadOnlyList<Recorded>> ReadAsync(Guid stream, CancellationToken cancel = default)
    {
        await using var command = database.Source.CreateCommand(
            $"select {RecordedReader.Columns} from mt_events where stream_id = $1 order by version");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = stream });
        return await RecordedReader.ReadAllAsync(command, database.Catalogue, cancel);
    }

    /// <summary>The state of a stream and its version; version 0 when there is none.</summary>
    public async Task<(TState State, long Version)> LoadAsync<TState>(
        StreamType<TState> type, Guid id, CancellationToken cancel = default)
    {
        var history = await ReadAsync(id, cancel);
        return (type.Fold(history.Select(r => r.Event)), history.Count);
    }

    /// <summary>Decisions on several streams as one: all are recorded or none.</summary>
    /// <exception cref="StreamMovedException">One of the streams is no longer at the version it was read at.</exception>
    public async Task CommitAsync(IReadOnlyList<Append> appends, CancellationToken cancel = default)
    {
        await using var batch = database.Source.CreateBatch();
        foreach (var append in appends)
        {
            AddCommands(batch, append);
        }

        try
        {
            await batch.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException moved) when (moved.SqlState == StreamMoved)
        {
            throw new StreamMovedException(moved);
        }

        database.Announce();
    }

    /// <summary>As <see cref="CommitAsync"/>; when a stream has moved, the outcome that says so instead of an exception.</summary>
    public async Task<Outcome.Stale?> CommitAllAsync(IReadOnlyList<Append> appends, CancellationToken cancel = default)
    {
        try
        {
            await CommitAsync(appends, cancel);
            return null;
        }
        catch (StreamMovedException)
        {
            return new Outcome.Stale(0);
        }
    }

    private async Task<Outcome> DecideAsync<TState>(
        StreamType<TState> type, Guid id, long? seen, bool mayStart, Func<TState, Decision> decide, CancellationToken cancel)
    {
        for (var races = 0; ; races++)
        {
            var history = await ReadAsync(id, cancel);
            if (history.Count == 0 && !mayStart)
            {
                return new Outcome.NotFound();
            }

            var decision = decide(type.Fold(history.Select(r => r.Event)));
            if (decision.Refusal is { } refusal)
            {
                return new Outcome.Refused(refusal);
            }

            if (decision.Events.Count == 0)
            {
                return new Outcome.Done(id, history.Count, Changed: false);
            }

            if (seen is { } version && version != history.Count)
            {
                return new Outcome.Stale(history.Count);
            }

            try
            {
                await CommitAsync([new(type.Name, id, history, decision.Events)], cancel);
                return new Outcome.Done(id, history.Count + decision.Events.Count, Changed: true);
            }
            catch (StreamMovedException) when (races < MostRaces)
            {
                // Somebody else was faster: decide again on what is true now.
            }
        }
    }

    private void AddCommands(NpgsqlBatch batch, Append append)
    {
        var at = At(append.History);
        var added = append.Events.Select((happened, n) => new Recorded(
            Guid.CreateVersion7(at), append.Stream, append.History.Count + n + 1, at,
            database.Catalogue.AliasOf(happened), happened, envelope, Position.Start)).ToArray();
        batch.BatchCommands.Add(AppendCommand.For(append, added, at, envelope, database.Catalogue));
        foreach (var view in database.ViewsOf(append.Type))
        {
            var row = view.Fold(append.History.Concat(added), database.Catalogue.Json);
            batch.BatchCommands.Add(ViewWriter.Put(view, append.Stream, append.History.Count + added.Length, row));
        }
    }

    /// <summary>The clock cut to milliseconds, never before the stream's last event.</summary>
    private DateTimeOffset At(IReadOnlyList<Recorded> history)
    {
        var now = clock.GetUtcNow().Ticks;
        var at = new DateTimeOffset(now - (now % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        return history.Count > 0 && history[^1].At > at ? history[^1].At : at;
    }
}

/// <summary>Events to add to one stream that was read as <paramref name="History"/>.</summary>
public sealed record Append(string Type, Guid Stream, IReadOnlyList<Recorded> History, IReadOnlyList<DomainEvent> Events);

/// <summary>A stream is no longer at the version it was read at; read it and decide again.</summary>
public sealed class StreamMovedException(Exception cause) : Exception("The stream has moved since it was read.", cause);
