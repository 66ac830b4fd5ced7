using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// Background work of a host: does what is due, again at once while there is more, and looks again a few times a second. Any number
/// of hosts run it beside each other; who dies leaves nothing behind that another does not take up.
/// </summary>
public abstract partial class Loop(Instances instances, TimeProvider clock, ILogger log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250), AfterTrouble = TimeSpan.FromSeconds(2);

    protected Instances Instances { get; } = instances;

    protected TimeProvider Clock { get; } = clock;

    protected ILogger Log { get; } = log;

    /// <summary>Does what is due. Whether there may be more at once.</summary>
    public abstract Task<bool> RoundAsync(CancellationToken cancel);

    /// <summary>Who acts: the registry itself, by the name of the work.</summary>
    protected static Envelope By(string command, string? causation = null) => new(null, "service", command, Causation: causation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Never disposed: a commit at the moment of stopping may still wake it.
        var (moved, alone) = (new SemaphoreSlim(0, 1), new Lock());
        void Wake()
        {
            lock (alone)
            {
                if (moved.CurrentCount == 0) moved.Release();
            }
        }

        Instances.Moved += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                if (!await CarefullyAsync(stoppingToken)) await moved.WaitAsync(Look, stoppingToken);
            }
        }
        finally
        {
            Instances.Moved -= Wake;
        }
    }

    /// <summary>The database may be away, or one thing broken: both are seen, neither ends the loop.</summary>
    private async Task<bool> CarefullyAsync(CancellationToken cancel)
    {
        try
        {
            return await RoundAsync(cancel);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogTrouble(Log, trouble, GetType().Name);
            await Task.Delay(AfterTrouble, Clock, cancel);
            return true;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Loop} stumbled and will try again.")]
    private static partial void LogTrouble(ILogger log, Exception trouble, string loop);
}
