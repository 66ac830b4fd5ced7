using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PilotRegistry.Messaging.Publishing;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Messaging.Receiving;

/// <summary>The topics that this service listens to: the names of the services that publish them.</summary>
internal sealed record Topics(IReadOnlyList<string> Names);

/// <summary>What Dapr asks of an application that subscribes: the list of its topics, and a route for each.</summary>
internal static class TopicEndpoints
{
    public static void MapTopics(this IEndpointRouteBuilder routes)
    {
        var topics = routes.ServiceProvider.GetService<Topics>()?.Names ?? [];
        var subscriptions = topics.Select(t => new { pubsubname = SidecarClient.PubSub, topic = t, route = Route(t) }).ToArray();
        routes.MapGet("/dapr/subscribe", () => Results.Json(subscriptions)).RequireDaprToken(o => o.AppToken);
        foreach (var topic in topics)
        {
            routes.MapPost(Route(topic), TakeAsync).RequireDaprToken(o => o.AppToken);
        }
    }

    private static string Route(string topic) => $"/events/{topic}";

    /// <summary>
    /// SUCCESS also for a repeat and for an early arrival: both are safe with us. Whatever is wrong with an event is never
    /// answered with DROP or 404, which would lose it: the sidecar tries again and lays it aside where an operator sees it.
    /// </summary>
    private static async Task<IResult> TakeAsync(HttpContext http, Reception reception, CancellationToken cancel)
    {
        try
        {
            using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
            return await reception.TakeAsync(await reader.ReadToEndAsync(cancel), cancel) == Arrival.Conflict
                ? new Refused("event-conflict", "Its id or its place in the stream is taken by another event.")
                : Results.Json(new { status = "SUCCESS" });
        }
        catch (Exception unreadable) when (unreadable is JsonException or PostgresException { SqlState: PostgresErrorCodes.UntranslatableCharacter })
        {
            return new Refused("not-an-event", "This is not a CloudEvent 1.0 of this registry.");
        }
    }

    private sealed class Refused(string code, string detail) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            Problems.WriteAsync(httpContext, StatusCodes.Status409Conflict, code, detail);
    }
}
