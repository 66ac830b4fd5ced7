using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PilotRegistry.Testing;

/// <summary>Takes what a service publishes and keeps it, as Dapr's sidecar would; shared by all tests of the service.</summary>
public sealed class TestSidecar : IAsyncDisposable
{
    public const string Token = "of-the-test-sidecar";

    private readonly ConcurrentQueue<JsonElement> taken = [];
    private Stub? stub;

    public string Address => stub!.Address;

    public static async Task<TestSidecar> StartAsync()
    {
        var sidecar = new TestSidecar();
        sidecar.stub = await Stub.StartAsync(routes => routes.MapPost("/v1.0/publish/{pubsub}/{topic}", sidecar.TakeAsync));
        return sidecar;
    }

    /// <summary>The types of the events published about a park, in order, once there are <paramref name="count"/> of them.</summary>
    public async Task<IReadOnlyList<string?>> AboutAsync(Guid parkId, int count)
    {
        for (var patience = 0; patience < 200 && About(parkId).Count() < count; patience++)
        {
            await Task.Delay(50);
        }

        return [.. About(parkId).Select(e => e.GetProperty("type").GetString())];
    }

    /// <summary>The bodies of what was published about a park so far.</summary>
    public IReadOnlyList<JsonElement> BodiesAbout(Guid parkId) => [.. About(parkId).Select(e => e.GetProperty("data"))];

    public ValueTask DisposeAsync() => stub!.DisposeAsync();

    private IEnumerable<JsonElement> About(Guid parkId) =>
        taken.Where(e => e.GetProperty("data").GetProperty("parkId").GetGuid() == parkId);

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        taken.Enqueue((await JsonSerializer.DeserializeAsync<JsonElement>(request.Body)));
        return Results.NoContent();
    }
}
