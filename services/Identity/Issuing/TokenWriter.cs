using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary>Of whom a token speaks.</summary>
public sealed record Subject(Guid Id, Guid OrganisationId, string Role, string? Province, Guid? ParkId)
{
    public static Subject Of(Account account) => new(account.Id, account.OrganisationId, account.Role, account.Province, account.ParkId);

    /// <summary>A service acts for the platform.</summary>
    public static Subject Of(Client service) => new(service.Subject, Organisations.Platform, Roles.Service, Province: null, ParkId: null);
}

/// <summary>Writes and signs the two kinds of token (ES256, RFC 7518, 3.4).</summary>
public sealed class TokenWriter(SigningKeys keys, IOptions<TokenIssuer> issuer, TimeProvider clock)
{
    /// <summary>What the token endpoint gives for a grant: both tokens, and the refresh token where there is one.</summary>
    public async Task<IssuedTokens> IssueAsync(Account account, Grant grant, string scope, string? refresh, string? nonce, CancellationToken ct)
    {
        var subject = Subject.Of(account);
        return new(
            await AccessTokenAsync(subject, grant.ClientId, scope, ct), refresh, await IdTokenAsync(subject, grant, nonce, ct), scope);
    }

    /// <summary>An access token as RFC 9068, 2 describes it.</summary>
    public Task<string> AccessTokenAsync(Subject subject, string clientId, string? scope, CancellationToken ct) =>
        SignAsync("at+jwt", new()
        {
            ["aud"] = issuer.Value.Audience,
            ["client_id"] = clientId,
            ["jti"] = Guid.CreateVersion7(),
            ["scope"] = scope
        }, subject, ct);

    /// <summary>An ID token (OpenID Connect Core 1.0, 2), for the client alone: no service accepts it, its type differs.</summary>
    private Task<string> IdTokenAsync(Subject subject, Grant grant, string? nonce, CancellationToken ct) =>
        SignAsync("JWT", new()
        {
            ["aud"] = grant.ClientId,
            ["auth_time"] = grant.SignedIn.ToUnixTimeSeconds(),
            ["nonce"] = nonce,
            ["sid"] = grant.SessionId
        }, subject, ct);

    private async Task<string> SignAsync(string type, Dictionary<string, object?> claims, Subject subject, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        claims["iss"] = issuer.Value.Issuer;
        claims["sub"] = subject.Id;
        claims["iat"] = now.ToUnixTimeSeconds();
        claims["exp"] = (now + Lifetimes.Token).ToUnixTimeSeconds();
        claims["org"] = subject.OrganisationId;
        claims["role"] = subject.Role;
        claims["province"] = subject.Province;
        claims["park"] = subject.ParkId;

        var key = await keys.SigningAsync(ct);
        var header = new Dictionary<string, string> { ["alg"] = "ES256", ["typ"] = type, ["kid"] = key.Id };
        var content = $"{Encode(header)}.{Encode(claims.Where(claim => claim.Value is not null).ToDictionary())}";
        var signature = key.Key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{content}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
