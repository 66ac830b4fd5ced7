using Npgsql;
using NpgsqlTypes;

namespace PilotRegistry.Bench.Workflows;

/// <summary>
/// The floor: a session that writes the same rows with Npgsql and nothing else. Bodies, leaves and snapshots were copied from a case
/// that the host played; statements are prepared by hand; one round trip and one commit for a command. No lock, no rule, no JSON.
/// </summary>
internal sealed class RawCases
{
    private readonly IReadOnlyList<Command> commands;
    private Guid stream;
    private int next;

    private RawCases(IReadOnlyList<Command> commands) => this.commands = commands;

    /// <summary>Commands of a case: its start and its tasks.</summary>
    public static int Length => BenchCases.Tasks + 1;

    public static async Task<RawCases> OpenAsync(NpgsqlDataSource source, IReadOnlyList<Step> like)
    {
        var connection = await source.OpenConnectionAsync();
        var commands = like.Select((step, n) => new Command(connection, step, n + 1)).ToList();
        foreach (var command in commands) await command.Batch.PrepareAsync();
        return new(commands);
    }

    /// <summary>What the host wrote for each command of this case.</summary>
    public static async Task<IReadOnlyList<Step>> LikeAsync(BenchCases cases)
    {
        var (steps, state) = (new List<Step>(), await cases.StartAsync(BenchCases.Five, Guid.CreateVersion7()));
        for (var n = 0; n < Length; n++)
        {
            if (n > 0) state = await cases.CompleteAsync(state);
            await using var command = cases.Database.Source.CreateCommand(
                """
                select e.data::text, e.headers::text, l.leaf, l.hash, array(select disclosure from disclosures d where d.event_id = e.id order by name), i.snapshot::text, i.release
                from mt_events e join leaves l on l.event_id = e.id join instances i on i.id = e.stream_id where e.stream_id = $1 order by e.version desc limit 1
                """);
            command.Parameters.Add(new() { Value = state.Instance });
            await using var row = await command.ExecuteReaderAsync();
            await row.ReadAsync();
            steps.Add(new(
                row.GetString(0), row.GetString(1), row.GetFieldValue<byte[]>(2), row.GetFieldValue<byte[]>(3), row.GetFieldValue<string[]>(4), row.GetString(5), row.GetString(6)));
        }

        return steps;
    }

    /// <summary>The next command of its case; after the last, the first of another.</summary>
    public async Task WriteAsync()
    {
        if (next == 0) stream = Guid.CreateVersion7();
        await commands[next].WriteAsync(stream);
        next = (next + 1) % Length;
    }

    public async Task WriteCaseAsync()
    {
        for (var n = 0; n < Length; n++) await WriteAsync();
    }

    public sealed record Step(string Data, string Headers, byte[] Leaf, byte[] Hash, string[] Disclosures, string Snapshot, string Release);

    private sealed class Command
    {
        private readonly List<NpgsqlParameter<Guid>> streams = [], events = [], businessKeys = [];
        private readonly List<NpgsqlParameter<DateTimeOffset>> moments = [];

        public Command(NpgsqlConnection connection, Step like, int version)
        {
            Batch = new(connection);
            var (isFirst, isLast) = (version == 1, version == RawCases.Length);
            Add(isFirst
                ? $"insert into mt_streams (id, type, version, timestamp, created, transaction_id) values ($1, 'instance', {version}, $2, $2, pg_current_xact_id())"
                : $"update mt_streams set version = {version}, timestamp = $2, transaction_id = pg_current_xact_id() where id = $1", Stream(), Moment());
            Add($"""
                insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, transaction_id, headers, correlation_id, user_name)
                values (nextval('mt_events_sequence'), $2, $1, {version}, $4, 'workflows.process-stepped.v1', $3, pg_current_xact_id(), $5, $6, $7)
                """,
                Stream(), Event(), Moment(), Text(like.Data, NpgsqlDbType.Jsonb), Text(like.Headers, NpgsqlDbType.Jsonb), Text(BenchCases.Reviewer.Correlation!), Text(BenchCases.Reviewer.User!));
            Add($"insert into leaves (stream_id, version, event_id, leaf, hash) values ($1, {version}, $2, $3, $4)", Stream(), Event(), Bytes(like.Leaf), Bytes(like.Hash));
            Add("insert into disclosures (event_id, name, disclosure) select $1, place::text, disclosure from unnest($2) with ordinality as u (disclosure, place)",
                Event(), new NpgsqlParameter<string[]> { TypedValue = like.Disclosures });
            Add(isFirst
                ? """
                  insert into instances (id, status, version, at, tip, snapshot, process, release, business_key, province, started)
                  values ($1, 'running', 1, $2, $5, $3, 'five-tasks', $4, $6::text, '320000', $2)
                  """
                : $"update instances set status = '{(isLast ? "completed" : "running")}', version = {version}, at = $2, tip = $5, snapshot = $3, release = $4, ended = {(isLast ? "$2" : "null")} where id = $1",
                [Stream(), Moment(), Text(like.Snapshot, NpgsqlDbType.Jsonb), Text(like.Release), Text(Convert.ToHexStringLower(like.Hash)), .. isFirst ? new[] { Key() } : []]);
            if (!isFirst)
            {
                Add("insert into tasks_ended (id, instance, element, process, node, opened, ended) values ($2, $1, 2, 'five-tasks', 't1', $3, $3)", Stream(), Event(), Moment());
                Add("delete from tasks where instance = $1", Stream());
            }

            if (!isLast)
            {
                Add("""
                    insert into tasks (id, instance, element, process, node, kind, business_key, province, groups, users, opened, version)
                    values ($2, $1, 2, 'five-tasks', 't1', 'review', $1::text, '320000', '{province}', '{}', $3, 1)
                    """, Stream(), Event(), Moment());
                Add("""
                    with told as (
                        insert into notices (id, instance, template, role, business_key, park, province, task, process, node, kind, at)
                        values ($2, $1, 'task-opened', 'province', $1::text, $4, '320000', $2, 'five-tasks', 't1', 'review', $3) returning id, at)
                    insert into notices_to_post (notice, try_at) select id, at from told
                    """, Stream(), Event(), Moment(), new NpgsqlParameter<Guid> { TypedValue = Guid.Parse(BenchCases.Park) });
            }
        }

        public NpgsqlBatch Batch { get; }

        public Task WriteAsync(Guid stream)
        {
            var (id, now) = (Guid.CreateVersion7(), DateTimeOffset.UtcNow);
            foreach (var each in streams) each.TypedValue = stream;
            foreach (var each in businessKeys) each.TypedValue = stream;
            foreach (var each in events) each.TypedValue = id;
            foreach (var each in moments) each.TypedValue = now;
            return Batch.ExecuteNonQueryAsync();
        }

        private static NpgsqlParameter Text(string value, NpgsqlDbType type = NpgsqlDbType.Varchar) => new NpgsqlParameter<string> { TypedValue = value, NpgsqlDbType = type };

        private static NpgsqlParameter Bytes(byte[] value) => new NpgsqlParameter<byte[]> { TypedValue = value };

        private void Add(string sql, params IEnumerable<NpgsqlParameter> parameters)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var each in parameters) command.Parameters.Add(each);
            Batch.BatchCommands.Add(command);
        }

        private NpgsqlParameter Stream() => Kept(streams);

        private NpgsqlParameter Event() => Kept(events);

        private NpgsqlParameter Key() => Kept(businessKeys);

        private NpgsqlParameter Moment() => Kept(moments);

        private static NpgsqlParameter<T> Kept<T>(List<NpgsqlParameter<T>> of)
        {
            var parameter = new NpgsqlParameter<T>();
            of.Add(parameter);
            return parameter;
        }
    }
}
