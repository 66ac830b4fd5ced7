using System.Net;
using System.Net.Http.Headers;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger.Sequencing;

/// <summary>Reads the services' leaves, as the log's own client.</summary>
public sealed class LeafSource(IHttpClientFactory clients, IConfiguration configuration, ServiceToken own)
{
    /// <summary>What a source has after a place; null when there is nothing new.</summary>
    public async Task<Pulled?> PullAsync(string source, string? after, CancellationToken cancel)
    {
        using var http = clients.CreateClient(nameof(LeafSource));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{AddressOf(source)}/leaves{(after is null ? "" : $"?after={after}")}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await own.GetAsync(cancel));
        using var answer = await http.SendAsync(request, cancel);
        if (answer.StatusCode == HttpStatusCode.NoContent)
        {
            return null;
        }

        answer.EnsureSuccessStatusCode();
        var leaves = EntryBundle.ReadAll(await answer.Content.ReadAsByteArrayAsync(cancel));
        return new(source, [.. leaves.Select(l => l.ToArray())], answer.Headers.GetValues(LeafFeed.NextHeader).Single());
    }

    private string AddressOf(string service) => configuration.AddressOf(char.ToUpperInvariant(service[0]) + service[1..]).TrimEnd('/');
}
