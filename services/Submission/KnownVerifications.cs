using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Messaging;

namespace PilotRegistry.Submission;

/// <summary>A verification as far as its events have reached this service.</summary>
/// <param name="SignedAt">When its statement was signed; null before.</param>
public sealed record KnownVerification(Guid SubmissionId, int Version, DateTimeOffset EngagedAt, DateTimeOffset? SignedAt);

/// <summary>
/// What Verification told about years: only to show a park what comes next. Every rule asks Verification itself, so that
/// nothing depends on how fast events travel. They are few for a park and are read from <c>received</c> as they came.
/// </summary>
public sealed class KnownVerifications(EventDatabase database) : ISubscriber
{
    private const string SignedAlias = "verification.statement-signed.v1";

    /// <summary>Nothing to fold: <c>received</c> holds it already.</summary>
    public Task ApplyAsync(IReadOnlyList<CloudEvent> events, NpgsqlTransaction transaction, CancellationToken cancel) => Task.CompletedTask;

    public async Task<IReadOnlyList<KnownVerification>> OfParksAsync(IEnumerable<Guid> parks, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand(
            """
            select (event->'data'->>'submissionId')::uuid, (event->'data'->>'submissionVersion')::int, min(time), max(time) filter (where type = $2)
            from received where subject = any($1) and source = '/verification' group by 1, 2
            """);
        command.Parameters.Add(new() { Value = parks.ToArray() });
        command.Parameters.Add(new() { Value = SignedAlias });
        var known = new List<KnownVerification>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            known.Add(new(reader.GetGuid(0), reader.GetInt32(1), reader.GetFieldValue<DateTimeOffset>(2), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return known;
    }
}
