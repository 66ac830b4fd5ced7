using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PilotRegistry.Contracts;
using PilotRegistry.Testing;

namespace PilotRegistry.Verification;

/// <summary>One running verification service for all HTTP tests, with Submission as a stub; each test has its own year.</summary>
public sealed class VerificationService() : ServiceUnderTest<Program>("verification")
{
    private readonly ConcurrentDictionary<Guid, ReportedYear> reported = [];
    private Stub? submission;

    public override async Task InitializeAsync()
    {
        submission = await Stub.StartAsync(routes => routes
            .MapGet("/submissions/{id:guid}", (Guid id) => reported.TryGetValue(id, out var year) ? Stub.Json(year) : Results.NotFound()));
        Set("Services:Submission", submission.Address);
        await base.InitializeAsync();
        await AccreditAsync(Persona.VerificationBody, "2060-12-31");
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await submission!.DisposeAsync();
    }

    public async Task AccreditAsync(Guid body, string validUntil)
    {
        using var accredited = await As(Persona.National).SendAsync(
            HttpMethod.Post, "/bodies", new { organisationId = body, name = "演示核查机构", scope = "演示：园区碳排放核查", validUntil, demo = true });
        Assert.True(accredited.IsSuccessStatusCode);
    }

    /// <summary>A year that Submission knows, of its own for one test.</summary>
    public ReportedYear SubmittedYear(int versions = 1)
    {
        var year = Fixtures.Reported(versions, Guid.CreateVersion7(), Guid.CreateVersion7());
        Submits(year.Id, year);
        return year;
    }

    /// <summary>What Submission will answer for this year from now on.</summary>
    public void Submits(Guid id, ReportedYear year) => reported[id] = year;

    /// <summary>Names a team and signs on the submitted data.</summary>
    public async Task<HttpResponseMessage> SignAsync(Guid id, long version)
    {
        using var named = await As(Persona.Lead).CommandAsync($"/verifications/{id}/team", new { members = new[] { Persona.Verifier.Id } }, version);
        return await As(Persona.Lead).CommandAsync(
            $"/verifications/{id}/statement", new { opinion = "unmodified", assurance = "reasonable", text = "公允。" }, version + 1);
    }

    /// <summary>A verification whose body is engaged: its stream stands at version 2.</summary>
    public async Task<Guid> EngagedAsync(Guid? body = null)
    {
        var year = SubmittedYear();
        using var engaged = await As(Persona.OfPark).SendAsync(
            HttpMethod.Post, "/verifications", new { submissionId = year.Id, bodyId = body ?? Persona.VerificationBody });
        Assert.Equal("201", await engaged.VerdictAsync());
        return VerificationState.IdOf(year.Id, 1);
    }

    /// <summary>A verification whose team is named: version 3.</summary>
    public async Task<Guid> OpenAsync()
    {
        var id = await EngagedAsync();
        using var named = await As(Persona.Lead).CommandAsync($"/verifications/{id}/team", new { members = new[] { Persona.Verifier.Id } }, version: 2);
        Assert.Equal("200", await named.VerdictAsync());
        return id;
    }

    /// <summary>A verification with one corrective action: version 4.</summary>
    public async Task<Guid> WithFindingAsync()
    {
        var id = await OpenAsync();
        using var raised = await As(Persona.Verifier).CommandAsync($"/verifications/{id}/findings", new { kind = "car", text = "不符。" }, version: 3);
        Assert.Equal("200", await raised.VerdictAsync());
        return id;
    }
}

[CollectionDefinition(nameof(VerificationService))]
public sealed class VerificationServiceTests : ICollectionFixture<VerificationService>;
