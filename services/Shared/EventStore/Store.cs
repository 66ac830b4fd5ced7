using Npgsql;

namespace PilotRegistry.EventStore;

/// <summary>
/// Reads streams and records decisions for one caller. Appending takes one round trip: events and the rows of their views
/// are one batch, committed or refused as a whole.
/// </summary>
/// <param name="key">Given: whatever this store records, it records once under this key.</param>
public sealed partial class Store(EventDatabase database, Envelope envelope, TimeProvider clock, CommandKey? key = null)
{
    /// <summary>Each lost race is another's success; so many in a row mean that the decision does not look at what it writes to.</summary>
    private const int MostLostRaces = 50;

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
    public async Task<IReadOnlyList<Recorded>> ReadAsync(Guid stream, CancellationToken cancel = default) =>
        await ReadAsync(stream, type: null, after: 0, cancel);

    /// <summary>All events of a stream of this type; empty when there is none.</summary>
    public async Task<IReadOnlyList<Recorded>> ReadAsync<TState>(StreamType<TState> type, Guid stream, CancellationToken cancel = default) =>
        await ReadAsync(stream, type.Name, after: 0, cancel);

    /// <summary>The state of a stream and its version; version 0 when there is none of this type.</summary>
    public async Task<(TState State, long Version)> LoadAsync<TState>(
        StreamType<TState> type, Guid id, CancellationToken cancel = default)
    {
        var history = await ReadAsync(id, type.Name, after: 0, cancel);
        return (type.Fold(history.Select(r => r.Event)), history.Count);
    }

    /// <summary>
    /// Decisions on several streams as one: all are recorded or none. They are taken in the order of their ids, whatever
    /// the order given, so that two callers never wait for each other.
    /// </summary>
    /// <exception cref="StreamMovedException">One of the streams is no longer at the version it was read at.</exception>
    public Task CommitAsync(IReadOnlyList<Append> appends, CancellationToken cancel = default) => WriteAsync(appends, done: null, cancel);

    /// <summary>
    /// As <see cref="CommitAsync"/>, for a decision that has consequences on other streams: when another was faster,
    /// <paramref name="decide"/> reads and decides again on what is true then.
    /// </summary>
    public async Task<Outcome> DecideAllAsync(Func<Task<JointDecision>> decide, CancellationToken cancel = default)
    {
        for (var lost = 0; lost < MostLostRaces; lost++)
        {
            var joint = await decide();
            if (await EarlierAsync(cancel) is { } earlier)
            {
                return earlier;
            }

            if (Unwritten(joint.Decision, joint.Id, joint.Version, seen: null) is { } outcome)
            {
                return outcome;
            }

            var done = new Outcome.Done(joint.Id, joint.Version + joint.Decision.Events.Count, Changed: true);
            if (await TryCommitAsync(joint.Appends, done, cancel) is { } recorded)
            {
                return recorded;
            }
        }

        throw new InvalidOperationException($"The streams of a decision moved {MostLostRaces} times while it was taken: it does not look at all it writes to.");
    }

    private async Task<Outcome> DecideAsync<TState>(
        StreamType<TState> type, Guid id, long? seen, bool mayStart, Func<TState, Decision> decide, CancellationToken cancel)
    {
        var (history, state, raced) = (new List<Recorded>(), type.Initial, false);
        while (true)
        {
            if (await EarlierAsync(cancel) is { } earlier)
            {
                return earlier;
            }

            // After a lost race only what the faster ones added: deciding again must not read a long stream again.
            var news = await ReadAsync(id, type.Name, after: history.Count, cancel);
            if (raced && news.Count == 0)
            {
                throw new InvalidOperationException($"The version of stream {id} is not the number of its events.");
            }

            history.AddRange(news);
            state = news.Select(r => r.Event).Aggregate(state, type.Evolve);
            if (history.Count == 0 && !mayStart)
            {
                return new Outcome.NotFound();
            }

            var decision = decide(state);
            if (Unwritten(decision, id, history.Count, seen) is { } outcome)
            {
                return outcome;
            }

            var done = new Outcome.Done(id, history.Count + decision.Events.Count, Changed: true);
            if (await TryCommitAsync([new(type.Name, id, history, decision.Events)], done, cancel) is { } recorded)
            {
                return recorded;
            }

            raced = true;
        }
    }

    /// <summary>The outcome of a decision that leaves the record as it is; null when there is something to record.</summary>
    private static Outcome? Unwritten(Decision decision, Guid id, long version, long? seen) => decision switch
    {
        { Refusal: { } refusal } => new Outcome.Refused(refusal),
        { Events.Count: 0 } => new Outcome.Done(id, version, Changed: false),
        _ when seen is { } sight && sight != version => new Outcome.Stale(version),
        _ => null
    };

    /// <returns>The last of the events, and where the stream ends with it.</returns>
    private (Guid Last, StreamEnd End) AddCommands(NpgsqlBatch batch, Append append)
    {
        var at = At(append.End);
        NewEvent[] added = [.. append.Events.Select(e => new NewEvent(Guid.CreateVersion7(at), database.Catalogue.AliasOf(e), database.Catalogue.Write(e)))];
        AppendCommands.Add(batch.BatchCommands, append, added, at, envelope);
        var (views, seal) = (database.ViewsOf(append.Type), database.Seal);
        var end = new StreamEnd(append.End.Version + added.Length, at, Tip: null);
        if (seal is null && !views.Any())
        {
            return (added[^1].Id, end);
        }

        Recorded[] news = [.. added.Select((e, n) => AsRead(e, append, append.End.Version + n + 1, at))];
        Recorded[] history = [.. append.History, .. news];
        foreach (var view in views)
        {
            batch.BatchCommands.Add(ViewWriter.Put(view, append.Stream, history, database.Catalogue));
        }

        if (seal is not null)
        {
            var chain = SealCommands.Chain(seal, append, news, added);
            SealCommands.Add(batch.BatchCommands, append.Stream, chain);
            end = end with { Tip = chain[^1].Seal.Hash };
        }

        return (added[^1].Id, end);
    }

    /// <summary>The event as a later reader will find it: a view that is rebuilt then has the same bytes.</summary>
    private Recorded AsRead(NewEvent added, Append append, long version, DateTimeOffset at) => new(
        added.Id, append.Stream, version, at, added.Alias, database.Catalogue.Read(added.Alias, added.Body), envelope, Position.Start);

    /// <summary>The clock cut to milliseconds, never before the stream's last event.</summary>
    private DateTimeOffset At(StreamEnd end)
    {
        var now = clock.GetUtcNow().Ticks;
        var at = new DateTimeOffset(now - (now % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        return end.At is { } last && last > at ? last : at;
    }
}
