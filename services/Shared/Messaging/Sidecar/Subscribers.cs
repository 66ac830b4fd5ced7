using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Messaging.Sidecar;

/// <summary>The services around us as daprd would speak to them: asks for their subscriptions, hands them their events.</summary>
internal sealed class Subscribers(HttpClient http, IOptions<SidecarOptions> sidecar, IOptions<DaprOptions> dapr, TimeProvider clock, ILogger<Subscribers> log)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, Subscription[] List)> known = [];

    public async Task<Attempt> DeliverAsync(Delivery delivery, CancellationToken cancel)
    {
        try
        {
            var route = await RouteAsync(delivery, cancel);
            return route is null ? new Attempt.Settled() : await HandOverAsync(delivery, route, cancel);
        }
        catch (Exception away) when (away is HttpRequestException or JsonException || (away is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            known.TryRemove(delivery.Subscriber, out _);
            return new Attempt.Unreachable(away.Message);
        }
    }

    /// <summary>Dapr's status protocol: what an answer means for the event.</summary>
    private async Task<Attempt> HandOverAsync(Delivery delivery, string route, CancellationToken cancel)
    {
        using var request = Request(HttpMethod.Post, delivery.Subscriber, route);
        request.Content = new StringContent(delivery.Event, Encoding.UTF8, CloudEvent.MediaType);
        using var response = await http.SendAsync(request, cancel);
        var body = await response.Content.ReadAsStringAsync(cancel);
        switch (response.StatusCode)
        {
            case HttpStatusCode.NotFound:
                log.LogError("{Subscriber} has no route {Route}; event dropped, delivery {Delivery}", delivery.Subscriber, route, delivery.Id);
                return new Attempt.Settled();
            case HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout:
                return new Attempt.Unreachable($"{(int)response.StatusCode}");
            case var status when !response.IsSuccessStatusCode:
                return new Attempt.Refused($"{(int)status} {body[..Math.Min(body.Length, 500)]}");
        }

        switch (Status(body))
        {
            case null or "SUCCESS":
                return new Attempt.Settled();
            case "DROP":
                log.LogWarning("{Subscriber} dropped the event of delivery {Delivery}", delivery.Subscriber, delivery.Id);
                return new Attempt.Settled();
            case var other:
                return new Attempt.Refused($"status {other}");
        }
    }

    /// <summary>Where the subscriber wants this topic; null when it does not want it.</summary>
    private async Task<string?> RouteAsync(Delivery delivery, CancellationToken cancel)
    {
        if (!known.TryGetValue(delivery.Subscriber, out var subscriptions) || clock.GetUtcNow() - subscriptions.At > Remembered)
        {
            subscriptions = (clock.GetUtcNow(), await AskAsync(delivery.Subscriber, cancel));
            known[delivery.Subscriber] = subscriptions;
        }

        return subscriptions.List.FirstOrDefault(s => s.Pubsubname == delivery.PubSub && s.Topic == delivery.Topic)?.Path;
    }

    private async Task<Subscription[]> AskAsync(string subscriber, CancellationToken cancel)
    {
        using var request = Request(HttpMethod.Get, subscriber, "dapr/subscribe");
        using var response = await http.SendAsync(request, cancel);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return [];
        }

        response.EnsureSuccessStatusCode();
        return JsonSerializer.Deserialize<Subscription[]>(await response.Content.ReadAsStringAsync(cancel), JsonSerializerOptions.Web) ?? [];
    }

    private HttpRequestMessage Request(HttpMethod method, string subscriber, string path)
    {
        var address = sidecar.Value.Subscribers.TryGetValue(subscriber, out var found)
            ? found
            : throw new HttpRequestException($"Messaging__Subscribers names no '{subscriber}' any more.");
        var request = new HttpRequestMessage(method, $"{address.TrimEnd('/')}/{path.TrimStart('/')}");
        request.Headers.Add(DaprToken.Header, dapr.Value.AppToken);
        return request;
    }

    /// <summary>The status in an answer; null where there is none, which Dapr takes for success.</summary>
    private static string? Status(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("status", out var status) ? status.ToString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Subscription(string Pubsubname, string Topic, string? Route, Routes? Routes)
    {
        public string? Path => Route ?? Routes?.Default;
    }

    private sealed record Routes(string? Default);
}
