using System.Data;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Submission.Drafts;

/// <summary>
/// Reads and writes drafts (Schema/001-drafts.sql). They are no facts: one row per year, overwritten at every save. Two
/// people never overwrite each other unseen, since a save names the version that it was made on.
/// </summary>
public sealed class DraftTable(EventDatabase database, TimeProvider clock)
{
    private const string Columns = "submission_id, version, data, saved_at, saved_by";

    /// <summary>A row is begun by whoever saw none, and moved by whoever saw it as it stands.</summary>
    private const string Put =
        $"""
         insert into drafts as d ({Columns})
         select $1, 1, $2, $3, $4 where coalesce($5, 0) = 0 or exists (select from drafts where submission_id = $1)
         on conflict (submission_id) do update
         set version = d.version + 1, data = excluded.data, saved_at = excluded.saved_at, saved_by = excluded.saved_by
         where $5 is null or d.version = $5
         returning {Columns}
         """;

    public async Task<Draft> FindAsync(Guid submission, CancellationToken cancel) =>
        (await AmongAsync([submission], cancel)).GetValueOrDefault(submission, Draft.None);

    /// <summary>Those of these years that ever had a draft.</summary>
    public async Task<IReadOnlyDictionary<Guid, Draft>> AmongAsync(IEnumerable<Guid> submissions, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand($"select {Columns} from drafts where submission_id = any($1)");
        command.Parameters.Add(new() { Value = submissions.ToArray() });
        return await ReadAsync(command, cancel);
    }

    /// <summary>The draft, and nobody changes it until the transaction ends.</summary>
    public static async Task<Draft> LockAsync(Guid submission, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select {Columns} from drafts where submission_id = $1 for update", transaction.Connection, transaction);
        command.Parameters.Add(new() { Value = submission });
        return (await ReadAsync(command, cancel)).GetValueOrDefault(submission, Draft.None);
    }

    /// <summary>Replaces the draft that was seen. Saving the same twice is one save.</summary>
    /// <param name="seen">The version it was made on; null for whatever it is.</param>
    /// <param name="data">Null goes back to what is submitted.</param>
    public async Task<DraftSaving> SaveAsync(Guid submission, long? seen, YearDraft? data, Guid account, CancellationToken cancel)
    {
        var current = await FindAsync(submission, cancel);
        if (RegistryJson.Same(current.Data, data))
        {
            return new(current, IsStale: false);
        }

        await using var command = Filled(database.Source.CreateCommand(Put), submission, data, account, seen);
        var saved = (await ReadAsync(command, cancel)).GetValueOrDefault(submission);
        return saved is null ? new(await FindAsync(submission, cancel), IsStale: true) : new(saved, IsStale: false);
    }

    /// <summary>Nothing is drafted any more, once the transaction is committed.</summary>
    public async Task ClearAsync(Guid submission, Guid account, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        await using var command = Filled(new NpgsqlCommand(Put, transaction.Connection, transaction), submission, data: null, account, seen: null);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private NpgsqlCommand Filled(NpgsqlCommand command, Guid submission, YearDraft? data, Guid account, long? seen)
    {
        var json = data is null ? (object)DBNull.Value : JsonSerializer.Serialize(data, RegistryJson.Events);
        command.Parameters.Add(new() { Value = submission });
        command.Parameters.Add(new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = account });
        command.Parameters.Add(new() { Value = (object?)seen ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        return command;
    }

    private static async Task<Dictionary<Guid, Draft>> ReadAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        var drafts = new Dictionary<Guid, Draft>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var data = reader.IsDBNull("data") ? null : JsonSerializer.Deserialize<YearDraft>(reader.GetString("data"), RegistryJson.Events);
            drafts.Add(reader.GetGuid(0), new(reader.GetInt64(1), data, reader.GetFieldValue<DateTimeOffset>(3), reader.GetGuid(4)));
        }

        return drafts;
    }
}
