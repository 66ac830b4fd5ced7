using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Messaging.Sidecar;

/// <summary>The part of daprd's HTTP interface that the registry uses, where the service is its own sidecar.</summary>
internal static class SidecarEndpoints
{
    public static void MapSidecar(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1.0/publish/{pubsub}/{topic}", PublishAsync).RequireDaprToken(o => o.ApiToken);
        routes.Map("/v1.0/invoke/{app}/method/{**path}", InvokeAsync).RequireDaprToken(o => o.ApiToken);
    }

    /// <summary>204 once every subscriber's delivery is stored.</summary>
    private static async Task<IResult> PublishAsync(
        string pubsub, string topic, HttpContext http, Queue queue, IOptions<SidecarOptions> options, CancellationToken cancel)
    {
        if (http.Request.ContentType?.StartsWith(CloudEvent.MediaType, StringComparison.OrdinalIgnoreCase) != true)
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(cancel);
        if (EventId(body) is not { } id)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        await queue.AddAsync(pubsub, topic, id, body, [.. options.Value.Subscribers.Keys], cancel);
        return Results.NoContent();
    }

    private static Task<IResult> InvokeAsync(string app, string? path, Invocation invocation) => invocation.ForwardAsync(app, path ?? "");

    private static string? EventId(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id) ? id.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
