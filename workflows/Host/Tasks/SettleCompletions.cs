using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// Decisions whose answer this service never heard, since it or the owning service died: the owning service says for good whether
/// they were recorded. Until then people see that they are being recorded.
/// </summary>
public sealed partial class SettleCompletions(
    EventDatabase database, Instances instances, Completions completions, OwnerCalls services, TimeProvider clock, ILogger<SettleCompletions> log)
    : Loop(instances, clock, log)
{
    private const int AtOnce = 20;

    /// <summary>When the owning service did not say.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    public override async Task<bool> RoundAsync(CancellationToken cancel)
    {
        var claimed = await ClaimAsync(cancel);
        await Task.WhenAll(claimed.Select(each => SettleAsync(each.Instance, each.Element, each.Command, cancel)));
        return claimed.Count == AtOnce;
    }

    private async Task SettleAsync(Guid instance, int element, Guid command, CancellationToken cancel)
    {
        var by = By("SettleCompletions", command.ToString());
        if (await Instances.ReadAsync(instance, cancel) is not { State: var state }
            || state.Work.GetValueOrDefault(element)?.Completion is not { } completion || completion.Command != command)
        {
            return;
        }

        if (Kinds.Find(completion.Kind).Outcomes.GetValueOrDefault(completion.Outcome) is not { } owned) return;
        switch (await services.SettleAsync(owned.Service, command, cancel))
        {
            case { Done: true, Version: var version }:
                await completions.RecordAsync(instance, element, command, version, by, cancel);
                break;
            case { Done: false }:
                await completions.RefuseAsync(instance, element, command, Completions.NotRecorded, by, cancel);
                break;
            default:
                LogWaiting(Log, command, owned.Service);
                break;
        }
    }

    /// <summary>Nobody else asks for them while this host does.</summary>
    private async Task<IReadOnlyList<(Guid Instance, int Element, Guid Command)>> ClaimAsync(CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        await using var command = database.Source.Command(
            """
            update tasks set settle_at = $2 where id in (select id from tasks where settle_at <= $1 order by settle_at limit $3 for update skip locked)
            returning instance, element, command
            """,
            Sql.Of(now), Sql.Of(now + Again), Sql.Of(AtOnce));
        var claimed = new List<(Guid, int, Guid)>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) claimed.Add((reader.GetGuid(0), reader.GetInt32(1), reader.GetGuid(2)));
        return claimed;
    }

    [LoggerMessage(LogLevel.Warning, "Command {Command} is not settled: {Service} does not say what became of it.")]
    private static partial void LogWaiting(ILogger log, Guid command, string service);
}
