using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger.Sequencing;

/// <summary>Reads the services' leaves, as the log's own client.</summary>
public sealed class LeafSource(IHttpClientFactory clients, IConfiguration configuration, IOptions<LedgerSettings> settings, TimeProvider clock)
{
    private (string Token, DateTimeOffset Until)? held;

    /// <summary>What a source has after a place; null when there is nothing new.</summary>
    public async Task<Pulled?> PullAsync(string source, string? after, CancellationToken cancel)
    {
        using var http = clients.CreateClient(nameof(LeafSource));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{AddressOf(source)}/leaves{(after is null ? "" : $"?after={after}")}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(http, cancel));
        using var answer = await http.SendAsync(request, cancel);
        if (answer.StatusCode == HttpStatusCode.NoContent)
        {
            return null;
        }

        answer.EnsureSuccessStatusCode();
        var leaves = EntryBundle.ReadAll(await answer.Content.ReadAsByteArrayAsync(cancel));
        return new(source, [.. leaves.Select(l => l.ToArray())], answer.Headers.GetValues(LeafFeed.NextHeader).Single());
    }

    private string AddressOf(string service)
    {
        var name = char.ToUpperInvariant(service[0]) + service[1..];
        return configuration[$"Services:{name}"]?.TrimEnd('/') ?? throw new InvalidOperationException($"Set Services__{name} to the address of that service.");
    }

    private async Task<string> TokenAsync(HttpClient http, CancellationToken cancel)
    {
        if (held is { } token && token.Until > clock.GetUtcNow())
        {
            return token.Token;
        }

        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "ledger"), new("client_secret", settings.Value.ClientSecret)]);
        using var answer = await http.PostAsync(new Uri($"{configuration["Auth:Discovery"]}/connect/token"), form, cancel);
        answer.EnsureSuccessStatusCode();
        var issued = (await answer.Content.ReadFromJsonAsync<JsonObject>(cancel))!;
        held = ((string)issued["access_token"]!, clock.GetUtcNow().AddSeconds((int)issued["expires_in"]! / 2.0));
        return held.Value.Token;
    }
}
