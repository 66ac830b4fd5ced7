using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Verification;

/// <summary>Who sees which verification, and what waits for whom.</summary>
[Collection(nameof(VerificationService))]
public sealed class ReadingTests(VerificationService service)
{
    [Fact]
    public async Task Findings_are_for_the_park_its_body_and_the_reviewers()
    {
        var id = await service.WithFindingAsync();
        foreach (var persona in Persona.All)
        {
            using var answer = await service.As(persona).GetAsync(new Uri($"/verifications/{id}", UriKind.Relative));
            var maySee = persona == Persona.OfPark || persona == Persona.OfProvince || persona == Persona.Lead || persona == Persona.Verifier
                || persona.Role is "national" or "auditor" or "operator";
            Assert.Equal(maySee ? "200" : "404 not-found", await answer.VerdictAsync());
        }

        using var stranger = await service.Anonymous().GetAsync(new Uri($"/verifications/{id}", UriKind.Relative));
        Assert.Equal("401 sign-in-required", await stranger.VerdictAsync());
    }

    [Fact]
    public async Task Lists_show_each_his_own()
    {
        var id = await service.OpenAsync();
        using var read = await service.As(Persona.OfPark).GetAsync(new Uri($"/verifications/{id}", UriKind.Relative));
        var submission = (await read.BodyAsync()).GetProperty("submissionId").GetGuid();
        foreach (var (persona, count) in new[] { (Persona.OfPark, 1), (Persona.Lead, 1), (Persona.OfProvince, 1), (Persona.OtherPark, 0), (Persona.OtherLead, 0), (Persona.OtherProvince, 0) })
        {
            using var list = await service.As(persona).GetAsync(new Uri($"/verifications?submissionId={submission}", UriKind.Relative));
            Assert.Equal(count, (await list.BodyAsync()).GetProperty("items").GetArrayLength());
        }
    }

    [Fact]
    public async Task Work_goes_from_hand_to_hand()
    {
        var id = await service.EngagedAsync();
        var (lead, park) = (service.As(Persona.Lead), service.As(Persona.OfPark));
        await ThenWaitsAsync(id, lead: "name-team");
        using var named = await lead.CommandAsync($"/verifications/{id}/team", new { members = new[] { Persona.Verifier.Id } }, version: 2);
        await ThenWaitsAsync(id, lead: "sign-statement", verifier: "verify-year");
        using var raised = await lead.CommandAsync($"/verifications/{id}/findings", new { kind = "car", text = "不符。" }, version: 3);
        await ThenWaitsAsync(id, park: "answer-finding");
        using var answered = await park.CommandAsync($"/verifications/{id}/findings/1/answer", new { text = "同意更正。" }, version: 4);
        await ThenWaitsAsync(id, lead: "close-finding", verifier: "close-finding");
        using var closed = await lead.CommandAsync($"/verifications/{id}/findings/1/closing", new { text = "已核对。" }, version: 5);
        await ThenWaitsAsync(id, lead: "sign-statement", verifier: "verify-year");
        using var signed = await lead.CommandAsync($"/verifications/{id}/statement", new { opinion = "modified", assurance = "limited", text = "保留意见。" }, version: 6);
        Assert.Equal("200", await signed.VerdictAsync());
        await ThenWaitsAsync(id);
    }

    [Fact]
    public async Task Buttons_show_what_the_caller_may_do_now()
    {
        var id = await service.WithFindingAsync();
        Assert.Equal(["nameTeam", "raiseFinding"], await ActionsAsync(id, Persona.Lead));
        Assert.Equal(["raiseFinding"], await ActionsAsync(id, Persona.Verifier));
        Assert.Equal(["answerFinding"], await ActionsAsync(id, Persona.OfPark, finding: 0));
        Assert.Empty(await ActionsAsync(id, Persona.Verifier, finding: 0));
        using var answered = await service.As(Persona.OfPark).CommandAsync($"/verifications/{id}/findings/1/answer", new { text = "同意更正。" }, version: 4);
        Assert.Equal(["returnFinding", "closeFinding"], await ActionsAsync(id, Persona.Verifier, finding: 0));
        Assert.Empty(await ActionsAsync(id, Persona.National, finding: 0));
        Assert.Empty(await ActionsAsync(id, Persona.OfPark));
    }

    private async Task ThenWaitsAsync(Guid id, string? lead = null, string? verifier = null, string? park = null)
    {
        Assert.Equal(lead, await WaitingAsync(id, Persona.Lead));
        Assert.Equal(verifier, await WaitingAsync(id, Persona.Verifier));
        Assert.Equal(park, await WaitingAsync(id, Persona.OfPark));
        Assert.Null(await WaitingAsync(id, Persona.OfProvince));
    }

    private async Task<string?> WaitingAsync(Guid id, Persona persona)
    {
        using var answer = await service.As(persona).GetAsync(new Uri("/inbox", UriKind.Relative));
        var item = (await answer.BodyAsync()).GetProperty("items").EnumerateArray().SingleOrDefault(i => i.GetProperty("id").GetGuid() == id);
        return item.ValueKind == JsonValueKind.Undefined ? null : item.GetProperty("kind").GetString();
    }

    private async Task<IReadOnlyList<string?>> ActionsAsync(Guid id, Persona persona, int? finding = null)
    {
        using var answer = await service.As(persona).GetAsync(new Uri($"/verifications/{id}", UriKind.Relative));
        var shown = await answer.BodyAsync();
        return [.. (finding is { } n ? shown.GetProperty("findings")[n] : shown).GetProperty("actions").EnumerateArray().Select(a => a.GetString())];
    }
}
