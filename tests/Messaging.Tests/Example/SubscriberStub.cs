using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PilotRegistry.Testing;

namespace PilotRegistry.Messaging.Example;

/// <summary>An application as Dapr sees it, that answers as the test tells it to.</summary>
public sealed class SubscriberStub : IAsyncDisposable
{
    private Stub? stub;

    public string Address => stub!.Address;

    public (int Status, string Body) Answer { get; set; } = (200, "");

    /// <summary>Token and body of every event that was delivered.</summary>
    public ConcurrentQueue<(string? Token, string Body)> Taken { get; } = [];

    public static async Task<SubscriberStub> StartAsync()
    {
        var subscriber = new SubscriberStub();
        subscriber.stub = await Stub.StartAsync(routes =>
        {
            routes.MapGet("/dapr/subscribe", () => Results.Json(new[] { new { pubsubname = "pubsub", topic = "registration", routes = new { @default = "/in/here" } } }));
            routes.MapPost("/in/here", subscriber.TakeAsync);
            routes.Map("/echo/{**rest}", EchoAsync);
        });
        return subscriber;
    }

    public ValueTask DisposeAsync() => stub!.DisposeAsync();

    private static async Task<IResult> EchoAsync(HttpRequest request) =>
        Results.Text($"{request.Method} {request.Path}{request.QueryString} {request.Headers["dapr-api-token"]} {await ReadAsync(request)}", statusCode: 201);

    private static async Task<string> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        Taken.Enqueue((request.Headers["dapr-api-token"], await ReadAsync(request)));
        return Results.Text(Answer.Body, "application/json", statusCode: Answer.Status);
    }
}
