using Npgsql;
using NpgsqlTypes;
using PilotRegistry.EventStore;

namespace PilotRegistry.Submission.Certificates;

/// <summary>Who holds a certificate that somebody else names too.</summary>
/// <param name="Number">The first certificate that both name.</param>
public sealed record ClaimedElsewhere(string Number, Guid SubmissionId, Guid ParkId, int Year);

/// <summary>Certificates by draft, by submitted version, and who holds which now (Schema/002-certificates.sql).</summary>
public sealed class CertificateTable(EventDatabase database)
{
    private const string Columns = "numbers, first_number, last_number, count, kind, production_month, beneficiary, cancelled_on, source";

    private const string Move =
        """
        insert into certificate_lists as l (submission_id, version)
        select $1, 1 where coalesce($2, 0) = 0 or exists (select from certificate_lists where submission_id = $1)
        on conflict (submission_id) do update set version = l.version + 1 where $2 is null or l.version = $2
        returning version
        """;

    private const string Insert =
        $"""
         insert into certificates_drafted (submission_id, line, {Columns})
         select $1, n, numrange(low, high, '[]'), first, last, count, kind, month, beneficiary, cancelled, source
         from unnest($2::numeric[], $3::numeric[], $4::varchar[], $5::varchar[], $6::bigint[], $7::varchar[], $8::date[], $9::varchar[], $10::date[], $11::varchar[])
              with ordinality as line (low, high, first, last, count, kind, month, beneficiary, cancelled, source, n)
         """;

    /// <summary>Where the draft's list stands; 0 before anything was named.</summary>
    public async Task<long> VersionAsync(Guid submission, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select version from certificate_lists where submission_id = $1");
        command.Parameters.Add(new() { Value = submission });
        return await command.ExecuteScalarAsync(cancel) is long version ? version : 0;
    }

    /// <summary>
    /// Replaces what a draft names, and gives the list's new version; null when somebody else changed it meanwhile. Naming the same
    /// again changes nothing.
    /// </summary>
    /// <param name="seen">The version it was made on; null for whatever it is.</param>
    public async Task<long?> DraftAsync(Guid submission, long? seen, IReadOnlyList<CertificateRange> ranges, CancellationToken cancel)
    {
        if (await VersionAsync(submission, cancel) is > 0 and var current && ranges.SequenceEqual(await DraftedAsync(submission, cancel)))
        {
            return current;
        }

        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var move = new NpgsqlCommand(Move, connection, transaction)
        {
            Parameters = { new() { Value = submission }, new() { Value = (object?)seen ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint } },
        };
        if (await move.ExecuteScalarAsync(cancel) is not long version)
        {
            return null;
        }

        await ExecuteAsync("delete from certificates_drafted where submission_id = $1", transaction, cancel, submission);
        await using var insert = new NpgsqlCommand(Insert, connection, transaction)
        {
            Parameters =
            {
                new() { Value = submission }, Column(r => r.First.Place), Column(r => r.Last.Place), Column(r => r.First.Text), Column(r => r.Last.Text),
                Column(r => r.Count), Column(r => r.Kind.ToString()), Column(r => r.ProductionMonth), Column(r => r.Beneficiary), Column(r => r.CancelledOn),
                Column(r => r.Source.ToString()),
            },
        };
        await insert.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        return version;

        NpgsqlParameter Column<T>(Func<CertificateRange, T> part) => new() { Value = ranges.Select(part).ToArray() };
    }

    public async Task<IReadOnlyList<CertificateRange>> DraftedAsync(Guid submission, CancellationToken cancel, NpgsqlTransaction? within = null)
    {
        const string drafted = "from certificates_drafted where submission_id = $1 order by line";
        await using var command = Command(within);
        return await ListAsync(command, drafted, cancel, submission);
    }

    public async Task<IReadOnlyList<CertificateRange>> OfVersionAsync(Guid submission, int version, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand();
        return await ListAsync(command, "from certificates where submission_id = $1 and version = $2 order by line", cancel, submission, version);
    }

    /// <summary>
    /// The draft's certificates become those of a version, and are taken for it; what the version before held and this one does
    /// not is free again. Null, or the first that somebody else holds: then the transaction can only be undone.
    /// </summary>
    public static async Task<ClaimedElsewhere?> ClaimAsync(Guid submission, Guid park, int year, int version, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        // One at a time, nation-wide: so the loser of a race is told who was faster. The table's own constraint holds whatever happens.
        await ExecuteAsync("select pg_advisory_xact_lock(hashtext('certificate_claims'))", transaction, cancel);
        if (await HeldElsewhereAsync(submission, transaction, cancel) is { } held) return held;
        await ExecuteAsync("delete from certificate_claims where submission_id = $1", transaction, cancel, submission);
        await ExecuteAsync(
            $"insert into certificates (submission_id, line, {Columns}, version) select submission_id, line, {Columns}, $2 from certificates_drafted where submission_id = $1",
            transaction, cancel, submission, version);
        await ExecuteAsync(
            "insert into certificate_claims (numbers, submission_id, park_id, year, version) select numbers, submission_id, $2, $3, $4 from certificates_drafted where submission_id = $1",
            transaction, cancel, submission, park, year, version);
        return null;
    }

    /// <summary>Whether the draft names other certificates than a version did.</summary>
    public async Task<bool> DiffersAsync(Guid submission, int version, CancellationToken cancel, NpgsqlTransaction? within = null)
    {
        const string drafted = $"select {Columns} from certificates_drafted where submission_id = $1";
        const string submitted = $"select {Columns} from certificates where submission_id = $1 and version = $2";
        await using var command = Command(within);
        command.CommandText = $"select exists ({drafted} except {submitted}) or exists ({submitted} except {drafted})";
        command.Parameters.AddRange(new[] { new NpgsqlParameter { Value = submission }, new() { Value = version } });
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    /// <summary>The draft names again what a version did.</summary>
    public async Task RestoreAsync(Guid submission, int version, CancellationToken cancel) =>
        await DraftAsync(submission, seen: null, await OfVersionAsync(submission, version, cancel), cancel);

    /// <summary>The submitted versions that name a certificate, newest first.</summary>
    public async Task<IReadOnlyList<(Guid Submission, int Version)>> VersionsNamingAsync(CertificateNumber number, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select submission_id, version from certificates where numbers @> $1 order by version desc");
        command.Parameters.Add(new() { Value = number.Place });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var versions = new List<(Guid, int)>();
        while (await reader.ReadAsync(cancel)) versions.Add((reader.GetGuid(0), reader.GetInt32(1)));
        return versions;
    }

    private NpgsqlCommand Command(NpgsqlTransaction? within) =>
        within is null ? database.Source.CreateCommand() : new NpgsqlCommand { Connection = within.Connection, Transaction = within };

    private static async Task<ClaimedElsewhere?> HeldElsewhereAsync(Guid submission, NpgsqlTransaction transaction, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            select d.first_number, c.submission_id, c.park_id, c.year from certificates_drafted d join certificate_claims c on c.numbers && d.numbers
            where d.submission_id = $1 and c.submission_id <> $1 order by d.line limit 1
            """,
            transaction.Connection, transaction)
        { Parameters = { new() { Value = submission } } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? new(reader.GetString(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetInt32(3)) : null;
    }

    private static async Task<IReadOnlyList<CertificateRange>> ListAsync(NpgsqlCommand command, string from, CancellationToken cancel, params object[] values)
    {
        command.CommandText = $"select {Columns} {from}";
        command.Parameters.AddRange(values.Select(v => new NpgsqlParameter { Value = v }).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var ranges = new List<CertificateRange>();
        while (await reader.ReadAsync(cancel))
            ranges.Add(new(
                CertificateNumber.Parse(reader.GetString(1))!, CertificateNumber.Parse(reader.GetString(2))!, Enum.Parse<CertificateKind>(reader.GetString(4)),
                reader.GetFieldValue<DateOnly>(5), reader.GetString(6), reader.GetFieldValue<DateOnly>(7), Enum.Parse<EnergySource>(reader.GetString(8))));
        return ranges;
    }

    private static async Task ExecuteAsync(string sql, NpgsqlTransaction transaction, CancellationToken cancel, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, transaction.Connection, transaction);
        command.Parameters.AddRange(values.Select(v => new NpgsqlParameter { Value = v }).ToArray());
        await command.ExecuteNonQueryAsync(cancel);
    }
}
