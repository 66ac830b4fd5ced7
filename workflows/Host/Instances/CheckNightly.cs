using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>Every night one of the hosts checks the law (<see cref="FoldCheck"/>); what breaks it is an error in the log with its ids.</summary>
public sealed partial class CheckNightly(EventDatabase database, FoldCheck check, TimeProvider clock, ILogger<CheckNightly> log) : BackgroundService
{
    private const long Lock = 4_021_630;

    /// <summary>Half past two in Beijing, in UTC.</summary>
    private static readonly TimeSpan Hour = new(18, 30, 0);

    /// <summary>How long until the next night's check.</summary>
    internal static TimeSpan Until(DateTimeOffset now)
    {
        var wait = now.UtcDateTime.Date + Hour - now.UtcDateTime;
        return wait > TimeSpan.Zero ? wait : wait + TimeSpan.FromDays(1);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Until(clock.GetUtcNow()), clock, stoppingToken);
            try
            {
                await CheckAsync(stoppingToken);
            }
            catch (Exception trouble) when (trouble is InvalidOperationException or Npgsql.NpgsqlException)
            {
                LogBroken(log, trouble.Message);
            }
        }
    }

    /// <summary>Unless another host is at it.</summary>
    private async Task CheckAsync(CancellationToken cancel)
    {
        await using var connection = await database.Source.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var take = new Npgsql.NpgsqlCommand("select pg_try_advisory_lock($1)", connection, transaction) { Parameters = { Sql.Of(Lock) } };
        var taken = await take.ExecuteScalarAsync(cancel) is true;
        await transaction.CommitAsync(cancel);
        if (!taken) return;
        try
        {
            await using var report = new StringWriter();
            await check.RunAsync(report, cancel);
            LogWhole(log, report.ToString().Trim());
        }
        finally
        {
            await using var give = new Npgsql.NpgsqlCommand("select pg_advisory_unlock($1)", connection) { Parameters = { Sql.Of(Lock) } };
            await give.ExecuteScalarAsync(CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Information, "Snapshots against their events: {Report}")]
    private static partial void LogWhole(ILogger log, string report);

    [LoggerMessage(LogLevel.Error, "Snapshots against their events: {Fault}")]
    private static partial void LogBroken(ILogger log, string fault);
}
