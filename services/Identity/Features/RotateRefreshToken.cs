using Microsoft.EntityFrameworkCore;

namespace PilotRegistry.Identity;

/// <summary>
/// A refresh token is good once and brings its successor (RFC 9700, 4.14.2). One that comes back was copied by somebody,
/// and since nobody can tell who is the thief, the whole family is revoked.
/// </summary>
public sealed class RotateRefreshToken(IdentityDb db, TokenWriter tokens, TimeProvider clock, ILogger<RotateRefreshToken> log)
{
    public async Task<IResult> HandleAsync(Client client, OAuthParameters form, CancellationToken ct)
    {
        var (hash, now) = (Secret.Hash(form["refresh_token"] ?? ""), clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // The family's row is locked first: two uses of one token queue here, and the second sees that it is the second.
        var grant = (await db.Grants.FromSql(
            $"select g.* from grants g join refresh_tokens t on t.grant_id = g.id where t.hash = {hash} for update of g").ToListAsync(ct)).SingleOrDefault();
        if (grant is null || grant.ClientId != client.Id || grant.Revoked is not null || grant.Expires <= now) return OAuthRefusal.InvalidGrant;

        var token = await db.RefreshTokens.SingleAsync(t => t.Hash == hash, ct);
        if (token.Used is not null) return await RefuseReuseAsync(grant, now, ct);
        if (token.Expires <= now) return OAuthRefusal.InvalidGrant;

        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == grant.AccountId, ct);
        if (account.Disabled is not null) return OAuthRefusal.InvalidGrant;
        var scope = form["scope"] ?? grant.Scope;
        if (Scopes.Read(scope).Except(Scopes.Read(grant.Scope)).Any())
            return new OAuthRefusal("invalid_scope", "A refresh cannot ask for more than was granted.");

        token.Used = now;
        var next = Add(db, grant, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        // OpenID Connect Core 1.0, 12.2: same subject and auth_time, no nonce.
        return await tokens.IssueAsync(account, grant, scope, next, nonce: null, ct);
    }

    /// <summary>The family's next token.</summary>
    internal static string Add(IdentityDb db, Grant grant, DateTimeOffset now)
    {
        var token = Secret.New();
        var idleUntil = now + Lifetimes.Idle;
        db.RefreshTokens.Add(new() { Hash = Secret.Hash(token), GrantId = grant.Id, Expires = idleUntil < grant.Expires ? idleUntil : grant.Expires });
        return token;
    }

    private async Task<IResult> RefuseReuseAsync(Grant grant, DateTimeOffset now, CancellationToken ct)
    {
        log.LogWarning("A refresh token of client {Client} was used twice; grant {Grant} is revoked", grant.ClientId, grant.Id);
        grant.Revoked = now;
        await db.SaveChangesAsync(ct);
        await db.Database.CurrentTransaction!.CommitAsync(ct);
        return OAuthRefusal.InvalidGrant;
    }
}
