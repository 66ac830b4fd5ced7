using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Disclosure.Releases;

/// <summary>Looks every minute whether a day has ended that is not released yet. What fails is tried again; a day is never passed over.</summary>
public sealed partial class MakeReleases(ReleaseMaker maker, TimeProvider clock, ILogger<MakeReleases> log) : RepeatedWork(clock, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task<TimeSpan> WorkAsync(CancellationToken cancel)
    {
        foreach (var day in await maker.CatchUpAsync(cancel))
        {
            LogReleased(Log, day);
        }

        return Pause;
    }

    [LoggerMessage(LogLevel.Information, "The open data of {Day} are released.")]
    private static partial void LogReleased(ILogger log, DateOnly day);
}
