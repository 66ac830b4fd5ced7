using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Gateway;

/// <summary>
/// Ends the session here and answers where the browser must go to end it at the issuer too (OpenID Connect RP-Initiated
/// Logout 1.0, 2). A POST with the antiforgery token, so that no foreign page can sign people out.
/// </summary>
public static class EndSignIn
{
    public sealed record Next(string Location);

    public static void MapEndSignIn(this IEndpointRouteBuilder routes) => routes
        .MapPost("/bff/sign-out", HandleAsync)
        .RequireAuthorization(GatewayPolicies.Browser);

    private static async Task<Next> HandleAsync(
        HttpContext http, BrowserSessions sessions, Issuer issuer, IOptions<GatewaySettings> settings, CancellationToken ct)
    {
        var tokens = await sessions.EndAsync(http, ct);
        return new(QueryHelpers.AddQueryString((await issuer.EndpointsAsync(ct)).EndSession, new Dictionary<string, string?>
        {
            ["id_token_hint"] = tokens?.Id,
            ["client_id"] = settings.Value.ClientId,
            ["post_logout_redirect_uri"] = settings.Value.AfterSignOut
        }));
    }
}
