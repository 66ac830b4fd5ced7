using Npgsql;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Gateway;

/// <summary>Every hour, forgets sessions that have expired.</summary>
public sealed class Housekeeping(NpgsqlDataSource database, TimeProvider clock, ILogger<Housekeeping> log) : RepeatedWork(clock, log)
{
    protected override async Task<TimeSpan> WorkAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("delete from sessions where expires < $1");
        command.Parameters.Add(new() { Value = Clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync(cancel);
        return TimeSpan.FromHours(1);
    }
}
