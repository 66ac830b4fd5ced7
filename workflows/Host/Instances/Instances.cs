using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// Commands on process instances: one command, one transaction. The instance's row is locked, the decision taken on its snapshot,
/// and events, snapshot and the rows of what is open are written as one batch. So its cost does not grow with the instance's past,
/// and many writers on one instance wait for each other instead of failing.
/// </summary>
public sealed class Instances(EventDatabase database, Releases releases, Calendars calendars, TimeProvider clock)
{
    public static readonly Refusal AlreadyRunning = new("already-running", "A case of this process is running under this key.");

    /// <summary>Raised after every commit here, so that timers, jobs and messages need not wait for their next look.</summary>
    public event Action? Moved;

    /// <summary>Starts an instance on the release that is valid now; when it exists already, nothing.</summary>
    /// <param name="province">Whose files stand before the national ones.</param>
    public async Task<Turned> StartAsync(Command.Start start, string? province, Envelope by, Action<NpgsqlBatch>? also = null, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var turn = new Turn(InstanceState.Stream.Initial, 0, await releases.CurrentAsync(province, now, cancel), now, calendars.Current);
        var decision = turn.Step(start);
        if (decision.Refusal is { } refusal) return new(new Outcome.Refused(refusal), turn.State);
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        try
        {
            return await WriteAsync(transaction, start.Instance, new(turn.State, StreamEnd.Empty), turn, decision.Events, by, also, cancel);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            await transaction.RollbackAsync(cancel);
            if (taken.ConstraintName == "instances_running") return new(new Outcome.Refused(AlreadyRunning), turn.State);
            return new(new Outcome.Done(start.Instance, 1, Changed: false), turn.State);
        }
    }

    /// <summary>Where an instance stands and at which version; null when there is none.</summary>
    public async Task<KnownInstance?> ReadAsync(Guid id, CancellationToken cancel = default) =>
        await InstanceTable.FindAsync(database.Source, id, database.Catalogue.Json, cancel) is { } found ? new(found.State, found.End.Version) : null;

    /// <summary>Decides on an instance.</summary>
    /// <param name="decide">Pure; what it decides is recorded or refused as a whole.</param>
    /// <param name="also">Further statements of the same transaction; run only when there is something to record.</param>
    /// <param name="wait">Whether to wait for who has the instance just now; otherwise it is <see cref="Turned.Nowhere"/>.</param>
    public async Task<Turned> DecideAsync(
        Guid id, Envelope by, Func<Turn, Decision> decide, Action<NpgsqlBatch>? also = null, bool wait = true, CancellationToken cancel = default)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        if (await InstanceTable.LockAsync(transaction, id, wait, database.Catalogue.Json, cancel) is not { } held) return Turned.Nowhere;
        var turn = new Turn(held.State, held.End.Version, await releases.LoadAsync(held.State.Process.Release, cancel), clock.GetUtcNow(), calendars.Current);
        var decision = decide(turn);
        if (decision.Refusal is { } refusal) return new(new Outcome.Refused(refusal), held.State);
        if (decision.Events.Count == 0) return new(new Outcome.Done(id, held.End.Version, Changed: false), held.State);
        return await WriteAsync(transaction, id, held, turn, decision.Events, by, also, cancel);
    }

    /// <summary>A command of the engine, as it is.</summary>
    public Task<Turned> TakeAsync(Guid id, Command command, Envelope by, Action<NpgsqlBatch>? also = null, bool wait = true, CancellationToken cancel = default) =>
        DecideAsync(id, by, turn => turn.Step(command), also, wait, cancel);

    private async Task<Turned> WriteAsync(
        NpgsqlTransaction transaction, Guid id, HeldInstance held, Turn turn, IReadOnlyList<DomainEvent> events, Envelope by, Action<NpgsqlBatch>? also, CancellationToken cancel)
    {
        var after = events.Aggregate(held.State, InstanceState.Evolve);
        if (turn.Against(events, after) is { } wait) return new(new Outcome.Refused(wait), held.State);
        var about = CaseFacts.Of(after.Process);
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        var end = new Store(database, by, clock).Add(batch, InstanceState.Stream, id, held.End, events);
        InstanceTable.Put(batch, id, end, after, about, turn.Now, database.Catalogue.Json);
        OpenRows.Add(batch, id, held.State, after, about, turn.Now, database.Catalogue.Json);
        ThrownMessages.Add(batch, id, events, turn.Now, database.Catalogue.Json);
        TaskNotices.Add(batch, id, events, end.Version - events.Count + 1, held.State, after, about, turn.Now);
        also?.Invoke(batch);
        batch.BatchCommands.Add(new("commit")); // with the batch: one round trip less while the row is locked
        await batch.ExecuteNonQueryAsync(cancel);
        Moved?.Invoke();
        return new(new Outcome.Done(id, end.Version, Changed: true), after);
    }
}
