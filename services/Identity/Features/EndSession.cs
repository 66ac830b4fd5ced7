using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>
/// A client signs its user out (OpenID Connect RP-Initiated Logout 1.0). The ID token shows that the client means this
/// session, so no page has to ask "really?"; without one nothing happens, else any site could sign people out.
/// </summary>
public static class EndSession
{
    public static void MapEndSession(this IEndpointRouteBuilder routes) => routes
        .MapMethods("/connect/logout", [HttpMethods.Get, HttpMethods.Post], HandleAsync)
        .AllowAnonymous()
        .ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(
        HttpContext http, IdentityDb db, Sessions sessions, SigningKeys keys, IOptions<TokenIssuer> issuer, CancellationToken ct)
    {
        var asked = await OAuthParameters.ReadAsync(http.Request, ct) ?? throw Refused();
        var hint = Read(asked["id_token_hint"], await keys.PublishedAsync(ct), issuer.Value) ?? throw Refused();
        var client = await db.Clients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == hint["aud"], ct) ?? throw Refused();
        // Section 3: never to an address that was not registered, character by character.
        if ((asked["client_id"] ?? client.Id) != client.Id || (asked["post_logout_redirect_uri"] ?? client.PostLogoutRedirectUri) != client.PostLogoutRedirectUri)
            throw Refused();

        var meant = Guid.Parse(hint["sid"]!);
        if ((await sessions.FindAsync(http, ct))?.Id == meant) sessions.ForgetCookie(http);
        await sessions.EndAsync([meant], ct);
        return new SeeOther(asked["state"] is { } state && asked["post_logout_redirect_uri"] is { } back
            ? QueryHelpers.AddQueryString(back, "state", state)
            : asked["post_logout_redirect_uri"] ?? "/");
    }

    /// <summary>Ours by signature and issuer. It may have expired: people sign out late (section 2).</summary>
    private static SignedToken? Read(string? hint, IReadOnlyList<SigningKey> keys, TokenIssuer issuer) =>
        hint is not null
        && SignedToken.Parse(hint, "JWT") is { } token
        && keys.FirstOrDefault(key => key.Id == token.KeyId) is { } key
        && token.IsSignedBy(key.Key)
        && token["iss"] == issuer.Issuer
            ? token : null;

    private static BadRequestException Refused() =>
        new(400, "logout-refused", "Signing out needs the ID token of the session and, if any, the registered post_logout_redirect_uri.");
}
