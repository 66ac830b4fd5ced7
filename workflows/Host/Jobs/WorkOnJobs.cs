using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// Gives jobs to the workers of this host. A job is leased, so that another host takes it when this one dies: it is done at least
/// once. What fails is tried again, later each time; without retries left it is an incident.
/// </summary>
public sealed partial class WorkOnJobs(EventDatabase database, Instances instances, IEnumerable<IJobWorker> workers, TimeProvider clock, ILogger<WorkOnJobs> log)
    : Loop(instances, clock, log)
{
    /// <summary>Short, and lengthened while a worker is at it: who dies is replaced within it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);

    private const int AtOnce = 10;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1), LongestWait = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, IJobWorker> workers = workers.ToDictionary(worker => worker.Type, StringComparer.Ordinal);

    public override async Task<bool> RoundAsync(CancellationToken cancel)
    {
        if (workers.Count == 0) return false;
        var leased = await LeaseAsync(cancel);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var keeping = KeepAsync(leased, done.Token);
        await Task.WhenAll(leased.Select(each => WorkAsync(each.Instance, each.Element, cancel)));
        await done.CancelAsync();
        await keeping;
        return leased.Count == AtOnce;
    }

    /// <summary>Lengthens the leases of what this host is at, until it is done.</summary>
    private async Task KeepAsync(IReadOnlyList<(Guid Instance, int Element)> leased, CancellationToken done)
    {
        try
        {
            while (leased.Count > 0)
            {
                await Task.Delay(Lease / 2, Clock, done);
                await using var command = database.Source.Command(
                    """
                    update jobs set available_at = $3 from unnest($1, $2) as mine (instance, element)
                    where jobs.instance = mine.instance and jobs.element = mine.element and retries > 0 and available_at < $3
                    """,
                    Sql.Of(leased.Select(each => each.Instance)), Sql.Of(leased.Select(each => each.Element)), Sql.Of(Clock.GetUtcNow() + Lease));
                await command.ExecuteNonQueryAsync(done);
            }
        }
        catch (OperationCanceledException)
        {
            // All of it is done, or this host stops.
        }
    }

    /// <summary>One second after the first failure, twice as long after each further one, at most five minutes.</summary>
    /// <param name="left">Retries that are left of <paramref name="planned"/>.</param>
    internal static TimeSpan WaitAfter(int planned, int left) =>
        FirstWait * Math.Pow(2, Math.Clamp(planned - left, 0, 10)) is var wait && wait < LongestWait ? wait : LongestWait;

    private async Task WorkAsync(Guid instance, int element, CancellationToken cancel)
    {
        if (await Instances.ReadAsync(instance, cancel) is not { State.Process: var state } || !state.Jobs.TryGetValue(element, out var open) || open.Retries == 0) return;
        await Instances.TakeAsync(instance, await AnswerAsync(state, open, cancel), By("WorkOnJobs", JobId(instance, element).ToString()), cancel: cancel);
    }

    private async Task<Command> AnswerAsync(ProcessState state, OpenJob open, CancellationToken cancel)
    {
        try
        {
            var headers = open.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.Ordinal);
            var job = new Job(JobId(state.Instance, open.Element), state.Instance, open.Element, open.Type, open.Retries, headers, state.BusinessKey, Seen(state, open.Element));
            var result = await workers[open.Type].WorkAsync(job, cancel);
            return result.Error is { } code
                ? new Command.ThrowError(open.Element, code, result.Reason, result.Results)
                : new Command.CompleteJob(open.Element, result.Results);
        }
        catch (Exception failed) when (failed is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogFailed(Log, failed, open.Type, state.Instance, open.Element);
            var left = open.Retries - 1;
            return new Command.FailJob(open.Element, left, failed.GetType().Name, left > 0 ? Clock.GetUtcNow() + WaitAfter(planned: 3, left) : null);
        }
    }

    private static Guid JobId(Guid instance, int element) => StableId.Of("job", instance, element);

    /// <summary>The variables in sight of an element.</summary>
    private static Variables Seen(ProcessState state, int element) =>
        state.Elements[element] is { Parent: { } parent } inner ? Seen(state, parent).With(inner.Variables) : state.Elements[element].Variables;

    private async Task<IReadOnlyList<(Guid Instance, int Element)>> LeaseAsync(CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        await using var command = database.Source.Command(
            """
            update jobs set available_at = $3 where (instance, element) in (
                select instance, element from jobs j where type = any($1) and retries > 0 and available_at <= $2
                    and exists (select from instances i where i.id = j.instance and i.status = 'running')
                order by available_at limit $4 for update skip locked)
            returning instance, element
            """,
            Sql.Of(workers.Keys), Sql.Of(now), Sql.Of(now + Lease), Sql.Of(AtOnce));
        var leased = new List<(Guid, int)>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) leased.Add((reader.GetGuid(0), reader.GetInt32(1)));
        return leased;
    }

    [LoggerMessage(LogLevel.Warning, "A job of type {Type} failed: instance {Instance}, element {Element}.")]
    private static partial void LogFailed(ILogger log, Exception failed, string type, Guid instance, int element);
}
