using PilotRegistry.Testing;
using PilotRegistry.Verification.Features;

namespace PilotRegistry.Verification;

[Collection(nameof(VerificationService))]
public sealed class AccreditBodyTests(VerificationService service)
{
    private static readonly AccreditBody.Request Request = new(Persona.VerificationBody, "演示核查机构", "演示：园区碳排放核查", new(2030, 12, 31), Demo: true);

    [Fact]
    public void The_nation_accredits_a_body() => Spec.For(BodyState.Stream)
        .Given()
        .When(state => AccreditBody.Decide(state, Request))
        .Then(Fixtures.Accredited);

    [Fact]
    public void The_same_accreditation_again_changes_nothing() => Spec.For(BodyState.Stream)
        .Given(Fixtures.Accredited)
        .When(state => AccreditBody.Decide(state, Request))
        .ThenNothing();

    [Fact]
    public void An_accreditation_is_prolonged_or_ended_by_its_last_day() => Spec.For(BodyState.Stream)
        .Given(Fixtures.Accredited)
        .When(state => AccreditBody.Decide(state, Request with { ValidUntil = new(2026, 1, 1) }))
        .Then(Fixtures.Accredited with { ValidUntil = new(2026, 1, 1) });

    [Fact]
    public async Task Everybody_who_is_signed_in_sees_which_bodies_are_accredited()
    {
        var ended = Guid.CreateVersion7();
        await service.AccreditAsync(ended, "2026-01-01");
        using var answer = await service.As(Persona.OfPark).GetAsync(new Uri("/bodies", UriKind.Relative));
        var bodies = (await answer.BodyAsync()).GetProperty("items").EnumerateArray().ToDictionary(b => b.GetProperty("id").GetGuid());
        Assert.True(bodies[Persona.VerificationBody].GetProperty("accredited").GetBoolean());
        Assert.False(bodies[ended].GetProperty("accredited").GetBoolean());
        using var one = await service.As(Persona.OfPark).GetAsync(new Uri($"/bodies/{ended}", UriKind.Relative));
        Assert.Equal("2026-01-01", (await one.BodyAsync()).GetProperty("validUntil").GetString());
    }

    [Theory]
    [InlineData("name", "", "/name required")]
    [InlineData("validUntil", "soon", "/validUntil wrong-type")]
    [InlineData("organisationId", 7, "/organisationId wrong-type")]
    [InlineData("colour", "green", "/colour unknown-member")]
    public async Task Each_wrong_field_is_named(string field, object? value, string expected)
    {
        var request = new Dictionary<string, object?>
        {
            ["organisationId"] = Guid.CreateVersion7(),
            ["name"] = "演示核查机构",
            ["scope"] = "演示",
            ["validUntil"] = "2030-12-31",
            [field] = value,
        };
        using var refused = await service.As(Persona.National).SendAsync(HttpMethod.Post, "/bodies", request);
        Assert.Equal([expected], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task An_id_that_names_a_verification_is_no_body()
    {
        var verification = await service.EngagedAsync(Persona.VerificationBody);
        using var refused = await service.As(Persona.National).SendAsync(
            HttpMethod.Post, "/bodies", new { organisationId = verification, name = "演示核查机构", scope = "演示", validUntil = "2030-12-31" });
        Assert.Equal("409 id-taken", await refused.VerdictAsync());
    }

    [Fact]
    public async Task Only_the_nation_accredits()
    {
        using var refused = await service.As(Persona.Lead).SendAsync(
            HttpMethod.Post, "/bodies", new { organisationId = Persona.VerificationBody, name = "演示核查机构", scope = "演示", validUntil = "2060-12-31" });
        Assert.Equal("403 not-allowed", await refused.VerdictAsync());
    }

    [Fact]
    public async Task When_an_accreditation_ends_the_body_loses_its_access()
    {
        var body = Guid.CreateVersion7();
        var lead = Persona.Lead with { Organisation = body };
        await service.AccreditAsync(body, "2060-12-31");
        var id = await service.EngagedAsync(body);
        using var before = await service.As(lead).GetAsync(new Uri($"/verifications/{id}", UriKind.Relative));
        Assert.Equal("200", await before.VerdictAsync());
        await service.AccreditAsync(body, "2026-01-01");
        using var after = await service.As(lead).GetAsync(new Uri($"/verifications/{id}", UriKind.Relative));
        Assert.Equal("404 not-found", await after.VerdictAsync());
        using var command = await service.As(lead).CommandAsync($"/verifications/{id}/team", new { members = new[] { Persona.Verifier.Id } }, version: 2);
        Assert.Equal("409 not-accredited", await command.VerdictAsync());
        using var inbox = await service.As(lead).GetAsync(new Uri("/inbox", UriKind.Relative));
        Assert.Equal(0, (await inbox.BodyAsync()).GetProperty("items").GetArrayLength());
    }
}
