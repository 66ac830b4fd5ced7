using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// Background work, done again and again for as long as the service runs. What goes wrong ends no service: it is an error in the log
/// once, until a round succeeds again, and is tried again.
/// </summary>
public abstract partial class RepeatedWork(TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>How long to rest when a round went wrong.</summary>
    protected virtual TimeSpan AfterTrouble => TimeSpan.FromSeconds(10);

    protected TimeProvider Clock { get; } = clock;

    protected ILogger Log { get; } = log;

    /// <summary>One round. How long to rest before the next.</summary>
    protected abstract Task<TimeSpan> WorkAsync(CancellationToken cancel);

    /// <summary>Rests; work that can be woken looks earlier.</summary>
    protected virtual Task RestAsync(TimeSpan atMost, CancellationToken cancel) => Task.Delay(atMost, Clock, cancel);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A service is up before its background work begins.
        await Task.Yield();
        for (var troubled = false; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                var rest = await WorkAsync(stoppingToken);
                troubled = false;
                await RestAsync(rest, stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                LogTrouble(Log, troubled ? LogLevel.Debug : LogLevel.Error, trouble, GetType().Name);
                troubled = true;
                await Task.Delay(AfterTrouble, Clock, stoppingToken);
            }
        }
    }

    [LoggerMessage("{Work} stumbled and will try again.")]
    private static partial void LogTrouble(ILogger log, LogLevel level, Exception trouble, string work);
}
