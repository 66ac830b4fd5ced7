using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Messaging.Sidecar;

/// <summary>Carries events from the local queue to the subscribers. Any number of copies may run.</summary>
internal sealed class Deliverer(Queue queue, Subscribers subscribers, IOptions<SidecarOptions> options, ILogger<Deliverer> log) : BackgroundService
{
    private const int MostAtOnce = 20;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    private readonly Nudge nudge = new();

    /// <summary>One round: offers what is due; says how much that was. A slow subscriber does not hold up the others.</summary>
    public async Task<int> DeliverAsync(CancellationToken cancel)
    {
        var due = await queue.TakeAsync(MostAtOnce, cancel);
        await Task.WhenAll(due.GroupBy(d => d.Subscriber).Select(g => DeliverAsync([.. g], cancel)));
        return due.Count;
    }

    public override void Dispose()
    {
        nudge.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        queue.Added += nudge.Give;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (await RoundAsync(stoppingToken) < MostAtOnce)
                {
                    await nudge.WaitAsync(Look, stoppingToken);
                }
            }
        }
        finally
        {
            queue.Added -= nudge.Give;
        }
    }

    private async Task<int> RoundAsync(CancellationToken cancel)
    {
        try
        {
            return await DeliverAsync(cancel);
        }
        catch (Npgsql.NpgsqlException away)
        {
            log.LogWarning("The queue cannot be read ({Reason}); trying again", away.Message);
            return 0;
        }
    }

    private async Task DeliverAsync(Delivery[] deliveries, CancellationToken cancel)
    {
        for (var n = 0; n < deliveries.Length; n++)
        {
            switch (await subscribers.DeliverAsync(deliveries[n], cancel))
            {
                case Attempt.Settled:
                    await queue.SettleAsync(deliveries[n], cancel);
                    break;
                case Attempt.Refused(var reason):
                    await queue.RefuseAsync(deliveries[n], reason, options.Value.MostAttempts, cancel);
                    log.LogWarning("{Subscriber} refused delivery {Delivery}: {Reason}", deliveries[n].Subscriber, deliveries[n].Id, reason);
                    break;
                case Attempt.Unreachable(var reason):
                    await queue.PostponeAsync(deliveries[n..], reason, cancel);
                    return;
            }
        }
    }
}
