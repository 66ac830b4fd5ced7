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
        """;

    /// <summary>A use of a picture in two files counts as a reuse of the picture; the same file is told apart.</summary>
    private const string Reuses =
        """
        select distinct u.sha256, u.park_id, u.year, u.month, u.sha256 = $1 as same_file
        from evidence_uses u
        where (u.sha256 = $1 or u.sha256 in (select other.sha256 from evidence_pictures own join evidence_pictures other using (picture) where own.sha256 = $1))
          and (u.submission_id, coalesce(u.month, '0001-01-01')) is distinct from ($2, coalesce($3, '0001-01-01'::date))
        order by u.year, u.month, u.sha256 limit 20
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

    /// <summary>What a year uses, by month and name.</summary>
    public async Task<IReadOnlyList<EvidenceUse>> OfYearAsync(Guid submission, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand($"{Uses} where u.submission_id = $1 order by u.month nulls first, u.name, u.sha256");
        command.Parameters.Add(new() { Value = submission });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var uses = new List<EvidenceUse>();
        while (await reader.ReadAsync(cancel))
        {
            uses.Add(new(
                reader.GetString(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetInt32(3), reader.GetString(4),
                await reader.IsDBNullAsync(5, cancel) ? null : reader.GetFieldValue<DateOnly>(5), reader.GetInt64(6),
                JsonSerializer.Deserialize<EvidenceFacts>(reader.GetString(7), RegistryJson.Events)!, reader.GetFieldValue<DateTimeOffset>(8)));
        }

        return uses;
    }

    /// <summary>Where else the file or one of its pictures is used, anywhere in the country.</summary>
    public async Task<IReadOnlyList<EvidenceReuse>> ReusesAsync(EvidenceUse use, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(Reuses);
        command.Parameters.AddRange(new[] { new() { Value = use.Sha256 }, new() { Value = use.SubmissionId }, Month(use.Month) });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var reuses = new List<EvidenceReuse>();
        while (await reader.ReadAsync(cancel))
        {
            reuses.Add(new(
                reader.GetString(0), reader.GetGuid(1), reader.GetInt32(2), await reader.IsDBNullAsync(3, cancel) ? null : reader.GetFieldValue<DateOnly>(3),
                reader.GetBoolean(4)));
        }

        return reuses;
    }

    private static NpgsqlParameter Month(DateOnly? month) => new() { Value = (object?)month ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date };
}
