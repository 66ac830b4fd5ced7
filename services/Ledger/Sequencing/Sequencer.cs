using Microsoft.Extensions.Options;
using Npgsql;
using PilotRegistry.Ledger.Keys;
using PilotRegistry.Ledger.Publishing;

namespace PilotRegistry.Ledger.Sequencing;

/// <summary>
/// The one process that gives numbers: it holds a lock of the database, pulls each source in turn, appends what may follow, and
/// publishes. Whoever does not get the lock waits and serves what is public.
/// </summary>
public sealed partial class Sequencer(
    NpgsqlDataSource database, LogTable log, LeafSource leaves, KeyChange keys, Lazy<Publisher> publisher, IOptions<LedgerSettings> settings, LogHealth health, TimeProvider clock,
    ILogger<Sequencer> logger) : BackgroundService
{
    private const long Lock = 5202512261083;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500), AfterTrouble = TimeSpan.FromSeconds(5);

    /// <summary>One round: every source once, then the publication. Whether there may be more at once.</summary>
    public async Task<bool> RoundAsync(long epoch, CancellationToken cancel)
    {
        var more = false;
        foreach (var source in settings.Value.Sources)
        {
            more |= await TakeAsync(epoch, source, cancel);
        }

        var size = await log.SizeAsync(cancel);
        health.Numbered(size);
        await publisher.Value.PublishAsync(size, cancel);
        health.Published(publisher.Value.Last, publisher.Value.Witnesses);
        return more || publisher.Value.Last?.Size != size;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var held = await database.OpenConnectionAsync(stoppingToken);
                if (await IsAloneAsync(held, stoppingToken))
                {
                    await SequenceAsync(stoppingToken);
                }
            }
            catch (Exception trouble) when (trouble is not OperationCanceledException)
            {
                health.Trouble(trouble);
                LogTrouble(trouble);
            }

            await Task.Delay(AfterTrouble, clock, stoppingToken);
        }
    }

    private async Task SequenceAsync(CancellationToken cancel)
    {
        var epoch = await log.BeginAsync(cancel);
        await keys.AnnounceAsync(epoch, cancel);
        while (true)
        {
            if (!await RoundAsync(epoch, cancel))
            {
                await Task.Delay(Pause, clock, cancel);
            }
        }
    }

    private async Task<bool> TakeAsync(long epoch, string source, CancellationToken cancel)
    {
        try
        {
            if (health.IsBroken(source) || await leaves.PullAsync(source, await log.PlaceAsync(source, cancel), cancel) is not { } pulled)
            {
                return false;
            }

            var read = Succession.Read(source, pulled.Leaves);
            var (events, moved) = Succession.Check(source, read, await log.TipsAsync(source, read.Select(l => l.Head.Stream), cancel));
            await log.AppendAsync(epoch, pulled, events, moved, cancel);
            return true;
        }
        catch (BrokenSourceException broken)
        {
            health.Broken(source, broken);
            LogTrouble(broken);
            return false;
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            // A source that is away is asked again with the next round; the others go on.
            return false;
        }
    }

    private static async Task<bool> IsAloneAsync(NpgsqlConnection held, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select pg_try_advisory_lock({Lock})", held);
        return (bool)(await command.ExecuteScalarAsync(cancel))!;
    }

    [LoggerMessage(LogLevel.Critical, "The log stands still.")]
    private partial void LogTrouble(Exception trouble);
}
