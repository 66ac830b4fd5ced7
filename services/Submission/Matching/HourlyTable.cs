using System.Data;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Submission.Matching;

/// <summary>A file of hours as one year uses it; the bytes lie where evidence lies.</summary>
/// <param name="Name">What it was called where it came from; not public.</param>
public sealed record HourlyUpload(string Sha256, string Name, long Size, DateTimeOffset UploadedAt);

/// <summary>The hours that a draft has.</summary>
/// <param name="Version">Grows with every change; 0 before the first.</param>
/// <param name="Matched">Null when there are none.</param>
public sealed record DraftedHours(long Version, HourlyMatched? Matched);

/// <summary>Which file of hours a year uses (Schema/004-hourly-matching.sql).</summary>
public sealed class HourlyTable(EventDatabase database)
{
    private const string Keep =
        "insert into hourly_files (submission_id, sha256, name, size, uploaded_at, uploaded_by) values ($1, $2, $3, $4, $5, $6) on conflict do nothing";

    /// <summary>A row is begun by whoever saw none, and moved by whoever saw it as it stands.</summary>
    private const string Put =
        """
        insert into hourly_drafted as d (submission_id, version, matched)
        select $1, 1, $2 where coalesce($3, 0) = 0 or exists (select from hourly_drafted where submission_id = $1)
        on conflict (submission_id) do update set version = d.version + 1, matched = excluded.matched where $3 is null or d.version = $3
        returning version
        """;

    public async Task<DraftedHours> DraftedAsync(Guid submission, CancellationToken cancel, NpgsqlTransaction? within = null)
    {
        // Within a transaction the row is kept as it was read until that ends.
        await using var command = within is null ? database.Source.CreateCommand() : new NpgsqlCommand { Connection = within.Connection, Transaction = within };
        command.CommandText = $"select version, matched from hourly_drafted where submission_id = $1 {(within is null ? "" : "for update")}";
        command.Parameters.Add(new() { Value = submission });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new(reader.GetInt64(0), reader.IsDBNull("matched") ? null : JsonSerializer.Deserialize<HourlyMatched>(reader.GetString(1), RegistryJson.Events))
            : new(0, Matched: null);
    }

    /// <summary>Remembers that a year was brought this file; the first name stays.</summary>
    public async Task KeepAsync(Guid submission, HourlyUpload file, Guid account, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(Keep);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = submission }, new() { Value = file.Sha256 }, new() { Value = file.Name }, new() { Value = file.Size },
            new() { Value = file.UploadedAt }, new() { Value = account },
        });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Replaces the hours that were seen, and gives the new version; null when somebody else changed them meanwhile.</summary>
    /// <param name="seen">The version it was made on; null for whatever it is.</param>
    public async Task<long?> DraftAsync(Guid submission, long? seen, HourlyMatched? matched, CancellationToken cancel)
    {
        var current = await DraftedAsync(submission, cancel);
        if (RegistryJson.Same(current.Matched, matched)) return current.Version;
        await using var command = database.Source.CreateCommand(Put);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = submission },
            new() { Value = matched is null ? DBNull.Value : JsonSerializer.Serialize(matched, RegistryJson.Events), NpgsqlDbType = NpgsqlDbType.Jsonb },
            new() { Value = (object?)seen ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint },
        });
        return await command.ExecuteScalarAsync(cancel) is long version ? version : null;
    }

    /// <summary>The draft has again what a version had.</summary>
    public Task RestoreAsync(Guid submission, HourlyMatched? matched, CancellationToken cancel) => DraftAsync(submission, seen: null, matched, cancel);

    /// <summary>Null when the year was never brought such a file.</summary>
    public async Task<HourlyUpload?> FileAsync(Guid submission, string sha256, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select name, size, uploaded_at from hourly_files where submission_id = $1 and sha256 = $2");
        command.Parameters.AddRange(new[] { new NpgsqlParameter { Value = submission }, new() { Value = sha256 } });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new(sha256, reader.GetString(0), reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2)) : null;
    }
}
