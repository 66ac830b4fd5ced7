using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Gateway;

/// <summary>What a session is made of.</summary>
public sealed record Tokens(string Access, string Refresh, string Id);

/// <summary>The issuer as this client speaks to it: addresses by discovery, tokens over the internal network.</summary>
public sealed class Issuer(HttpClient http, IOptions<TokenIssuer> issuer, IOptions<GatewaySettings> settings)
{
    private Endpoints? known;

    public async ValueTask<Endpoints> EndpointsAsync(CancellationToken ct) =>
        known ??= await AskAsync(() => http.GetFromJsonAsync<Endpoints>(issuer.Value.DiscoveryAddress, ct), ct)
            ?? throw new IssuerUnavailableException(new InvalidDataException("Discovery is empty."));

    public Task<(Tokens Tokens, TimeSpan Lifetime)?> RedeemAsync(string code, string verifier, CancellationToken ct) => TokensAsync(new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = code,
        ["code_verifier"] = verifier,
        ["redirect_uri"] = settings.Value.RedirectUri
    }, ct);

    public Task<(Tokens Tokens, TimeSpan Lifetime)?> RefreshAsync(string token, CancellationToken ct) => TokensAsync(new()
    {
        ["grant_type"] = "refresh_token",
        ["refresh_token"] = token
    }, ct);

    /// <summary>Null when the issuer says no for good (RFC 6749, 5.2).</summary>
    /// <exception cref="IssuerUnavailableException">It does not answer, or not in a way that means anything.</exception>
    private async Task<(Tokens Tokens, TimeSpan Lifetime)?> TokensAsync(Dictionary<string, string> form, CancellationToken ct)
    {
        var address = issuer.Value.Reach((await EndpointsAsync(ct)).Token);
        return await AskAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(form) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(
                $"{WebUtility.UrlEncode(settings.Value.ClientId)}:{WebUtility.UrlEncode(settings.Value.ClientSecret)}")));
            using var answer = await http.SendAsync(request, ct);
            if (answer.StatusCode == HttpStatusCode.BadRequest) return ((Tokens, TimeSpan)?)null;
            var issued = (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Issued>(ct))!;
            return (new Tokens(issued.Access, issued.Refresh, issued.Id), TimeSpan.FromSeconds(issued.ExpiresIn));
        }, ct);
    }

    private static async Task<T> AskAsync<T>(Func<Task<T>> question, CancellationToken ct)
    {
        try
        {
            return await question();
        }
        catch (Exception failure) when (failure is HttpRequestException or System.Text.Json.JsonException
            || failure is OperationCanceledException && !ct.IsCancellationRequested)
        {
            throw new IssuerUnavailableException(failure);
        }
    }

    public sealed record Endpoints(
        [property: JsonPropertyName("authorization_endpoint")] string Authorization,
        [property: JsonPropertyName("token_endpoint")] string Token,
        [property: JsonPropertyName("end_session_endpoint")] string EndSession);

    private sealed record Issued(
        [property: JsonPropertyName("access_token")] string Access,
        [property: JsonPropertyName("refresh_token")] string Refresh,
        [property: JsonPropertyName("id_token")] string Id,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
