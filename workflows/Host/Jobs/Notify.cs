using PilotRegistry.Contracts;
using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>Tells roles something of a case: header <c>template</c> names what, <c>to</c> the roles, by commas.</summary>
public sealed class Notify(EventDatabase database, TimeProvider clock) : IJobWorker
{
    public string Type => "notify";

    public async Task<JobResult> WorkAsync(Job job, CancellationToken cancel)
    {
        foreach (var role in job.Headers["to"].Split(',', StringSplitOptions.TrimEntries))
        {
            await TellAsync(job, job.Headers["template"], role, cancel);
        }

        return JobResult.Nothing;
    }

    /// <summary>Once, however often the job is tried.</summary>
    internal async Task TellAsync(Job job, string template, string role, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            """
            insert into notices (id, instance, template, role, business_key, park, province, organisation, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            on conflict (id) do nothing
            """,
            Sql.Of(StableId.Of("notice", job.Id, role)), Sql.Of(job.Instance), Sql.Of(template), Sql.Of(role), Sql.Optional(job.BusinessKey),
            Sql.Optional(job.IdOf("park")), Sql.Optional(job.TextOf("province")), Sql.Optional(job.IdOf("organisation")), Sql.Of(clock.GetUtcNow()));
        await command.ExecuteNonQueryAsync(cancel);
    }
}

/// <summary>Nothing came in time and the case ended: the stream of the process says so, and the park is told.</summary>
public sealed class RecordLapse(EventDatabase database, TimeProvider clock) : IJobWorker
{
    private readonly Notify notices = new(database, clock);

    public string Type => "record-lapse";

    public async Task<JobResult> WorkAsync(Job job, CancellationToken cancel)
    {
        await notices.TellAsync(job, "application-lapsed", "park", cancel);
        return JobResult.Nothing;
    }
}
