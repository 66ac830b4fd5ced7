using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Gateway;

/// <summary>
/// Who passes. A request with an Authorization header is judged by it alone and its cookie is ignored; otherwise the
/// session counts. Services judge again, by role and ownership.
/// </summary>
public static class GatewayPolicies
{
    /// <summary>Any signed-in caller, by token or by session.</summary>
    public const string SignedIn = "SignedIn";

    /// <summary>A browser with a session.</summary>
    public const string Browser = "Browser";

    private const string Either = "TokenOrSession";

    public static void AddGatewayPolicies(this IServiceCollection services)
    {
        services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Scheme, configureOptions: null)
            .AddPolicyScheme(Either, displayName: null, options => options.ForwardDefaultSelector = http =>
                http.Request.Headers.ContainsKey(HeaderNames.Authorization) ? BearerHandler.Scheme : SessionHandler.Scheme);
        services.AddAuthorizationBuilder()
            .AddPolicy(SignedIn, By(Either))
            .AddPolicy(Browser, By(SessionHandler.Scheme));
    }

    private static AuthorizationPolicy By(string scheme) =>
        new AuthorizationPolicyBuilder(scheme).RequireAuthenticatedUser().RequireRole(Roles.All).Build();
}
