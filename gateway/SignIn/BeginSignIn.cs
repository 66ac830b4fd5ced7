using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Gateway;

/// <summary>Sends the browser to the issuer (OpenID Connect Core 1.0, 3.1.2.1, with PKCE) and remembers what it must bring back.</summary>
public static class BeginSignIn
{
    public static void MapBeginSignIn(this IEndpointRouteBuilder routes) => routes
        .MapGet("/bff/sign-in", HandleAsync)
        .AllowAnonymous();

    private static async Task<IResult> HandleAsync(
        HttpContext http, Issuer issuer, SignInAttempt.Cookie cookie, IOptions<GatewaySettings> settings, CancellationToken ct, string? returnUrl = null)
    {
        var attempt = SignInAttempt.New(LocalPath.Or(returnUrl, "/desk"));
        var address = QueryHelpers.AddQueryString((await issuer.EndpointsAsync(ct)).Authorization, new Dictionary<string, string?>
        {
            ["client_id"] = settings.Value.ClientId,
            ["redirect_uri"] = settings.Value.RedirectUri,
            ["response_type"] = "code",
            ["scope"] = "openid offline_access",
            ["state"] = attempt.State,
            ["nonce"] = attempt.Nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(attempt.Verifier))),
            ["code_challenge_method"] = "S256"
        });
        cookie.Write(http, attempt);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Redirect(address);
    }
}
