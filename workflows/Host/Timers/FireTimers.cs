using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// Fires what is due, instance by instance in the order of the moments. An instance that another host has just now is passed over:
/// whoever has it sees its timers with the next look.
/// </summary>
public sealed class FireTimers(EventDatabase database, Instances instances, TimeProvider clock, ILogger<FireTimers> log) : Loop(instances, clock, log)
{
    private const int AtOnce = 50;

    /// <summary>Instances that fire beside each other: while one waits for its commit, others are decided.</summary>
    private const int Beside = 8;

    /// <summary>When an instance cannot fire now, since a decision is being recorded there.</summary>
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(1);

    public override async Task<bool> RoundAsync(CancellationToken cancel)
    {
        var due = await DueAsync(cancel);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = Beside, CancellationToken = cancel }, FireAsync);
        return due.Count == AtOnce;
    }

    private async ValueTask FireAsync(Guid instance, CancellationToken cancel)
    {
        var turned = await Instances.TakeAsync(instance, new Command.FireTimers(), By("FireTimers"), wait: false, cancel: cancel);
        if (turned.Outcome is not Outcome.Done { Changed: true }) await PostponeAsync(instance, cancel);
    }

    private async Task<IReadOnlyList<Guid>> DueAsync(CancellationToken cancel)
    {
        await using var command = database.Source.Command(
            "select instance from (select instance, try_at from timers where try_at <= $1 order by try_at limit $2) due group by instance order by min(try_at)",
            Sql.Of(Clock.GetUtcNow()), Sql.Of(AtOnce));
        var due = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) due.Add(reader.GetGuid(0));
        return due;
    }

    private async Task PostponeAsync(Guid instance, CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        await using var command = database.Source.Command(
            """
            update timers set try_at = $3 where (instance, key) in (
                select instance, key from timers where instance = $1 and try_at <= $2 for update skip locked)
            """,
            Sql.Of(instance), Sql.Of(now), Sql.Of(now + Later));
        await command.ExecuteNonQueryAsync(cancel);
    }
}
