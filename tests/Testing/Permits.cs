using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PilotRegistry.Contracts;

namespace PilotRegistry.Testing;

/// <summary>
/// The host of the processes as far as a service sees it: whether somebody has a task for a decision. Everybody has one on every case,
/// but on those for which the test says otherwise.
/// </summary>
public sealed class Permits : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, string[]> open = [];
    private readonly ConcurrentDictionary<Guid, string> usedUp = [];
    private Stub? server;

    public string Address => server!.Address;

    public static async Task<Permits> StartAsync()
    {
        var permits = new Permits();
        permits.server = await Stub.StartAsync(routes => routes.MapGet("/permits", (string[] kind, Guid @case, string? outcome, HttpRequest request) =>
            request.Headers.Authorization.Count == 1 ? Stub.Json(permits.Of(kind, @case, outcome)) : Results.Unauthorized()));
        return permits;
    }

    /// <summary>From now on these kinds of task are open on this case, and no others.</summary>
    public void OnlyOpen(Guid thing, params string[] kinds) => open[thing] = kinds;

    /// <summary>From now on no task on this case may end with this outcome.</summary>
    public void UseUp(Guid thing, string outcome) => usedUp[thing] = outcome;

    /// <summary>Everybody has a task on it again.</summary>
    public void AllOpen(Guid thing) => open.TryRemove(thing, out _);

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private Permit Of(string[] kinds, Guid thing, string? outcome)
    {
        var isOpen = !open.TryGetValue(thing, out var known) || known.Intersect(kinds).Any();
        var isUsedUp = outcome is not null && usedUp.GetValueOrDefault(thing) == outcome;
        return new(isOpen && !isUsedUp, isOpen && isUsedUp);
    }
}
