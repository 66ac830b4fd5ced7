using System.Text.Json;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>An instance while its row is locked.</summary>
internal sealed record HeldInstance(InstanceState State, StreamEnd End);

/// <summary>The rows of <c>instances</c>: snapshots, and the instances' locks.</summary>
internal static class InstanceTable
{
    private const string Insert =
        """
        insert into instances (id, status, version, at, tip, snapshot, release, ended, organisation, body, process, business_key, park, province, started)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """;

    private const string Update =
        "update instances set status = $2, version = $3, at = $4, tip = $5, snapshot = $6, release = $7, ended = $8, organisation = $9, body = $10 where id = $1";

    /// <summary>The instance, locked until the transaction ends; null when there is none, or another has it and is not waited for.</summary>
    public static async Task<HeldInstance?> LockAsync(NpgsqlTransaction transaction, Guid id, bool wait, JsonSerializerOptions json, CancellationToken cancel)
    {
        var text = $"select snapshot, version, at, tip from instances where id = $1 for update{(wait ? "" : " skip locked")}";
        await using var command = new NpgsqlCommand(text, transaction.Connection, transaction) { Parameters = { Sql.Of(id) } };
        return await ReadAsync(command, json, cancel);
    }

    /// <summary>The instance as it is, without waiting for who changes it; null when there is none.</summary>
    public static async Task<HeldInstance?> FindAsync(NpgsqlDataSource source, Guid id, JsonSerializerOptions json, CancellationToken cancel)
    {
        await using var command = source.Command("select snapshot, version, at, tip from instances where id = $1", Sql.Of(id));
        return await ReadAsync(command, json, cancel);
    }

    public static void Put(NpgsqlBatch batch, Guid id, StreamEnd end, InstanceState state, CaseFacts about, DateTimeOffset now, JsonSerializerOptions json)
    {
        var process = state.Process;
        var command = new NpgsqlBatchCommand(end.Version == 1 ? Insert : Update)
        {
            Parameters =
            {
                Sql.Of(id), Sql.Of(JsonNamingPolicy.KebabCaseLower.ConvertName(process.Status.ToString())), Sql.Of(end.Version), Sql.Of(end.At!.Value), Sql.Optional(end.Tip),
                Sql.Json(JsonSerializer.Serialize(state, json)), Sql.Of(process.Release), EndOf(process, now), Sql.Optional(about.Organisation), Sql.Optional(about.Body),
            },
        };
        if (end.Version == 1)
        {
            command.Parameters.AddRange(new[]
            {
                Sql.Of(process.Process), Sql.Optional(process.BusinessKey), Sql.Optional(about.Park), Sql.Optional(about.Province), Sql.Of(now),
            });
        }

        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter EndOf(ProcessState process, DateTimeOffset now) =>
        Sql.Optional(process.Status is InstanceStatus.Running or InstanceStatus.Suspended ? null : now);

    private static async Task<HeldInstance?> ReadAsync(NpgsqlCommand command, JsonSerializerOptions json, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new(
                JsonSerializer.Deserialize<InstanceState>(reader.GetFieldValue<byte[]>(0), json)!,
                new(reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2), await reader.IsDBNullAsync(3, cancel) ? null : reader.GetString(3)))
            : null;
    }
}
