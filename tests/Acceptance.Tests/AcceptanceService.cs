using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PilotRegistry.Acceptance.Features;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Messaging;
using PilotRegistry.Testing;

namespace PilotRegistry.Acceptance;

/// <summary>One running acceptance service for all HTTP tests, with the three services it asks as a stub; each test has its own park.</summary>
public sealed class AcceptanceService() : ServiceUnderTest<Program>("acceptance")
{
    private readonly ConcurrentDictionary<Guid, object> known = [];
    private Stub? others;

    public override async Task InitializeAsync()
    {
        others = await Stub.StartAsync(routes => routes
            .MapGet("/{things}/{id:guid}", (Guid id) => known.TryGetValue(id, out var thing) ? Stub.Json(thing) : Results.NotFound()));
        Set("Services:Registration", others.Address);
        Set("Services:Submission", others.Address);
        Set("Services:Verification", others.Address);
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await others!.DisposeAsync();
    }

    /// <summary>A park of its own for one test, ready to ask but for what the test changes.</summary>
    public RequestAcceptance.Request Park(Func<RequestAcceptance.Facts, RequestAcceptance.Facts>? change = null)
    {
        var (park, submission, verification) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var facts = Fixtures.Known(park, submission, verification);
        Tell(change?.Invoke(facts) ?? facts);
        return new(park, Fixtures.Year, verification);
    }

    public async Task<string> AskAsync(RequestAcceptance.Request request, Persona? by = null)
    {
        using var answer = await As(by ?? Persona.OfPark).PostAsJsonAsync("/acceptances", request);
        return await answer.VerdictAsync();
    }

    /// <summary>An acceptance that is before the province: version 1.</summary>
    public async Task<Guid> RequestedAsync()
    {
        var request = Park();
        Assert.Equal("201", await AskAsync(request));
        return AcceptanceState.IdOf(request.ParkId);
    }

    /// <summary>An acceptance that is before the nation: version 2.</summary>
    public async Task<Guid> EvaluatedAsync(bool passed = true)
    {
        var id = await RequestedAsync();
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, id, "self-evaluation", new { passed, reasons = "自评估意见。" }, version: 1));
        return id;
    }

    /// <summary>An accepted park: version 3.</summary>
    public async Task<(Guid Id, RequestAcceptance.Request Request)> GrantedAsync()
    {
        var request = Park();
        var id = AcceptanceState.IdOf(request.ParkId);
        Assert.Equal("201", await AskAsync(request));
        Assert.Equal("200", await GiveAsync(Persona.OfProvince, id, "self-evaluation", new { passed = true, reasons = "自评估意见。" }, version: 1));
        Assert.Equal("200", await GiveAsync(Persona.National, id, "decision", new { accepted = true, reasons = "验收意见。" }, version: 2));
        return (id, request);
    }

    /// <summary>Delivers what another service published, as the sidecar does.</summary>
    public async Task HearsAsync(string source, Guid stream, long sequence, ParkEvent happened)
    {
        var alias = happened.GetType().GetCustomAttribute<StoredAsAttribute>()!.Alias;
        var data = JsonSerializer.SerializeToElement<object>(happened, RegistryJson.Events);
        var delivered = new CloudEvent(
            Guid.CreateVersion7(), $"/{source}", alias, TimeProvider.System.GetUtcNow(), happened.ParkId, stream, source, sequence, "park", data);
        using var sidecar = Anonymous();
        sidecar.DefaultRequestHeaders.Add("dapr-api-token", TestSidecar.Token);
        using var taken = await sidecar.PostAsync($"/events/{source}", new StringContent(delivered.ToJson(), null, CloudEvent.MediaType));
        Assert.True(taken.IsSuccessStatusCode);
    }

    public async Task<Guid> DecidedAsync(bool accepted)
    {
        var id = await EvaluatedAsync();
        Assert.Equal("200", await GiveAsync(Persona.National, id, "decision", new { accepted, reasons = "验收意见。" }, version: 2));
        return id;
    }

    public async Task<string> GiveAsync(Persona by, Guid id, string command, object body, long version)
    {
        using var answer = await As(by).CommandAsync($"/acceptances/{id}/{command}", body, version);
        return await answer.VerdictAsync();
    }

    private void Tell(RequestAcceptance.Facts facts)
    {
        foreach (var (id, thing) in new (Guid?, object?)[]
        {
            (facts.Park?.ParkId, facts.Park), (facts.Verification?.Id, facts.Verification), (facts.Reported?.Id, facts.Reported),
        })
        {
            if (id is { } given)
            {
                known[given] = thing!;
            }
        }
    }
}

[CollectionDefinition(nameof(AcceptanceService))]
public sealed class AcceptanceServiceTests : ICollectionFixture<AcceptanceService>;
