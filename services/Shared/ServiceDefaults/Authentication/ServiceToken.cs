using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace PilotRegistry.ServiceDefaults;

/// <summary>A service's own token, for what it asks on nobody's behalf; fetched again when half of its time is over.</summary>
/// <param name="httpClient">The named client to fetch it with, whose patience counts.</param>
/// <param name="client">As Identity knows the service.</param>
public sealed class ServiceToken(IHttpClientFactory clients, IConfiguration configuration, TimeProvider clock, string httpClient, string client, string secret)
{
    private volatile Held? held;

    /// <exception cref="HttpRequestException">Identity does not answer, or does not know the service.</exception>
    public async Task<string> GetAsync(CancellationToken cancel)
    {
        if (held is { } known && known.Until > clock.GetUtcNow())
        {
            return known.Token;
        }

        using var http = clients.CreateClient(httpClient);
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", secret)]);
        using var answer = await http.PostAsync(new Uri($"{configuration["Auth:Discovery"]}/connect/token"), form, cancel);
        answer.EnsureSuccessStatusCode();
        var issued = (await answer.Content.ReadFromJsonAsync<JsonObject>(cancel))!;
        var fetched = new Held((string)issued["access_token"]!, clock.GetUtcNow().AddSeconds((int)issued["expires_in"]! / 2.0));
        held = fetched;
        return fetched.Token;
    }

    private sealed record Held(string Token, DateTimeOffset Until);
}

/// <summary>Registers the token of a service that asks others on nobody's behalf.</summary>
public static class ServiceTokens
{
    public static IServiceCollection AddServiceToken(this IServiceCollection services, string client, string httpClient, Func<IServiceProvider, string> secret) =>
        services.AddSingleton(p => new ServiceToken(
            p.GetRequiredService<IHttpClientFactory>(), p.GetRequiredService<IConfiguration>(), p.GetRequiredService<TimeProvider>(), httpClient, client, secret(p)));
}
