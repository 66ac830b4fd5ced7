using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// The rows of what is open in an instance, brought from one state to the next: nothing but what the state says, so that they could
/// be written again from the events.
/// </summary>
internal static class OpenRows
{
    public static Guid TaskId(Guid instance, int element) => StableId.Of("task", instance, element);

    public static void Add(NpgsqlBatch batch, Guid id, InstanceState before, InstanceState after, CaseFacts about, DateTimeOffset now, JsonSerializerOptions json)
    {
        var (old, state) = (before.Process, after.Process);
        TaskRows.Add(batch, id, before, after, about, now);
        Bring(batch, gone => Gone("timers", "key", id, gone), Armed(old), Armed(state), timer => Sql.Command(
            """
            insert into timers (instance, key, node, due, try_at) values ($1, $2, $3, $4, $4)
            on conflict (instance, key) do update set node = excluded.node, due = excluded.due, try_at = excluded.try_at
            """,
            Sql.Of(id), Sql.Of(timer.Key), Sql.Of(timer.Node), Sql.Of(timer.Due.At!.Value)));
        Bring(batch, gone => Gone("jobs", "element", id, gone), old.Jobs, state.Jobs, job => Sql.Command(
            """
            insert into jobs (instance, element, node, type, retries, headers, available_at) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (instance, element) do update set node = excluded.node, type = excluded.type, retries = excluded.retries, headers = excluded.headers, available_at = excluded.available_at
            """,
            Sql.Of(id), Sql.Of(job.Element), Sql.Of(job.Node), Sql.Of(job.Type), Sql.Of(job.Retries), Sql.Json(JsonSerializer.Serialize(job.Headers, json)), Sql.Of(job.RetryAt ?? now)));
        Bring(batch, gone => Gone("subscriptions", "key", id, gone), old.Subscriptions, state.Subscriptions, wait => Sql.Command(
            """
            insert into subscriptions (instance, key, process, node, message, correlation_key, try_at) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (instance, key) do update set node = excluded.node
            """,
            Sql.Of(id), Sql.Of(wait.Key), Sql.Of(wait.Process), Sql.Of(wait.Node), Sql.Of(wait.Message), Sql.Of(wait.CorrelationKey), Sql.Of(now)));
        Bring(batch, gone => Gone("incidents", "key", id, gone), old.Incidents, state.Incidents, incident => Sql.Command(
            """
            insert into incidents (instance, key, element, node, code, message, raised) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (instance, key) do update set node = excluded.node
            """,
            Sql.Of(id), Sql.Of(incident.Key), Sql.Of(incident.Element), Sql.Of(incident.Node), Sql.Of(incident.Code), Sql.Json(JsonSerializer.Serialize(incident.Message, json)), Sql.Of(now)));
    }

    /// <summary>Puts what is new or other than before, ends what is gone.</summary>
    public static void Bring<T>(
        NpgsqlBatch batch, Func<IReadOnlyList<int>, NpgsqlBatchCommand> end, ImmutableSortedDictionary<int, T> before, ImmutableSortedDictionary<int, T> after, Func<T, NpgsqlBatchCommand> put)
    {
        if (ReferenceEquals(before, after)) return;
        int[] gone = [.. before.Keys.Where(each => !after.ContainsKey(each))];
        if (gone.Length > 0) batch.BatchCommands.Add(end(gone));
        foreach (var (number, row) in after)
        {
            if (!before.TryGetValue(number, out var old) || !Equals(old, row)) batch.BatchCommands.Add(put(row));
        }
    }

    private static NpgsqlBatchCommand Gone(string table, string key, Guid id, IReadOnlyList<int> gone) =>
        Sql.Command($"delete from {table} where instance = $1 and {key} = any($2)", Sql.Of(id), Sql.Of(gone));

    /// <summary>Timers whose clock runs; those of a suspended case stand still and are nobody's to fire.</summary>
    private static ImmutableSortedDictionary<int, OpenTimer> Armed(ProcessState state) =>
        state.Timers.Values.All(timer => timer.Due.At is not null) ? state.Timers : state.Timers.RemoveRange(state.Timers.Values.Where(timer => timer.Due.At is null).Select(timer => timer.Key));
}
