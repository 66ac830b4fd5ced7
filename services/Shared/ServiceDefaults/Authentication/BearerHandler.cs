using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// Signs a request in by its <c>Authorization: Bearer</c> header (RFC 6750, 2.1; the two other ways of that RFC, form and
/// query, are not taken: tokens would end up in logs).
/// </summary>
public sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder,
    IssuerKeys keys, IOptions<TokenIssuer> issuer)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (SignedToken.Parse(header["Bearer ".Length..].Trim(), SignedToken.Access) is not { } token) return AuthenticateResult.Fail("Not an access token of ours.");

        try
        {
            if (await keys.FindAsync(token.KeyId, Context.RequestAborted) is not { } key) return AuthenticateResult.Fail("Unknown key.");
            if (!token.IsSignedBy(key)) return AuthenticateResult.Fail("Wrong signature.");
        }
        catch (IssuerUnavailableException unavailable)
        {
            return AuthenticateResult.Fail(unavailable);
        }

        return token.IsValidFor(issuer.Value, TimeProvider.GetUtcNow())
            ? AuthenticateResult.Success(new(token.ToPrincipal(), Scheme))
            : AuthenticateResult.Fail("Expired, or meant for somebody else.");
    }

    /// <summary>401 with the challenge of RFC 6750, 3; or 503 when the issuer's keys cannot be had, which is not the caller's fault.</summary>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        if (result.Failure is IssuerUnavailableException away)
        {
            await Problems.WriteAsync(Context, 503, "service-unavailable", away.Message);
            return;
        }
        Response.Headers[HeaderNames.WWWAuthenticate] = result.Failure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        await Problems.WriteAsync(Context, 401, "sign-in-required", "Sign in first.");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.WriteAsync(Context, 403, "not-allowed", "Your role may not do this.");
}
