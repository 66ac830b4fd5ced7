using Npgsql;

namespace PilotRegistry.Disclosure.Releases;

/// <summary>Looks every minute whether a day has ended that is not released yet. What fails is tried again; a day is never passed over.</summary>
public sealed partial class MakeReleases(ReleaseMaker maker, TimeProvider clock, ILogger<MakeReleases> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var day in await maker.CatchUpAsync(stoppingToken))
                {
                    LogReleased(day);
                }
            }
            catch (Exception trouble) when (IsPassing(trouble) && !stoppingToken.IsCancellationRequested)
            {
                LogTrouble(trouble);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private static bool IsPassing(Exception trouble) =>
        trouble is HttpRequestException or OperationCanceledException or NpgsqlException or IOException or InvalidDataException or FormatException or UnauthorizedAccessException;

    [LoggerMessage(LogLevel.Information, "The open data of {Day} are released.")]
    private partial void LogReleased(DateOnly day);

    [LoggerMessage(LogLevel.Error, "The open data could not be released; it is tried again every minute.")]
    private partial void LogTrouble(Exception trouble);
}
