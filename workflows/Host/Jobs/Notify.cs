using Npgsql;
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
        var facts = CaseFacts.Of(job.Variables);
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                NoticeRows.Put(
                    StableId.Of("notice", job.Id, role), job.Instance, template, NoticeReaders.Of(role, facts), job.BusinessKey, facts, await TaskOfAsync(job.Instance, role, cancel), clock.GetUtcNow()),
            },
        };
        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>What is open in the case: the role's own task, else the one that is due first, which the reader may not open but waits for.</summary>
    private async Task<NoticeTask?> TaskOfAsync(Guid instance, string role, CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            "select case when $2 = any(groups) then id end, process, node, kind, due from tasks where instance = $1 order by $2 = any(groups) desc, due nulls last, element limit 1",
            Sql.Of(instance), Sql.Of(role));
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel)
            ? new(row.IsDBNull(0) ? null : row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4))
            : null;
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
