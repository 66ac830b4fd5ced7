using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Messaging.Publishing;

/// <summary>The sidecar as the service sees it: one address that takes events.</summary>
internal sealed class SidecarClient(HttpClient http, IOptions<DaprOptions> options)
{
    /// <summary>The name of the Dapr component that carries the registry's events.</summary>
    public const string PubSub = "pubsub";

    /// <summary>Hands an event over. When this returns, the sidecar has it safe.</summary>
    /// <exception cref="HttpRequestException">It has not; send it again.</exception>
    public async Task PublishAsync(string topic, CloudEvent happened, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Value.HttpEndpoint.TrimEnd('/')}/v1.0/publish/{PubSub}/{topic}")
        {
            Content = new StringContent(happened.ToJson(), Encoding.UTF8, new MediaTypeHeaderValue(CloudEvent.MediaType)),
        };
        request.Headers.Add(DaprToken.Header, options.Value.ApiToken);
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
    }
}
