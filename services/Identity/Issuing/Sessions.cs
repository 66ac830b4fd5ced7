using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>
/// Browsers that have signed in here. The cookie holds a random secret, the table its hash; every sign-in makes a new one,
/// so a secret planted beforehand is worth nothing (session fixation).
/// </summary>
public sealed class Sessions(IdentityDb db, IOptions<TokenIssuer> issuer, TimeProvider clock)
{
    private bool IsSecure => issuer.Value.Issuer.StartsWith("https:", StringComparison.Ordinal);

    // The __Host- prefix pins the cookie to this host and to TLS (RFC 6265bis, 4.1.3.2); without TLS browsers refuse the name.
    private string CookieName => IsSecure ? "__Host-registry-issuer" : "registry-issuer";

    private CookieOptions Cookie => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = IsSecure, Path = "/", IsEssential = true };

    public async Task StartAsync(HttpContext http, Account account, CancellationToken ct)
    {
        if (await FindAsync(http, ct) is { } before) await EndAsync([before.Id], ct);
        var secret = Secret.New();
        var now = clock.GetUtcNow();
        db.Sessions.Add(new()
        {
            Id = Guid.CreateVersion7(),
            SecretHash = Secret.Hash(secret),
            AccountId = account.Id,
            SignedIn = now,
            Expires = now + Lifetimes.Session
        });
        await db.SaveChangesAsync(ct);
        http.Response.Cookies.Append(CookieName, secret, Cookie);
    }

    /// <summary>Who signed in with this browser; null when nobody, too long ago, or the account was disabled since.</summary>
    public async Task<Session?> FindAsync(HttpContext http, CancellationToken ct)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 and < 100 } secret) return null;
        var (hash, now) = (Secret.Hash(secret), clock.GetUtcNow());
        return await db.Sessions.AsNoTracking().Include(session => session.Account)
            .SingleOrDefaultAsync(session => session.SecretHash == hash && session.Expires > now && session.Account!.Disabled == null, ct);
    }

    /// <summary>Signs out everywhere these sessions reach: their codes and refresh tokens go with them.</summary>
    public async Task EndAsync(IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Sessions.Where(session => ids.Contains(session.Id)).ExecuteDeleteAsync(ct);
        await db.Codes.Where(code => ids.Contains(code.SessionId) && code.Used == null).ExecuteDeleteAsync(ct);
        await db.Grants.Where(grant => ids.Contains(grant.SessionId) && grant.Revoked == null)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.Revoked, now), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Every session of an account, for example when it is disabled.</summary>
    public async Task EndAllAsync(Guid accountId, CancellationToken ct) =>
        await EndAsync(await db.Sessions.Where(session => session.AccountId == accountId).Select(session => session.Id).ToListAsync(ct), ct);

    public void ForgetCookie(HttpContext http) => http.Response.Cookies.Delete(CookieName, Cookie);
}
