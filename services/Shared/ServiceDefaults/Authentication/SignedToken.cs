using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// Reads a signed token (RFC 7519 in the compact form of RFC 7515). One algorithm, ES256, and the one expected type are
/// accepted, so that no header can choose a weaker one or pass one kind of token for another (RFC 8725, 3.1 and 3.11).
/// </summary>
public sealed class SignedToken
{
    /// <summary>The type of an access token (RFC 9068, 2.1).</summary>
    public const string Access = "at+jwt";

    /// <summary>Longer than any token of ours; a guard against being made to parse megabytes.</summary>
    private const int LongestLength = 8192;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    private readonly JsonElement claims;
    private readonly byte[] signed;
    private readonly byte[] signature;

    private SignedToken(string keyId, JsonElement claims, byte[] signed, byte[] signature) =>
        (KeyId, this.claims, this.signed, this.signature) = (keyId, claims, signed, signature);

    /// <summary>Which of the issuer's keys the token says it is signed with.</summary>
    public string KeyId { get; }

    /// <summary>Takes the token apart; null when it is not one by form, algorithm or type. Nothing in it is trusted yet.</summary>
    public static SignedToken? Parse(string token, string type)
    {
        var parts = token.Split('.');
        if (token.Length > LongestLength || parts.Length != 3) return null;
        try
        {
            var header = ReadObject(parts[0]);
            var typed = Text(header, "typ") is { } named
                && (named.Equals(type, StringComparison.OrdinalIgnoreCase) || named.Equals("application/" + type, StringComparison.OrdinalIgnoreCase));
            // RFC 7515, 4.1.11: an extension marked critical that we do not know makes the token invalid; we know none.
            if (!typed || Text(header, "alg") != "ES256" || Text(header, "kid") is not { Length: > 0 } keyId || header.TryGetProperty("crit", out _))
                return null;
            var signature = Base64Url.DecodeFromChars(parts[2]);
            return new(keyId, ReadObject(parts[1]), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature);
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>RFC 7518, 3.4: R and S side by side, 64 bytes, over SHA-256.</summary>
    public bool IsSignedBy(ECDsa key) =>
        signature.Length == 64 && key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>A claim that is a string; null when it is missing or something else.</summary>
    public string? this[string claim] => Text(claims, claim);

    /// <summary>Whether issuer, audience, times and the claims that every rule needs are right (RFC 9068, 4).</summary>
    public bool IsValidFor(TokenIssuer issuer, DateTimeOffset now) =>
        Text(claims, "iss") == issuer.Issuer
        && IsMeantFor(issuer.Audience)
        && Time("exp") is { } expires && now < expires + TokenIssuer.ClockSkew
        && Time("iat") is { } issued && issued <= now + TokenIssuer.ClockSkew
        && (!claims.TryGetProperty("nbf", out _) || Time("nbf") <= now + TokenIssuer.ClockSkew)
        && Guid.TryParse(Text(claims, "sub"), out _)
        && Guid.TryParse(Text(claims, "org"), out _)
        && Text(claims, "role") is { Length: > 0 };

    /// <summary>The caller as the token describes it.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        claims.EnumerateObject()
            .Where(claim => claim.Value.ValueKind == JsonValueKind.String)
            .Select(claim => new Claim(claim.Name, claim.Value.GetString()!)),
        BearerHandler.Scheme, nameType: "sub", roleType: "role"));

    private bool IsMeantFor(string audience) => claims.TryGetProperty("aud", out var named) && named.ValueKind switch
    {
        JsonValueKind.String => named.ValueEquals(audience),
        JsonValueKind.Array => named.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && one.ValueEquals(audience)),
        _ => false
    };

    private DateTimeOffset? Time(string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds)
        && seconds is >= 0 and < 253_402_300_800 // the year 10000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static JsonElement ReadObject(string part)
    {
        using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
        return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new JsonException("Not an object.");
    }
}
