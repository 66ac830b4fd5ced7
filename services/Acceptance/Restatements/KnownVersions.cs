using System.Text.Json;
using Npgsql;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Messaging;
using PilotRegistry.Methodology;

namespace PilotRegistry.Acceptance.Restatements;

/// <summary>
/// What Submission and Verification told about versions of years: only to show reviewers what has changed since they decided.
/// They are few for a park and are read from <c>received</c> as they came.
/// </summary>
public sealed class KnownVersions(EventDatabase database) : ISubscriber
{
    private const string Versions =
        """
        with about as (select type, stream_id, time, event->'data' as data from received where subject = any($1) and type = any($2)),
        signed as (select stream_id, data, (data->>'submissionVersion')::int as version from about where type = 'verification.statement-signed.v1')
        select (s.data->>'parkId')::uuid, (s.data->>'year')::int, (s.data->>'version')::int, s.time, s.data->>'reason',
               coalesce((select v.data->'verified'->'indicators'->0 from signed v where v.data->>'year' = s.data->>'year' and v.version = (s.data->>'version')::int limit 1),
                        s.data->'reported'->'indicators'->0),
               array(select v.stream_id from signed v where v.data->>'year' = s.data->>'year' and v.data->>'parkId' = s.data->>'parkId' and v.version = (s.data->>'version')::int),
               exists (select from about d where d.type = 'submission.year-disclosed.v1' and d.stream_id = s.stream_id and d.data->>'version' = s.data->>'version')
        from about s where s.type = 'submission.year-submitted.v1'
        """;

    private static readonly string[] Types = ["submission.year-submitted.v1", "submission.year-disclosed.v1", "verification.statement-signed.v1"];

    /// <summary>Nothing to fold: <c>received</c> holds it already.</summary>
    public Task ApplyAsync(IReadOnlyList<CloudEvent> events, NpgsqlTransaction transaction, CancellationToken cancel) => Task.CompletedTask;

    public async Task<IReadOnlyList<KnownVersion>> OfParksAsync(IEnumerable<Guid> parks, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(Versions);
        command.Parameters.Add(new() { Value = parks.Distinct().ToArray() });
        command.Parameters.Add(new() { Value = Types });
        var known = new List<KnownVersion>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            known.Add(Read(reader));
        }

        return known;
    }

    private static KnownVersion Read(NpgsqlDataReader row)
    {
        var statements = row.GetFieldValue<Guid[]>(6);
        var stage = row.GetBoolean(7) ? VersionStage.Disclosed : statements.Length > 0 ? VersionStage.Verified : VersionStage.Submitted;
        return new(
            row.GetGuid(0), row.GetInt32(1), row.GetInt32(2), row.GetFieldValue<DateTimeOffset>(3), row.IsDBNull(4) ? null : row.GetString(4), stage,
            row.IsDBNull(5) ? null : CoreOf(row.GetString(5)), statements);
    }

    private static CoreIndicator? CoreOf(string json) =>
        JsonSerializer.Deserialize<Indicator>(json, RegistryJson.Events) is { Id: IndicatorIds.Core, Value: { } value, Target: { } target } core
            ? new(value, target, core.Verdict)
            : null;
}
