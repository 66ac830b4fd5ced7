using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>
/// Sends a signed-in browser back to the client with a code (OpenID Connect Core 1.0, 3.1.2 with PKCE, RFC 7636). Until
/// the client and its redirect address are known to be right, nothing is sent anywhere (RFC 6749, 4.1.2.1).
/// </summary>
public static class Authorize
{
    public static void MapAuthorize(this IEndpointRouteBuilder routes) => routes
        .MapMethods("/connect/authorize", [HttpMethods.Get, HttpMethods.Post], HandleAsync)
        .AllowAnonymous()
        .ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(
        HttpContext http, IdentityDb db, Sessions sessions, IOptions<TokenIssuer> issuer, TimeProvider clock, CancellationToken ct)
    {
        if (await OAuthParameters.ReadAsync(http.Request, ct) is not { } asked)
            throw new BadRequestException(400, "bad-request", "Each parameter may be given once.");
        var client = await db.Clients.AsNoTracking().SingleOrDefaultAsync(c => c.Id == asked["client_id"], ct);
        // RFC 9700, 2.1: compared character by character; a prefix or a pattern would let codes leak.
        if (client?.RedirectUri is null || asked["redirect_uri"] != client.RedirectUri)
            throw new BadRequestException(400, "unknown-client", "The client is unknown or its redirect_uri is not the registered one.");

        if (Check(asked) is { } fault) return Back(client, asked, issuer.Value, ("error", fault.Error), ("error_description", fault.Description));

        var session = await sessions.FindAsync(http, ct);
        if (session is null || IsTooOld(session, asked, clock.GetUtcNow()))
            return asked["prompt"] == "none" ? Back(client, asked, issuer.Value, ("error", "login_required")) : ToSignIn(asked);

        var code = Secret.New();
        db.Codes.Add(NewCode(code, client, session, asked, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return Back(client, asked, issuer.Value, ("code", code));
    }

    /// <summary>What is wrong with the request, or null.</summary>
    internal static OAuthRefusal? Check(OAuthParameters asked) => asked switch
    {
        _ when asked["request"] is not null => new("request_not_supported", "Request objects are not supported."),
        _ when asked["request_uri"] is not null => new("request_uri_not_supported", "Request objects are not supported."),
        _ when asked["response_type"] is null => new("invalid_request", "response_type is missing."),
        _ when asked["response_type"] != "code" => new("unsupported_response_type", "Only response_type=code is supported."),
        _ when asked["response_mode"] is not (null or "query") => new("invalid_request", "Only response_mode=query is supported."),
        _ when !Scopes.Read(asked["scope"]).Contains(Scopes.OpenId) => new("invalid_scope", "The scope openid is needed."),
        // RFC 7636, 4.4.1; "plain", which is also what a missing method means, protects nothing and is refused (RFC 9700, 2.1.1).
        _ when asked["code_challenge_method"] != "S256" => new("invalid_request", "PKCE with code_challenge_method=S256 is required."),
        _ when asked["code_challenge"] is not { Length: 43 } => new("invalid_request", "code_challenge must be a base64url SHA-256."),
        _ when asked["prompt"] is not (null or "none" or "login") => new("invalid_request", "prompt may be none or login."),
        _ when asked["max_age"] is { } age && !uint.TryParse(age, CultureInfo.InvariantCulture, out _) => new("invalid_request", "max_age must be seconds."),
        _ when asked["nonce"] is { Length: > 500 } || asked["state"] is { Length: > 2000 } => new("invalid_request", "nonce or state is too long."),
        _ => null
    };

    private static bool IsTooOld(Session session, OAuthParameters asked, DateTimeOffset now) =>
        asked["prompt"] == "login"
        || (asked["max_age"] is { } age && now - session.SignedIn > TimeSpan.FromSeconds(uint.Parse(age, CultureInfo.InvariantCulture)));

    private static AuthorizationCode NewCode(string code, Client client, Session session, OAuthParameters asked, DateTimeOffset now) => new()
    {
        Hash = Secret.Hash(code),
        GrantId = Guid.CreateVersion7(),
        ClientId = client.Id,
        AccountId = session.AccountId,
        SessionId = session.Id,
        RedirectUri = client.RedirectUri!,
        Challenge = asked["code_challenge"]!,
        Scope = string.Join(' ', Scopes.Read(asked["scope"]).Intersect(Scopes.All)),
        Nonce = asked["nonce"],
        SignedIn = session.SignedIn,
        Expires = now + Lifetimes.Code
    };

    /// <summary>To the client, with what it sent along and our name (RFC 9207, 2: against mixing issuers up).</summary>
    private static SeeOther Back(Client client, OAuthParameters asked, TokenIssuer issuer, params (string Name, string? Value)[] answer) => new(
        QueryHelpers.AddQueryString(client.RedirectUri!, answer
            .Append(("state", asked["state"]))
            .Append(("iss", issuer.Issuer))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2))));

    /// <summary>To the sign-in page and from there back here. prompt=login becomes a fresh sign-in, else it would ask for ever.</summary>
    private static SeeOther ToSignIn(OAuthParameters asked)
    {
        var again = asked.All.Where(pair => pair.Key is not ("prompt" or "max_age"));
        if (asked["prompt"] == "login" || asked["max_age"] is not null) again = again.Append(KeyValuePair.Create("max_age", (string?)"60"));
        return new(QueryHelpers.AddQueryString("/sign-in", "returnUrl", QueryHelpers.AddQueryString("/connect/authorize", again)));
    }
}
