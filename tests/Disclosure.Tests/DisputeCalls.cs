using System.Net.Http.Json;
using System.Text.Json;
using PilotRegistry.Disclosure.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>What tests of disputes do again and again.</summary>
public abstract class DisputeCalls(DisclosureService service)
{
    protected DisclosureService Service { get; } = service;

    protected const string Words = "附近居民看到夜间仍在燃煤。";

    private static int addresses;

    protected async Task<Guid> IdAsync(string number) =>
        (Guid)(await Service.AsOwnerAsync("select dispute_id from dispute_texts where number = $1", number))!;

    protected async Task CommandAsync(Persona persona, string path, object body, long version, string expected)
    {
        using var answer = await Service.As(persona).CommandAsync(path, body, version);
        Assert.Equal(expected, await answer.VerdictAsync());
    }

    protected async Task<JsonElement> RaiseAsync(Guid park, RaiseDispute.Request request, string? address = null)
    {
        using var answer = await From(address).PostAsJsonAsync($"/parks/{park}/disputes", request);
        Assert.Equal("202", await answer.VerdictAsync());
        return await answer.BodyAsync();
    }

    protected Task<HttpResponseMessage> FollowAsync(string path, object body, string? address = null) => From(address).PostAsJsonAsync(path, body);

    /// <summary>Each from an address of its own.</summary>
    private HttpClient From(string? address)
    {
        var client = Service.Anonymous();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address ?? $"203.0.113.{Interlocked.Increment(ref addresses)}");
        return client;
    }
}
