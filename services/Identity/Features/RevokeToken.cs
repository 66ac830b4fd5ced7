using Microsoft.EntityFrameworkCore;

namespace PilotRegistry.Identity;

/// <summary>
/// A client gives a refresh token back, and its family with it (RFC 7009, 2.1). Whatever else is sent gets 200 as well
/// (2.2): access tokens end by themselves within minutes.
/// </summary>
public static class RevokeToken
{
    public static void MapRevokeToken(this IEndpointRouteBuilder routes) => routes
        .MapPost("/connect/revocation", HandleAsync)
        .AllowAnonymous()
        .ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(
        HttpRequest request, ClientAuthentication clients, IdentityDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await OAuthParameters.ReadAsync(request, ct) is not { } form || form["token"] is not { } token) return OAuthRefusal.Malformed;
        if (await clients.FindAsync(request, form, ct) is not { } client) return OAuthRefusal.UnknownClient;

        var (hash, now) = (Secret.Hash(token), clock.GetUtcNow());
        await db.Grants
            .Where(grant => grant.ClientId == client.Id && grant.Revoked == null && db.RefreshTokens.Any(t => t.Hash == hash && t.GrantId == grant.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(grant => grant.Revoked, now), ct);
        return Results.Ok();
    }
}
