using System.Text.Json.Serialization;

namespace PilotRegistry.Identity;

/// <summary>A refusal as RFC 6749, 5.2 writes it (not problem+json: OAuth clients read this form).</summary>
public sealed record OAuthRefusal(string Error, string Description) : IResult
{
    public static readonly OAuthRefusal Malformed = new("invalid_request", "A form with each parameter once is expected.");
    public static readonly OAuthRefusal UnknownClient = new("invalid_client", "Client id or secret is wrong.");

    /// <summary>One answer for every fault of a code or refresh token: which one it was is nobody's business.</summary>
    public static readonly OAuthRefusal InvalidGrant = new("invalid_grant", "The code or token is unknown, used, expired or not meant for this.");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        // RFC 6749, 5.2: 401 with a challenge for a client that came by the Authorization header, 400 for all else.
        var challenges = Error == UnknownClient.Error && httpContext.Request.Headers.Authorization.Count > 0;
        if (challenges) httpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"registry\"";
        httpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(new Body(Error, Description), statusCode: challenges ? 401 : 400).ExecuteAsync(httpContext);
    }

    private sealed record Body(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description")] string Description);
}

/// <summary>Tokens as RFC 6749, 5.1 and OpenID Connect Core 1.0, 3.1.3.3 write them.</summary>
public sealed record IssuedTokens(string AccessToken, string? RefreshToken = null, string? IdToken = null, string? Scope = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = "no-store";
        return Results.Json(new Body(AccessToken, "Bearer", (int)Lifetimes.Token.TotalSeconds, RefreshToken, IdToken, Scope)).ExecuteAsync(httpContext);
    }

    private sealed record Body(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string Type,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("refresh_token"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken,
        [property: JsonPropertyName("id_token"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IdToken,
        [property: JsonPropertyName("scope"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Scope);
}

/// <summary>The scopes there are; what else is asked for is passed over (OpenID Connect Core 1.0, 3.1.2.1).</summary>
public static class Scopes
{
    public const string OpenId = "openid";
    public const string OfflineAccess = "offline_access";

    public static readonly IReadOnlyList<string> All = [OpenId, OfflineAccess];

    public static IReadOnlyList<string> Read(string? scope) => scope?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
