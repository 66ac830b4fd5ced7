using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Workflows.Host;

/// <summary>Configuration section <c>Workflows</c>.</summary>
public sealed class WorkflowsSettings
{
    /// <summary>The client with which this service asks others what became of a decision.</summary>
    [Required, MinLength(32)]
    public required string ClientSecret { get; init; }
}

/// <summary>This service's own token, fetched again when half of its time is over.</summary>
public sealed class ServiceToken(IHttpClientFactory clients, IConfiguration configuration, IOptions<WorkflowsSettings> settings, TimeProvider clock)
{
    private volatile Held? held;

    public async Task<string> GetAsync(CancellationToken cancel)
    {
        if (held is { } known && known.Until > clock.GetUtcNow()) return known.Token;
        using var http = clients.CreateClient(OwnerCalls.ClientName);
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "workflows"), new("client_secret", settings.Value.ClientSecret)]);
        using var answer = await http.PostAsync(new Uri($"{configuration["Auth:Discovery"]}/connect/token"), form, cancel);
        answer.EnsureSuccessStatusCode();
        var issued = (await answer.Content.ReadFromJsonAsync<JsonObject>(cancel))!;
        var fetched = new Held((string)issued["access_token"]!, clock.GetUtcNow().AddSeconds((int)issued["expires_in"]! / 2.0));
        held = fetched;
        return fetched.Token;
    }

    private sealed record Held(string Token, DateTimeOffset Until);
}
