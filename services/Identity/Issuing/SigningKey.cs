using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace PilotRegistry.Identity;

/// <summary>An ES256 key pair: when it begins to sign and until when its public half is shown.</summary>
public sealed record SigningKey(string Id, ECDsa Key, DateTimeOffset SignsFrom, DateTimeOffset? PublishedUntil)
{
    /// <summary>A new pair; its id is the thumbprint of the public key (RFC 7638, 3), so an id never means two keys.</summary>
    public static SigningKey New(DateTimeOffset signsFrom)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var canonical = $$"""{"crv":"P-256","kty":"EC","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}""";
        return new(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(canonical))), key, signsFrom, PublishedUntil: null);
    }

    /// <summary>The public half as RFC 7517, 4 and RFC 7518, 6.2.1 write it.</summary>
    public PublicKey ToPublic()
    {
        var point = Key.ExportParameters(includePrivateParameters: false).Q;
        return new("EC", "P-256", "sig", "ES256", Id, Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
    }

    public sealed record PublicKey(
        [property: JsonPropertyName("kty")] string Type,
        [property: JsonPropertyName("crv")] string Curve,
        [property: JsonPropertyName("use")] string Use,
        [property: JsonPropertyName("alg")] string Algorithm,
        [property: JsonPropertyName("kid")] string Id,
        [property: JsonPropertyName("x")] string X,
        [property: JsonPropertyName("y")] string Y);
}
