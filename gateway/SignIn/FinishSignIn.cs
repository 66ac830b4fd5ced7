using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Gateway;

/// <summary>The issuer's answer, brought by the browser: a code that becomes tokens, and the tokens a session.</summary>
public sealed class FinishSignIn(
    Issuer issuer, IssuerKeys keys, SignInAttempt.Cookie cookie, BrowserSessions sessions,
    IOptions<GatewaySettings> settings, IOptions<TokenIssuer> trusted, ILogger<FinishSignIn> log)
{
    /// <summary>The page offers to try again; going on by ourselves could run in circles.</summary>
    private const string Failed = "/sign-in?error=try-again";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/bff/callback", (HttpContext http, FinishSignIn finish, CancellationToken ct, string? code = null, string? state = null, string? iss = null) =>
            finish.HandleAsync(http, code, state, iss, ct))
        .AllowAnonymous();

    private async Task<IResult> HandleAsync(HttpContext http, string? code, string? state, string? iss, CancellationToken ct)
    {
        http.Response.Headers.CacheControl = "no-store";
        var attempt = cookie.Take(http);
        // RFC 9207, 2.4: an answer that names another issuer is not for us.
        if (attempt is null || code is null || state != attempt.State || (iss ?? trusted.Value.Issuer) != trusted.Value.Issuer)
            return Refuse("the answer does not belong to an attempt of this browser");
        if (await issuer.RedeemAsync(code, attempt.Verifier, ct) is not var (tokens, lifetime))
            return Refuse("the issuer refused the code");
        if (!await IsMeantForUsAsync(tokens.Id, attempt.Nonce, ct))
            return Refuse("the ID token is not meant for this attempt");

        await sessions.StartAsync(http, tokens, lifetime, ct);
        return Results.Redirect(attempt.ReturnUrl);
    }

    /// <summary>OpenID Connect Core 1.0, 3.1.3.7: signature, issuer, audience, nonce.</summary>
    private async Task<bool> IsMeantForUsAsync(string idToken, string nonce, CancellationToken ct) =>
        SignedToken.Parse(idToken, "JWT") is { } token
        && await keys.FindAsync(token.KeyId, ct) is { } key
        && token.IsSignedBy(key)
        && token["iss"] == trusted.Value.Issuer
        && token["aud"] == settings.Value.ClientId
        && token["nonce"] == nonce;

    private IResult Refuse(string reason)
    {
        log.LogWarning("A sign-in was not finished: {Reason}", reason);
        return Results.Redirect(Failed);
    }
}
