using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Workflows.Host;

/// <summary>One who stands in for another, as both see it.</summary>
public sealed record SubstituteRow(Guid Id, Guid Absent, Guid Substitute, DateOnly From, DateOnly Until, bool Recalled);

/// <summary>Who stands in for whom: each command is its event and its row in one transaction.</summary>
public sealed class Substitutes(EventDatabase database, TimeProvider clock)
{
    /// <summary>Those of a task's assignee today, as a column of a query on tasks.</summary>
    public const string OfAssignee = $"array(select s.substitute from substitutes s where s.absent = tasks.assignee and {Today})";

    /// <summary>For whom the person <c>$1</c> stands in today, as a query.</summary>
    public const string AbsentOf = $"select s.absent from substitutes s where s.substitute = $1 and {Today}";

    private const string Today = "not s.recalled and (now() at time zone 'Asia/Shanghai')::date between s.from_day and s.until_day";

    public async Task<Outcome> ActAsync(Guid id, IfMatch? seen, Envelope by, Func<SubstituteState, Decision> decide, CancellationToken cancel)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var store = new Store(database, by, clock);
        var history = await store.ReadAsync(SubstituteState.Stream, id, cancel);
        if (seen is not null && history.Count == 0) return new Outcome.NotFound();
        var state = SubstituteState.Stream.Fold(history.Select(each => each.Event));
        var decision = decide(state);
        if (decision.Refusal is { } refusal) return new Outcome.Refused(refusal);
        if (decision.Events.Count == 0) return new Outcome.Done(id, history.Count, Changed: false);
        if (seen?.Version is { } version && version != history.Count) return new Outcome.Stale(history.Count);
        await using var batch = new NpgsqlBatch(connection, transaction);
        var end = store.Add(batch, SubstituteState.Stream, id, history.Count == 0 ? StreamEnd.Empty : new(history.Count, history[^1].At, history[^1].Tip), decision.Events);
        batch.BatchCommands.Add(Put(id, decision.Events.Aggregate(state, SubstituteState.Evolve)));
        try
        {
            await batch.ExecuteNonQueryAsync(cancel);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return new Outcome.Stale(history.Count + 1);
        }

        await transaction.CommitAsync(cancel);
        return new Outcome.Done(id, end.Version, Changed: true);
    }

    /// <summary>Those that a person named and those it stands in for, the latest first.</summary>
    public async Task<IReadOnlyList<SubstituteRow>> OfAsync(Guid person, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            "select id, absent, substitute, from_day, until_day, recalled from substitutes where absent = $1 or substitute = $1 order by from_day desc, id limit 200", Sql.Of(person));
        var found = new List<SubstituteRow>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            found.Add(new(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetFieldValue<DateOnly>(3), reader.GetFieldValue<DateOnly>(4), reader.GetBoolean(5)));
        }

        return found;
    }

    private static NpgsqlBatchCommand Put(Guid id, SubstituteState state) => Sql.Command(
        """
        insert into substitutes (id, absent, substitute, from_day, until_day, recalled) values ($1, $2, $3, $4, $5, $6)
        on conflict (id) do update set recalled = excluded.recalled
        """,
        Sql.Of(id), Sql.Of(state.Named!.Absent), Sql.Of(state.Named.Substitute), new NpgsqlParameter<DateOnly> { TypedValue = state.Named.From },
        new NpgsqlParameter<DateOnly> { TypedValue = state.Named.Until }, new NpgsqlParameter<bool> { TypedValue = state.Recalled });
}
