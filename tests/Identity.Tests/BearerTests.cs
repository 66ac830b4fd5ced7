using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Testing;

namespace PilotRegistry.Identity.Tests;

/// <summary>What services make of forged, altered and misdirected tokens (RFC 8725).</summary>
[Collection(nameof(Issuer))]
public sealed class BearerTests(Issuer issuer)
{
    private const string Refused = "401 sign-in-required";

    [Fact]
    public async Task A_token_of_the_issuer_is_accepted() => Assert.Equal("200", await VerdictAsync(await SignAsync()));

    [Fact]
    public async Task Without_a_signature_and_alg_none_a_token_is_refused()
    {
        var unsigned = (await SignAsync(header => header["alg"] = "none")).Split('.');
        Assert.Equal(Refused, await VerdictAsync($"{unsigned[0]}.{unsigned[1]}."));
        Assert.Equal(Refused, await VerdictAsync($"{unsigned[0]}.{unsigned[1]}"));
    }

    [Fact]
    public async Task The_public_key_does_not_serve_as_the_secret_of_an_HMAC()
    {
        using var http = issuer.Browser();
        var published = (await (await http.GetAsync("/.well-known/jwks.json")).BodyAsync()).GetProperty("keys")[0];
        var key = await KeyAsync();
        foreach (var secret in new[] { Encoding.UTF8.GetBytes(published.GetRawText()), key.ExportSubjectPublicKeyInfo(), Encoding.UTF8.GetBytes(key.ExportSubjectPublicKeyInfoPem()) })
        {
            var content = string.Join('.', (await SignAsync(header => header["alg"] = "HS256")).Split('.')[..2]);
            var mac = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(content));
            Assert.Equal(Refused, await VerdictAsync($"{content}.{Base64Url.EncodeToString(mac)}"));
        }
    }

    [Theory]
    [InlineData("ES384")]
    [InlineData("es256")]
    [InlineData("RS256")]
    public async Task Only_ES256_is_read(string algorithm) =>
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(header => header["alg"] = algorithm)));

    [Fact]
    public async Task An_ID_token_is_no_access_token()
    {
        var tokens = await issuer.TokensAsync("park");
        Assert.Equal(Refused, await VerdictAsync(tokens.Text("id_token")));
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(header => header["typ"] = "JWT")));
    }

    [Fact]
    public async Task A_critical_extension_that_nobody_knows_makes_a_token_invalid() =>
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(header => header["crit"] = new JsonArray("exp"))));

    [Fact]
    public async Task A_key_that_the_issuer_does_not_have_is_refused()
    {
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(header => header["kid"] = "somebody-else")));
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(header => header.Remove("kid"))));
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(with: own)));
    }

    [Fact]
    public async Task A_key_that_the_token_brings_along_is_not_used()
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = own.ExportParameters(includePrivateParameters: false).Q;
        var brought = await SignAsync(with: own, header: header => header["jwk"] = new JsonObject
        {
            ["kty"] = "EC",
            ["crv"] = "P-256",
            ["x"] = Base64Url.EncodeToString(point.X),
            ["y"] = Base64Url.EncodeToString(point.Y)
        });
        Assert.Equal(Refused, await VerdictAsync(brought));
    }

    [Fact]
    public async Task A_claim_changed_after_signing_is_noticed()
    {
        var parts = (await SignAsync()).Split('.');
        var claims = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!;
        claims["role"] = "operator";
        Assert.Equal(Refused, await VerdictAsync($"{parts[0]}.{Encode(claims)}.{parts[2]}"));
    }

    [Fact]
    public async Task An_expired_token_is_accepted_for_a_minute_of_clock_skew_and_no_longer()
    {
        var now = issuer.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal("200", await VerdictAsync(await SignAsync(claims: claims => claims["exp"] = now - 58)));
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(claims: claims => claims["exp"] = now - 61)));
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(claims: claims => claims.Remove("exp"))));
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(claims: claims => claims["exp"] = "9999999999")));
    }

    [Theory]
    [InlineData("iat")]
    [InlineData("nbf")]
    public async Task A_token_from_the_future_is_refused(string claim)
    {
        var later = issuer.Clock.GetUtcNow().ToUnixTimeSeconds() + 120;
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(claims: claims => claims[claim] = later)));
    }

    [Fact]
    public async Task A_token_for_somebody_else_is_refused()
    {
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(claims: claims => claims["aud"] = "another-system")));
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(claims: claims => claims.Remove("aud"))));
        Assert.Equal("200", await VerdictAsync(await SignAsync(claims: claims => claims["aud"] = new JsonArray("another-system", "pilotregistry"))));
    }

    [Fact]
    public async Task A_token_of_another_issuer_is_refused()
    {
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(claims: claims => claims["iss"] = issuer.Address + "/")));
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(claims: claims => claims["iss"] = "http://evil.test")));
    }

    [Theory]
    [InlineData("sub")]
    [InlineData("org")]
    [InlineData("role")]
    public async Task A_token_that_does_not_say_who_for_whom_and_in_which_role_is_refused(string claim) =>
        Assert.Equal(Refused, await VerdictAsync(await SignAsync(claims: claims => claims.Remove(claim))));

    [Fact]
    public async Task A_role_that_does_not_exist_opens_nothing() =>
        Assert.Equal("403 not-allowed", await VerdictAsync(await SignAsync(claims: claims => claims["role"] = "emperor")));

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    [InlineData("bnVsbA.bnVsbA.")]
    [InlineData("W10.W10.AAAA")]
    public async Task What_is_no_token_at_all_is_refused(string nonsense) => Assert.Equal(Refused, await VerdictAsync(nonsense));

    [Fact]
    public async Task A_claim_given_twice_is_refused()
    {
        var parts = (await SignAsync()).Split('.');
        var claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        var content = $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims.Replace("\"role\"", "\"role\":\"operator\",\"role\"", StringComparison.Ordinal)))}";
        var signature = (await KeyAsync()).SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256);
        Assert.Equal(Refused, await VerdictAsync($"{content}.{Base64Url.EncodeToString(signature)}"));
    }

    [Fact]
    public async Task A_token_in_the_address_is_not_read()
    {
        using var http = issuer.Browser();
        Assert.Equal(Refused, await (await http.GetAsync($"/me?access_token={await SignAsync()}")).VerdictAsync());
    }

    private async Task<ECDsa> KeyAsync() => (await issuer.Services.GetRequiredService<SigningKeys>().SigningAsync(CancellationToken.None)).Key;

    private async Task<string> VerdictAsync(string token) => await (await issuer.MeAsync(token)).VerdictAsync();

    /// <summary>An access token of the park persona, changed and then signed, by the issuer's own key unless another is given.</summary>
    private async Task<string> SignAsync(Action<JsonObject>? header = null, Action<JsonObject>? claims = null, ECDsa? with = null)
    {
        var parts = (await ParkTokenAsync()).Split('.');
        var head = JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!.AsObject();
        var body = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!.AsObject();
        header?.Invoke(head);
        claims?.Invoke(body);
        var content = $"{Encode(head)}.{Encode(body)}";
        return $"{content}.{Base64Url.EncodeToString((with ?? await KeyAsync()).SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256))}";
    }

    private async Task<string> ParkTokenAsync()
    {
        var answer = await issuer.TokenAsync(
            ("grant_type", "client_credentials"), ("client_id", issuer.Account("park").Text("clientId")), ("client_secret", issuer.Account("park").Text("clientSecret")));
        return (await answer.BodyAsync()).Text("access_token");
    }

    private static string Encode(JsonNode value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
