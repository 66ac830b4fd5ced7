using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PilotRegistry.EventStore;

namespace PilotRegistry.Messaging.Publishing;

/// <summary>Runs the forwarder for as long as the service runs: at once after a commit here, otherwise four times a second.</summary>
internal sealed class ForwarderLoop(Forwarder forwarder, EventDatabase database, TimeProvider clock, ILogger<ForwarderLoop> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private readonly Nudge nudge = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await forwarder.StopAsync();
        }
        catch (Npgsql.NpgsqlException)
        {
            // The lease runs out by itself.
        }
    }

    public override void Dispose()
    {
        nudge.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        database.Committed += nudge.Give;
        try
        {
            for (var failures = 0; !stoppingToken.IsCancellationRequested;)
            {
                var round = await RoundAsync(stoppingToken);
                failures = round == Round.SidecarAway ? failures + 1 : 0;
                await WaitAsync(round, failures, stoppingToken);
            }
        }
        finally
        {
            database.Committed -= nudge.Give;
        }
    }

    private async Task<Round> RoundAsync(CancellationToken cancel)
    {
        try
        {
            return await forwarder.ForwardAsync(cancel);
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            // The database is away, or an event cannot be read. Neither may end the loop; both are seen here and as lag.
            log.LogError(broken, "The forwarder stumbled and will try again");
            return Round.SidecarAway;
        }
    }

    private async Task WaitAsync(Round round, int failures, CancellationToken cancel)
    {
        switch (round)
        {
            case Round.More:
                return;
            case Round.SidecarAway:
                var longer = Look * Math.Pow(2, Math.Min(failures, 10));
                await Task.Delay(longer < LongestWait ? longer : LongestWait, clock, cancel);
                return;
            case Round.OthersTurn:
                await Task.Delay(Forwarder.LeaseLength / 3, clock, cancel);
                return;
            default:
                await nudge.WaitAsync(Look, cancel);
                return;
        }
    }
}
