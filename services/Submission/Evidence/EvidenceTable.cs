using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Submission.Evidence;

/// <summary>A file as one year uses it.</summary>
/// <param name="Month">The month it is about; null when it is about the year.</param>
public sealed record EvidenceUse(
    string Sha256, Guid SubmissionId, Guid ParkId, int Year, string Name, DateOnly? Month, long Size, EvidenceFacts Facts, DateTimeOffset UploadedAt);

/// <summary>Another use of the same file, or of a file with the same picture.</summary>
public sealed record EvidenceReuse(string Sha256, Guid ParkId, int Year, DateOnly? Month, bool SameFile);

/// <summary>A file of a year and where else it, or one of its pictures, is used: anywhere in the country.</summary>
public sealed record EvidenceSeen(EvidenceUse Use, IReadOnlyList<EvidenceReuse> Reuses);

/// <summary>Which year uses which file, and where else it or its pictures are used (Schema/003-evidence.sql).</summary>
public sealed class EvidenceTable(EventDatabase database, TimeProvider clock)
{
    private const string Add =
        """
        with file as (
            insert into evidence_files (sha256, size, facts, uploaded_at) values ($1, $2, $3, $4) on conflict do nothing returning sha256),
        pictures as (
            insert into evidence_pictures (picture, sha256) select distinct picture, $1 from unnest($5::varchar[]) as picture on conflict do nothing)
        insert into evidence_uses (sha256, submission_id, park_id, year, name, month, uploaded_at, uploaded_by) values ($1, $6, $7, $8, $9, $10, $4, $11)
        on conflict do nothing
        """;

    private const string Uses =
        """
        select u.sha256, u.submission_id, u.park_id, u.year, u.name, u.month, f.size, f.facts, u.uploaded_at
        from evidence_uses u join evidence_files f using (sha256)
        where u.submission_id = $1 order by u.month nulls first, u.name, u.sha256
        """;

    /// <summary>For each use of the year: a picture in two files counts as a reuse of the picture; the same file is told apart.</summary>
    private const string Reuses =
        """
        select own.sha256, own.month, r.*
        from evidence_uses own cross join lateral (
            select distinct u.sha256, u.park_id, u.year, u.month, u.sha256 = own.sha256 as same_file
            from evidence_uses u
            where (u.sha256 = own.sha256
                or u.sha256 in (select other.sha256 from evidence_pictures mine join evidence_pictures other using (picture) where mine.sha256 = own.sha256))
              and (u.submission_id, coalesce(u.month, '0001-01-01')) is distinct from (own.submission_id, coalesce(own.month, '0001-01-01'))
            order by u.year, u.month, u.sha256 limit 20) r
        where own.submission_id = $1
        """;

    public async Task AddAsync(EvidenceUse use, Guid account, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(Add);
        command.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = use.Sha256 },
            new() { Value = use.Size },
            new() { Value = JsonSerializer.Serialize(use.Facts, RegistryJson.Events), NpgsqlDbType = NpgsqlDbType.Jsonb },
            new() { Value = clock.GetUtcNow() },
            new() { Value = use.Facts.Pictures.ToArray() },
            new() { Value = use.SubmissionId },
            new() { Value = use.ParkId },
            new() { Value = use.Year },
            new() { Value = use.Name },
            Month(use.Month),
            new() { Value = account },
        });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>What a year uses, by month and name, and where else.</summary>
    public async Task<IReadOnlyList<EvidenceSeen>> OfYearAsync(Guid submission, CancellationToken cancel)
    {
        var uses = await ReadAsync(
            Uses, submission,
            row => new EvidenceUse(
                row.GetString(0), row.GetGuid(1), row.GetGuid(2), row.GetInt32(3), row.GetString(4), MonthAt(row, 5), row.GetInt64(6),
                JsonSerializer.Deserialize<EvidenceFacts>(row.GetString(7), RegistryJson.Events)!, row.GetFieldValue<DateTimeOffset>(8)),
            cancel);
        if (uses.Count == 0) return [];
        var reuses = await ReadAsync(
            Reuses, submission,
            row => (Own: (row.GetString(0), MonthAt(row, 1)), Other: new EvidenceReuse(row.GetString(2), row.GetGuid(3), row.GetInt32(4), MonthAt(row, 5), row.GetBoolean(6))),
            cancel);
        var of = reuses.ToLookup(r => r.Own, r => r.Other);
        return [.. uses.Select(use => new EvidenceSeen(use, [.. of[(use.Sha256, use.Month)]]))];
    }

    private async Task<List<T>> ReadAsync<T>(string query, Guid submission, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(query);
        command.Parameters.Add(new() { Value = submission });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(read(reader));
        return rows;
    }

    private static DateOnly? MonthAt(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);

    private static NpgsqlParameter Month(DateOnly? month) => new() { Value = (object?)month ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date };
}
