using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>Where everything is and what is supported (OpenID Connect Discovery 1.0, 3; RFC 8414, 2).</summary>
public static class ShowDiscovery
{
    public static void MapShowDiscovery(this IEndpointRouteBuilder routes) => routes
        .MapGet("/.well-known/openid-configuration", (IOptions<TokenIssuer> issuer) => Results.Json(Describe(issuer.Value.Issuer)))
        .AllowAnonymous()
        .ExcludeFromDescription();

    private static Dictionary<string, object> Describe(string issuer)
    {
        var at = issuer.TrimEnd('/');
        return new()
        {
            ["issuer"] = issuer,
            ["authorization_endpoint"] = $"{at}/connect/authorize",
            ["token_endpoint"] = $"{at}/connect/token",
            ["revocation_endpoint"] = $"{at}/connect/revocation",
            ["end_session_endpoint"] = $"{at}/connect/logout",
            ["jwks_uri"] = $"{at}/.well-known/jwks.json",
            ["scopes_supported"] = Scopes.All,
            ["response_types_supported"] = new[] { "code" },
            ["response_modes_supported"] = new[] { "query" },
            ["grant_types_supported"] = new[] { "authorization_code", "refresh_token", "client_credentials" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { "ES256" },
            ["token_endpoint_auth_methods_supported"] = new[] { "client_secret_basic", "client_secret_post" },
            ["revocation_endpoint_auth_methods_supported"] = new[] { "client_secret_basic", "client_secret_post" },
            ["code_challenge_methods_supported"] = new[] { "S256" },
            ["claims_supported"] = new[] { "sub", "org", "role", "province", "park", "auth_time", "sid" },
            ["authorization_response_iss_parameter_supported"] = true,
            ["claims_parameter_supported"] = false,
            ["request_parameter_supported"] = false,
            ["request_uri_parameter_supported"] = false
        };
    }
}

/// <summary>The public keys (RFC 7517, 5).</summary>
public static class ShowKeys
{
    public static void MapShowKeys(this IEndpointRouteBuilder routes) => routes
        .MapGet("/.well-known/jwks.json", async (SigningKeys keys, CancellationToken ct) =>
            Results.Json(new KeySet([.. (await keys.PublishedAsync(ct)).Select(key => key.ToPublic())])))
        .AllowAnonymous()
        .ExcludeFromDescription();

    private sealed record KeySet([property: JsonPropertyName("keys")] IReadOnlyList<SigningKey.PublicKey> Keys);
}
