using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace PilotRegistry.Testing;

/// <summary>A token issuer of our own on real HTTP, so that services are tested with the tokens they will see.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    public const string Audience = "pilotregistry";
    private const string KeyId = "test-key";
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private WebApplication? server;

    /// <summary>Both the <c>iss</c> claim and where discovery is read.</summary>
    public string Address { get; private set; } = "";

    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(o => o.Listen(IPAddress.Loopback, 0));
        issuer.server = builder.Build();
        issuer.server.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = issuer.Address,
            ["jwks_uri"] = $"{issuer.Address}/.well-known/jwks.json",
        }));
        issuer.server.MapGet("/.well-known/jwks.json", () => Results.Json(new { keys = new[] { issuer.PublicKey() } }));
        issuer.server.MapPost("/connect/token", () => Results.Json(new { access_token = issuer.Token(Persona.Registry), expires_in = 3600 }));
        await issuer.server.StartAsync();
        issuer.Address = issuer.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return issuer;
    }

    /// <summary>An access token for this person, valid for an hour.</summary>
    public string Token(Persona persona)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = Address,
            ["aud"] = Audience,
            ["iat"] = now,
            ["exp"] = now + 3600,
            ["sub"] = persona.Id,
            ["org"] = persona.Organisation,
            ["role"] = persona.Role,
            ["province"] = persona.Province,
            ["park"] = persona.Park,
            ["client_id"] = persona.Client,
        };
        var present = claims.Where(c => c.Value is not null).ToDictionary(c => c.Key, c => c.Value);
        var content = $"{Part(new { alg = "ES256", typ = "at+jwt", kid = KeyId })}.{Part(present)}";
        return $"{content}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256))}";
    }

    public AuthenticationHeaderValue Bearer(Persona persona) => new("Bearer", Token(persona));

    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        key.Dispose();
    }

    private static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));

    private object PublicKey()
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new { kty = "EC", crv = "P-256", use = "sig", alg = "ES256", kid = KeyId, x = Base64Url.EncodeToString(point.X), y = Base64Url.EncodeToString(point.Y) };
    }
}
