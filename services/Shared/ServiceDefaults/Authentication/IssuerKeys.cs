using System.Buffers.Text;
using System.Collections.Frozen;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PilotRegistry.ServiceDefaults;

/// <summary>The issuer's keys could not be read; nothing can be said about any token.</summary>
public sealed class IssuerUnavailableException(Exception cause)
    : ServiceUnavailableException("Whether you are signed in cannot be checked at the moment; try again.", cause);

/// <summary>
/// The issuer's public keys, found through discovery (OpenID Connect Discovery 1.0, 4) and kept in memory. A key that is
/// not known makes us look again, but not more often than every ten seconds: made-up key ids must not become a flood.
/// </summary>
public sealed class IssuerKeys(HttpClient http, IOptions<TokenIssuer> issuer, TimeProvider clock, ILogger<IssuerKeys> log) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim reading = new(1, 1);

    // One ECDsa verifies for many threads at once: OpenSSL makes a context for each operation, the key itself is only read.
    private FrozenDictionary<string, ECDsa>? known;
    private DateTimeOffset readAt;

    /// <summary>The key of that id, or null when the issuer does not have it.</summary>
    /// <exception cref="IssuerUnavailableException">No key was ever read and the issuer does not answer.</exception>
    public async ValueTask<ECDsa?> FindAsync(string keyId, CancellationToken ct)
    {
        if (!IsOlderThan(Fresh) && known!.TryGetValue(keyId, out var key)) return key;

        await reading.WaitAsync(ct);
        try
        {
            var missing = known?.ContainsKey(keyId) != true;
            if (IsOlderThan(missing ? Pause : Fresh)) await ReadAsync(ct);
            return known!.GetValueOrDefault(keyId);
        }
        finally
        {
            reading.Release();
        }
    }

    public void Dispose() => reading.Dispose();

    private bool IsOlderThan(TimeSpan age) => known is null || clock.GetUtcNow() - readAt >= age;

    private async Task ReadAsync(CancellationToken ct)
    {
        try
        {
            known = await DownloadAsync(ct);
        }
        catch (Exception failure) when (failure is HttpRequestException or InvalidDataException or JsonException
            or FormatException or CryptographicException || failure is OperationCanceledException && !ct.IsCancellationRequested)
        {
            if (known is null) throw new IssuerUnavailableException(failure);
            log.LogWarning(failure, "The token issuer does not answer; the keys read at {ReadAt} stay in use", readAt);
        }
        readAt = clock.GetUtcNow();
    }

    private async Task<FrozenDictionary<string, ECDsa>> DownloadAsync(CancellationToken ct)
    {
        var settings = issuer.Value;
        var found = await http.GetFromJsonAsync<Configuration>(settings.DiscoveryAddress, ct);
        if (found?.Issuer != settings.Issuer)
            throw new InvalidDataException($"Discovery names the issuer {found?.Issuer}, expected {settings.Issuer}.");

        var set = await http.GetFromJsonAsync<KeySet>(settings.Reach(found.JwksUri), ct);
        return set!.Keys
            .Where(key => key is { Type: "EC", Curve: "P-256", Id: not null, Use: null or "sig" })
            .ToFrozenDictionary(key => key.Id!, key => key.ToKey());
    }

    private sealed record Configuration(
        [property: JsonPropertyName("issuer")] string Issuer,
        [property: JsonPropertyName("jwks_uri")] string JwksUri);

    private sealed record KeySet([property: JsonPropertyName("keys")] IReadOnlyList<Key> Keys);

    /// <summary>One key of RFC 7517, 4 with the curve's members of RFC 7518, 6.2.1.</summary>
    private sealed record Key(
        [property: JsonPropertyName("kty")] string Type,
        [property: JsonPropertyName("crv")] string? Curve,
        [property: JsonPropertyName("kid")] string? Id,
        [property: JsonPropertyName("use")] string? Use,
        [property: JsonPropertyName("x")] string? X,
        [property: JsonPropertyName("y")] string? Y)
    {
        public ECDsa ToKey() => ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(X), Y = Base64Url.DecodeFromChars(Y) }
        });
    }
}
