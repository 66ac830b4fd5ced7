using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Messaging;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>One running submission service for all HTTP tests, with Registration and Verification as stubs; each test has its own park.</summary>
public sealed class SubmissionService() : ServiceUnderTest<Program>("submission")
{
    private readonly ConcurrentDictionary<Guid, RegisteredPark> listed = [];
    private readonly ConcurrentDictionary<Guid, VerifiedYear> verifications = [];
    private Stub? registration;
    private Stub? verification;

    /// <summary>Where the service keeps the files of these tests.</summary>
    public DirectoryInfo Evidence { get; } = Directory.CreateTempSubdirectory("evidence");

    public override async Task InitializeAsync()
    {
        registration = await Stub.StartAsync(routes =>
        {
            routes.MapGet("/parks/{id:guid}", (Guid id) => listed.TryGetValue(id, out var park) ? Stub.Json(park) : Results.NotFound());
            routes.MapGet("/parks", (Guid managementBody) =>
                Stub.Json(new RegisteredParks([.. listed.Values.Where(p => p.Facts.ManagementBodyId == managementBody)])));
        });
        verification = await Stub.StartAsync(routes => routes
            .MapGet("/verifications/{id:guid}", (Guid id) => verifications.TryGetValue(id, out var year) ? Stub.Json(year) : Results.NotFound()));
        Set("Evidence:Folder", Evidence.FullName);
        Set("Services:Registration", registration.Address);
        Set("Services:Verification", verification.Address);
        await base.InitializeAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await registration!.DisposeAsync();
        await verification!.DisposeAsync();
        Evidence.Delete(recursive: true);
    }

    /// <summary>A park on the list, of its own for one test.</summary>
    public Guid ListedPark(Guid? managementBody = null)
    {
        var id = Guid.CreateVersion7();
        listed[id] = new(id, Fixtures.Facts(managementBody ?? Persona.ParkBody), "2025-1", new(2025, 12, 26));
        return id;
    }

    /// <summary>What Verification will answer for this verification.</summary>
    public void Answers(VerifiedYear year) => verifications[year.Id] = year;

    /// <summary>Delivers what Verification published, as the sidecar does.</summary>
    public async Task HearsAsync(Guid verification, long sequence, ParkEvent happened)
    {
        var alias = happened.GetType().GetCustomAttribute<StoredAsAttribute>()!.Alias;
        var data = JsonSerializer.SerializeToElement<object>(happened, RegistryJson.Events);
        var delivered = new CloudEvent(
            Guid.CreateVersion7(), "/verification", alias, TimeProvider.System.GetUtcNow(), happened.ParkId, verification, "verification", sequence, "park", data);
        using var sidecar = Anonymous();
        sidecar.DefaultRequestHeaders.Add("dapr-api-token", TestSidecar.Token);
        using var taken = await sidecar.PostAsync("/events/verification", new StringContent(delivered.ToJson(), null, CloudEvent.MediaType));
        Assert.True(taken.IsSuccessStatusCode);
    }

    /// <summary>A year that its park has begun to report.</summary>
    public async Task<(Guid Id, Guid Park)> OpenedAsync(int year = Fixtures.Year)
    {
        var park = ListedPark();
        using var opened = await As(Persona.OfPark).SendAsync(HttpMethod.Post, "/submissions", new { parkId = park, year });
        Assert.Equal("201", await opened.VerdictAsync());
        return (SubmissionState.IdOf(park, year), park);
    }

    /// <summary>A year whose first version is submitted: its stream stands at version 2, its draft too.</summary>
    public async Task<(Guid Id, Guid Park)> SubmittedAsync()
    {
        var (id, park) = await OpenedAsync();
        using var saved = await As(Persona.OfPark).SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", Draft("1000"), version: 0);
        using var submitted = await As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { }, version: 1);
        Assert.Equal("200", await submitted.VerdictAsync());
        return (id, park);
    }

    /// <summary>Saves a draft made on this version of it, and says how that went.</summary>
    public async Task<string> SaveAsync(Guid id, object draft, long version, Persona? by = null)
    {
        using var saved = await As(by ?? Persona.OfPark).SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", draft, version);
        return await saved.VerdictAsync();
    }

    /// <summary>A request body that is right in every field.</summary>
    public static Dictionary<string, object?> Draft(object gridMwh) => new()
    {
        ["year"] = Fixtures.Year,
        ["electricity"] = new object[]
        {
            new { direction = "in", kind = "direct", mwh = "400000" },
            new { direction = "in", kind = "grid", mwh = gridMwh },
        },
    };
}

[CollectionDefinition(nameof(SubmissionService))]
public sealed class SubmissionServiceTests : ICollectionFixture<SubmissionService>;
