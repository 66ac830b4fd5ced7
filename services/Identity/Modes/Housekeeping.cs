using Microsoft.EntityFrameworkCore;

namespace PilotRegistry.Identity;

/// <summary>Every hour, forgets what has expired. A used code is kept as long as its grant could live: a replay must find it.</summary>
public sealed class Housekeeping(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Housekeeping> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await SweepAsync(scope.ServiceProvider.GetRequiredService<IdentityDb>(), clock.GetUtcNow(), stoppingToken);
            }
            catch (Exception unavailable) when (unavailable is Npgsql.NpgsqlException or InvalidOperationException)
            {
                log.LogWarning(unavailable, "Expired sessions could not be swept; next try in an hour");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal static async Task SweepAsync(IdentityDb db, DateTimeOffset now, CancellationToken ct)
    {
        var longAgo = now - Lifetimes.Session;
        await db.Sessions.Where(session => session.Expires < now).ExecuteDeleteAsync(ct);
        await db.Codes.Where(code => code.Expires < longAgo).ExecuteDeleteAsync(ct);
        await db.Grants.Where(grant => grant.Expires < now).ExecuteDeleteAsync(ct);
    }
}
