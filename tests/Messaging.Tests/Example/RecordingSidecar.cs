using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PilotRegistry.Testing;

namespace PilotRegistry.Messaging.Example;

/// <summary>A sidecar that keeps what it is given, and answers as the test tells it to.</summary>
public sealed class RecordingSidecar : IAsyncDisposable
{
    private Stub? stub;

    public string Address => stub!.Address;

    /// <summary>Every request: path, token, media type, body.</summary>
    public ConcurrentQueue<(string Path, string? Token, string? MediaType, string Body)> Taken { get; } = [];

    /// <summary>Whether the n-th request (from 1) is answered with a failure although it was kept.</summary>
    public Func<int, bool> Fails { get; set; } = _ => false;

    public IReadOnlyList<CloudEvent> Events => [.. Taken.Select(t => CloudEvent.Parse(t.Body))];

    public static async Task<RecordingSidecar> StartAsync()
    {
        var sidecar = new RecordingSidecar();
        sidecar.stub = await Stub.StartAsync(routes => routes.MapPost("/v1.0/publish/{pubsub}/{topic}", sidecar.TakeAsync));
        return sidecar;
    }

    public ValueTask DisposeAsync() => stub!.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        Taken.Enqueue((request.Path, request.Headers["dapr-api-token"], request.ContentType, await reader.ReadToEndAsync()));
        return Fails(Taken.Count) ? Results.StatusCode(500) : Results.NoContent();
    }
}
