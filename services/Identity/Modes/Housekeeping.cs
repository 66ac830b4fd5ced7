using Microsoft.EntityFrameworkCore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>Every hour, forgets what has expired. A used code is kept as long as its grant could live: a replay must find it.</summary>
public sealed class Housekeeping(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Housekeeping> log) : RepeatedWork(clock, log)
{
    protected override async Task<TimeSpan> WorkAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await SweepAsync(scope.ServiceProvider.GetRequiredService<IdentityDb>(), Clock.GetUtcNow(), cancel);
        return TimeSpan.FromHours(1);
    }

    internal static async Task SweepAsync(IdentityDb db, DateTimeOffset now, CancellationToken ct)
    {
        var longAgo = now - Lifetimes.Session;
        await db.Sessions.Where(session => session.Expires < now).ExecuteDeleteAsync(ct);
        await db.Codes.Where(code => code.Expires < longAgo).ExecuteDeleteAsync(ct);
        await db.Grants.Where(grant => grant.Expires < now).ExecuteDeleteAsync(ct);
    }
}
