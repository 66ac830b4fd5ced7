using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Testing;
using PilotRegistry.Verification.Features;

namespace PilotRegistry.Verification;

[Collection(nameof(VerificationService))]
public sealed class SignStatementTests(VerificationService service)
{
    private static readonly Spec<VerificationState> Open = Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named);

    private static readonly object Request = new { opinion = "unmodified", assurance = "reasonable", text = "按附件4核算，在所有重大方面公允。" };

    private static Decision Decide(VerificationState state, StatementSigned? statement = null, BodyAccount? caller = null) =>
        SignStatement.Decide(state, statement ?? Fixtures.Signed, caller ?? Fixtures.Lead);

    [Fact]
    public void The_leader_signs_what_the_official_method_makes_of_the_verified_data() => Open
        .When(state => Decide(state)).Then(Fixtures.Signed);

    [Fact]
    public void Signing_the_same_again_changes_nothing() => Open.Given(Fixtures.Signed)
        .When(state => Decide(state)).ThenNothing();

    [Fact]
    public void There_is_one_statement() => Open.Given(Fixtures.Signed)
        .When(state => Decide(state, Fixtures.Signed with { Text = "另一份。" })).ThenRefused("verification-not-open");

    [Fact]
    public void Without_a_team_there_is_no_statement() => Spec.For(VerificationState.Stream).Given(Fixtures.Engaged, Fixtures.Received)
        .When(state => Decide(state)).ThenRefused("team-missing");

    [Fact]
    public void A_member_does_not_sign_for_the_leader() => Open
        .When(state => Decide(state, Fixtures.Signed with { SignedBy = Fixtures.Vera.AccountId }, Fixtures.Vera)).ThenRefused("not-team-leader");

    [Fact]
    public void Nobody_signs_in_the_leaders_name() => Open
        .When(state => Decide(state, Fixtures.Signed, Fixtures.Vera)).ThenRefused("not-team-leader");

    [Fact]
    public void The_leader_signs_in_no_other_name() => Open
        .When(state => Decide(state, Fixtures.Signed with { SignedBy = Fixtures.Vera.AccountId })).ThenRefused("not-team-leader");

    [Fact]
    public void Another_body_signs_nothing() => Open
        .When(state => Decide(state, caller: Fixtures.OtherLead)).ThenRefused("not-your-verification");

    [Fact]
    public void A_body_whose_accreditation_has_ended_signs_nothing() => Open
        .When(state => Decide(state, caller: Fixtures.Expired)).ThenRefused("not-accredited");

    [Theory]
    [InlineData(FindingKind.Car)]
    [InlineData(FindingKind.Cl)]
    public void Open_corrective_actions_and_clarifications_block_the_statement(FindingKind kind) => Open
        .Given(Fixtures.Raised with { Kind = kind }, Fixtures.Answered)
        .When(state => Decide(state)).ThenRefused("findings-open");

    [Theory]
    [InlineData(FindingKind.Far)]
    [InlineData(FindingKind.Observation)]
    public void Forward_actions_and_observations_may_stay_open(FindingKind kind) => Open
        .Given(Fixtures.Raised with { Kind = kind })
        .When(state => Decide(state)).Then(Fixtures.Signed);

    [Fact]
    public void A_difference_of_exactly_the_threshold_is_not_material() => Open
        .When(state => Decide(state, Fixtures.Statement("1050", findings: 0))).Then(Fixtures.Statement("1050", findings: 0));

    [Theory]
    [InlineData("1050.01")]
    [InlineData("949.99")]
    public void A_material_misstatement_excludes_an_unmodified_opinion(string gridMwh) => Open
        .When(state => Decide(state, Fixtures.Statement(gridMwh, findings: 0))).ThenRefused("material-misstatement");

    [Theory]
    [InlineData(Opinion.Modified)]
    [InlineData(Opinion.Adverse)]
    [InlineData(Opinion.Disclaimer)]
    public void Any_other_opinion_may_be_given_on_it(Opinion opinion) => Open
        .When(state => Decide(state, Fixtures.Statement("2000", findings: 0, opinion))).Then(Fixtures.Statement("2000", findings: 0, opinion));

    [Fact]
    public async Task The_submitted_data_stands_when_no_other_is_given_and_the_content_has_a_hash()
    {
        var id = await service.OpenAsync();
        using var signed = await service.As(Persona.Lead).CommandAsync($"/verifications/{id}/statement", Request, version: 3);
        Assert.Equal("200", await signed.VerdictAsync());
        var hash = (await signed.BodyAsync()).GetProperty("hash").GetString();
        using var again = await service.As(Persona.Lead).CommandAsync($"/verifications/{id}/statement", Request, version: 3);
        Assert.Equal("200", await again.VerdictAsync());
        Assert.Equal(4, await service.EventCountAsync(id));
        using var read = await service.As(Persona.OfPark).GetAsync(new Uri($"/verifications/{id}", UriKind.Relative));
        var statement = (await read.BodyAsync()).GetProperty("statement");
        Assert.Equal(hash, statement.GetProperty("hash").GetString());
        Assert.Equal(Persona.Lead.Id, statement.GetProperty("signedBy").GetGuid());
        Assert.Equal("832.5", statement.GetProperty("verified").GetProperty("emissions").GetProperty("total").GetString());
        Assert.Empty((await read.BodyAsync()).GetProperty("actions").EnumerateArray());
    }

    [Fact]
    public async Task The_verifier_corrects_the_data_and_never_types_a_result()
    {
        var id = await service.OpenAsync();
        var data = new { year = 2025, electricity = new object[] { new { direction = "in", kind = "direct", mwh = 400000 }, new { direction = "in", kind = "grid", mwh = "1040" } } };
        using var signed = await service.As(Persona.Lead).CommandAsync(
            $"/verifications/{id}/statement", new { opinion = "unmodified", assurance = "limited", text = "更正后公允。", data }, version: 3);
        Assert.Equal("200", await signed.VerdictAsync());
        using var read = await service.As(Persona.National).GetAsync(new Uri($"/verifications/{id}", UriKind.Relative));
        // 1,040 MWh × 0.8325 t/MWh, by the pack of the report
        Assert.Equal("865.8", (await read.BodyAsync()).GetProperty("statement").GetProperty("verified").GetProperty("emissions").GetProperty("total").GetString());
    }

    [Theory]
    [InlineData("{\"opinion\":\"fine\",\"assurance\":\"limited\",\"text\":\"公允。\"}", "/opinion wrong-type")]
    [InlineData("{\"opinion\":\"adverse\",\"text\":\"公允。\"}", "/assurance required")]
    [InlineData("{\"opinion\":\"adverse\",\"assurance\":\"limited\",\"text\":\"\"}", "/text required")]
    [InlineData("{\"opinion\":\"adverse\",\"assurance\":\"limited\",\"text\":\"公允。\",\"verified\":{}}", "/verified unknown-member")]
    [InlineData("{\"opinion\":\"adverse\",\"assurance\":\"limited\",\"text\":\"公允。\",\"data\":[]}", "/data wrong-type")]
    [InlineData("{\"opinion\":\"adverse\",\"assurance\":\"limited\",\"text\":\"公允。\",\"data\":{\"year\":2024}}", "/data/year wrong-year")]
    [InlineData("{\"opinion\":\"adverse\",\"assurance\":\"limited\",\"text\":\"公允。\",\"data\":{\"year\":2025,\"emissions\":{}}}", "/data/emissions unknown-member")]
    public async Task Each_wrong_field_is_named_and_nothing_is_signed(string body, string expected)
    {
        var id = await service.OpenAsync();
        using var refused = await service.As(Persona.Lead).CommandAsync($"/verifications/{id}/statement", new StringContent(body, null, "application/json"), version: 3);
        Assert.Equal([expected], await refused.FieldErrorsAsync());
        Assert.Equal(3, await service.EventCountAsync(id));
    }

    [Fact]
    public async Task Who_may_not_sign_is_told_why_and_nothing_is_signed()
    {
        var id = await service.WithFindingAsync();
        var path = $"/verifications/{id}/statement";
        using var open = await service.As(Persona.Lead).CommandAsync(path, Request, version: 4);
        Assert.Equal("409 findings-open", await open.VerdictAsync());
        using var other = await service.As(Persona.Lead with { Id = Persona.Named(303) }).CommandAsync(path, Request, version: 4);
        Assert.Equal("409 not-team-leader", await other.VerdictAsync());
        using var member = await service.As(Persona.Verifier).CommandAsync(path, Request, version: 4);
        Assert.Equal("403 not-allowed", await member.VerdictAsync());
        using var foreign = await service.As(Persona.OtherLead).CommandAsync(path, Request, version: 4);
        Assert.Equal("409 not-your-verification", await foreign.VerdictAsync());
        using var unseen = await service.As(Persona.Lead).SendAsync(HttpMethod.Post, path, Request);
        Assert.Equal("428 if-match-missing", await unseen.VerdictAsync());
        using var unknown = await service.As(Persona.Lead).CommandAsync($"/verifications/{Guid.CreateVersion7()}/statement", Request, version: 4);
        Assert.Equal("404 not-found", await unknown.VerdictAsync());
        Assert.Equal(4, await service.EventCountAsync(id));
    }
}
