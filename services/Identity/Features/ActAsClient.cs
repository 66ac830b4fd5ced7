using Microsoft.EntityFrameworkCore;

namespace PilotRegistry.Identity;

/// <summary>A machine gets a token for itself (RFC 6749, 4.4): a service as the platform, a machine of people as the account it belongs to.</summary>
public sealed class ActAsClient(IdentityDb db, TokenWriter tokens)
{
    public async Task<IResult> HandleAsync(Client client, OAuthParameters form, CancellationToken ct)
    {
        // A client that signs people in has no standing of its own.
        if (client.RedirectUri is not null) return new OAuthRefusal("unauthorized_client", "This client may not use client credentials.");
        if (form["scope"] is not null) return new OAuthRefusal("invalid_scope", "Client credentials have no scopes.");

        var account = await db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Id == client.AccountId, ct);
        if (account?.Disabled is not null || (account is null && client.AccountId is not null)) return OAuthRefusal.UnknownClient;
        var subject = account is null ? Subject.Of(client) : Subject.Of(account) with { ParkId = account.ParkId ?? client.ParkId };
        return new IssuedTokens(await tokens.AccessTokenAsync(subject, client.Id, scope: null, ct));
    }
}
