using PilotRegistry.Testing;
using PilotRegistry.Verification.Features;

namespace PilotRegistry.Verification;

[Collection(nameof(VerificationService))]
public sealed class NameTeamTests(VerificationService service)
{
    private static readonly NameTeam.Request Request = new([Persona.Verifier.Id]);

    [Fact]
    public void The_lead_verifier_names_the_team_and_leads_it() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received)
        .When(state => NameTeam.Decide(state, new([Persona.Lead.Id, Persona.Verifier.Id, Persona.Verifier.Id]), Fixtures.Lead))
        .Then(Fixtures.Named);

    [Fact]
    public void The_same_team_again_changes_nothing() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named)
        .When(state => NameTeam.Decide(state, Request, Fixtures.Lead))
        .ThenNothing();

    [Fact]
    public void The_team_may_change_until_the_statement() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named)
        .When(state => NameTeam.Decide(state, new([Persona.Named(302)]), Fixtures.Lead))
        .Then(new TeamNamed(Persona.Lead.Id, [Persona.Named(302)]));

    [Fact]
    public void A_leader_alone_is_no_team() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received)
        .When(state => NameTeam.Decide(state, new([Persona.Lead.Id]), Fixtures.Lead))
        .ThenRefused("team-too-small");

    [Fact]
    public void A_crowd_is_no_team() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received)
        .When(state => NameTeam.Decide(state, new([.. Enumerable.Range(400, 21).Select(Persona.Named)]), Fixtures.Lead))
        .ThenRefused("team-too-large");

    [Fact]
    public void Another_body_names_no_team_here() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received)
        .When(state => NameTeam.Decide(state, Request, Fixtures.OtherLead))
        .ThenRefused("not-your-verification");

    [Fact]
    public void A_body_whose_accreditation_has_ended_names_no_team() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received)
        .When(state => NameTeam.Decide(state, Request, Fixtures.Expired))
        .ThenRefused("not-accredited");

    [Fact]
    public void After_the_statement_the_team_stays() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named, Fixtures.Signed)
        .When(state => NameTeam.Decide(state, new([Persona.Named(302)]), Fixtures.Lead))
        .ThenRefused("verification-not-open");

    [Fact]
    public async Task Naming_a_team_asks_for_the_lead_and_for_what_was_seen()
    {
        var id = await service.EngagedAsync();
        var request = new { members = new[] { Persona.Verifier.Id } };
        using var member = await service.As(Persona.Verifier).CommandAsync($"/verifications/{id}/team", request, version: 2);
        Assert.Equal("403 not-allowed", await member.VerdictAsync());
        using var unseen = await service.As(Persona.Lead).SendAsync(HttpMethod.Post, $"/verifications/{id}/team", request);
        Assert.Equal("428 if-match-missing", await unseen.VerdictAsync());
        using var stale = await service.As(Persona.Lead).CommandAsync($"/verifications/{id}/team", request, version: 1);
        Assert.Equal("412 stale", await stale.VerdictAsync());
        using var foreign = await service.As(Persona.OtherLead).CommandAsync($"/verifications/{id}/team", request, version: 2);
        Assert.Equal("409 not-your-verification", await foreign.VerdictAsync());
        using var nothing = await service.As(Persona.Lead).CommandAsync($"/verifications/{id}/team", new { members = (object?)null }, version: 2);
        Assert.Equal(["/members wrong-type"], await nothing.FieldErrorsAsync());
        using var unknown = await service.As(Persona.Lead).CommandAsync($"/verifications/{Guid.CreateVersion7()}/team", request, version: 2);
        Assert.Equal("404 not-found", await unknown.VerdictAsync());
        Assert.Equal(2, await service.EventCountAsync(id));
    }
}
