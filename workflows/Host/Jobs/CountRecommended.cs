using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>Gives <c>recommended</c>: how many parks of the case's province are recommended in its batch, by what Registration published.</summary>
public sealed class CountRecommended(EventDatabase database) : IJobWorker
{
    public string Type => "count-recommended";

    public async Task<JobResult> WorkAsync(Job job, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            """
            select count(distinct m.key) from messages m
            where m.name = 'application-recommended' and m.variables ->> 'batch' = $1
                and exists (select from instances i where i.process = 'application' and i.business_key = m.key and i.province = $2)
            """,
            Sql.Of(job.TextOf("batch") ?? ""), Sql.Of(job.TextOf("province") ?? ""));
        return new(Variables.Of(("recommended", FeelValue.Of((decimal)(long)(await command.ExecuteScalarAsync(cancel))!))));
    }
}
