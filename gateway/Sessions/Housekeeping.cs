using Npgsql;

namespace PilotRegistry.Gateway;

/// <summary>Every hour, forgets sessions that have expired.</summary>
public sealed class Housekeeping(NpgsqlDataSource database, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await using var command = database.CreateCommand("delete from sessions where expires < $1");
                command.Parameters.Add(new() { Value = clock.GetUtcNow() });
                await command.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (NpgsqlException unavailable)
            {
                log.LogWarning(unavailable, "Expired sessions could not be swept; next try in an hour");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
