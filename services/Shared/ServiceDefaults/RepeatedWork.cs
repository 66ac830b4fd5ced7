using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// Background work, done again and again for as long as the service runs. What goes wrong ends no service and is tried again; it is an
/// error in the log once, and once more for every hour that it lasts, until a round succeeds.
/// </summary>
public abstract partial class RepeatedWork(TimeProvider clock, ILogger log) : BackgroundService
{
    private static readonly TimeSpan SaidAgain = TimeSpan.FromHours(1);

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
        for ((string Said, DateTimeOffset At) last = default; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                var rest = await WorkAsync(stoppingToken);
                last = default;
                await RestAsync(rest, stoppingToken);
            }
            catch (Exception trouble) when (!stoppingToken.IsCancellationRequested)
            {
                var (said, now) = ($"{trouble.GetType()}: {trouble.Message}", Clock.GetUtcNow());
                var isNew = said != last.Said || now - last.At >= SaidAgain;
                LogTrouble(Log, isNew ? LogLevel.Error : LogLevel.Debug, trouble, GetType().Name);
                last = isNew ? (said, now) : last;
                await Task.Delay(AfterTrouble, Clock, stoppingToken);
            }
        }
    }

    [LoggerMessage("{Work} stumbled and will try again.")]
    private static partial void LogTrouble(ILogger log, LogLevel level, Exception trouble, string work);
}
