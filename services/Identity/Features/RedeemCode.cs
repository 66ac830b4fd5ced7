using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace PilotRegistry.Identity;

/// <summary>A code becomes tokens, once (RFC 6749, 4.1.3). A second try means that somebody copied it: what it gave is revoked (4.1.2).</summary>
public sealed class RedeemCode(IdentityDb db, TokenWriter tokens, TimeProvider clock, ILogger<RedeemCode> log)
{
    public async Task<IResult> HandleAsync(Client client, OAuthParameters form, CancellationToken ct)
    {
        var (hash, now) = (Secret.Hash(form["code"] ?? ""), clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var code = await db.Codes.AsNoTracking().SingleOrDefaultAsync(c => c.Hash == hash && c.ClientId == client.Id, ct);
        if (code is null) return OAuthRefusal.InvalidGrant;

        // One statement decides who was first; the loser waits for the winner's commit and then finds the grant to revoke.
        var isFirst = await db.Codes.Where(c => c.Hash == hash && c.Used == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Used, now), ct) == 1;
        if (!isFirst) return await RefuseReplayAsync(code, now, ct);

        var account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == code.AccountId, ct);
        if (!IsRightful(code, form, now) || account.Disabled is not null)
        {
            await transaction.CommitAsync(ct);
            return OAuthRefusal.InvalidGrant;
        }

        var (grant, refresh) = Open(code, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await tokens.IssueAsync(account, grant, grant.Scope, refresh, code.Nonce, ct);
    }

    private (Grant Grant, string? RefreshToken) Open(AuthorizationCode code, DateTimeOffset now)
    {
        var grant = new Grant
        {
            Id = code.GrantId,
            ClientId = code.ClientId,
            AccountId = code.AccountId,
            SessionId = code.SessionId,
            Scope = code.Scope,
            SignedIn = code.SignedIn,
            Expires = code.SignedIn + Lifetimes.Session
        };
        db.Grants.Add(grant);
        return (grant, Scopes.Read(code.Scope).Contains(Scopes.OfflineAccess) ? RotateRefreshToken.Add(db, grant, now) : null);
    }

    /// <summary>In time, for the same address (RFC 6749, 4.1.3), and by whoever began (RFC 7636, 4.6).</summary>
    internal static bool IsRightful(AuthorizationCode code, OAuthParameters form, DateTimeOffset now) =>
        now < code.Expires
        && form["redirect_uri"] == code.RedirectUri
        && form["code_verifier"] is { Length: >= 43 and <= 128 } verifier
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))),
            Encoding.ASCII.GetBytes(code.Challenge));

    private async Task<IResult> RefuseReplayAsync(AuthorizationCode code, DateTimeOffset now, CancellationToken ct)
    {
        log.LogWarning("A code of client {Client} was used twice; its grant {Grant} is revoked", code.ClientId, code.GrantId);
        await db.Grants.Where(grant => grant.Id == code.GrantId && grant.Revoked == null)
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.Revoked, now), ct);
        await db.Database.CurrentTransaction!.CommitAsync(ct);
        return OAuthRefusal.InvalidGrant;
    }
}
