using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>公示: makes public what is intended, header <c>notice</c>, so that anybody may object.</summary>
public sealed class PublishNotice(EventDatabase database, TimeProvider clock) : IJobWorker
{
    public string Type => "publish-notice";

    public async Task<JobResult> WorkAsync(Job job, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            "insert into publications (id, instance, notice, park, name, province, thing, at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing",
            Sql.Of(job.Id), Sql.Of(job.Instance), Sql.Of(job.Headers["notice"]), Sql.Optional(job.IdOf("park")), Sql.Optional(job.TextOf("name")),
            Sql.Optional(job.TextOf("province")), Sql.Optional(job.IdOf("case")), Sql.Of(clock.GetUtcNow()));
        await command.ExecuteNonQueryAsync(cancel);
        return JobResult.Nothing;
    }
}
