using PilotRegistry.EventStore;
using PilotRegistry.Testing;
using PilotRegistry.Verification.Features;

namespace PilotRegistry.Verification;

[Collection(nameof(VerificationService))]
public sealed class RaiseFindingTests(VerificationService service)
{
    private static readonly RaiseFinding.Request Request = new(FindingKind.Car, Fixtures.Raised.Text, Fixtures.Raised.Pointer);

    private static Decision Decide(VerificationState state, BodyAccount caller) => RaiseFinding.Decide(state, Request, caller, Fixtures.Today);

    [Fact]
    public void A_member_of_the_team_raises_a_finding_with_a_term_for_its_answer() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named)
        .When(state => Decide(state, Fixtures.Vera))
        .Then(Fixtures.Raised);

    [Fact]
    public void Findings_are_numbered() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named, Fixtures.Observed)
        .When(state => Decide(state, Fixtures.Lead))
        .Then(Fixtures.Raised with { Number = 2 });

    [Fact]
    public void The_same_finding_again_changes_nothing() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named, Fixtures.Raised)
        .When(state => Decide(state, Fixtures.Vera))
        .ThenNothing();

    [Fact]
    public void Before_the_team_is_named_nobody_raises_findings() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received)
        .When(state => Decide(state, Fixtures.Lead))
        .ThenRefused("not-in-team");

    [Fact]
    public void Colleagues_outside_the_team_raise_no_findings() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named)
        .When(state => Decide(state, Fixtures.NotInTeam))
        .ThenRefused("not-in-team");

    [Fact]
    public void Another_body_raises_no_findings() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named)
        .When(state => Decide(state, Fixtures.OtherLead))
        .ThenRefused("not-your-verification");

    [Fact]
    public void A_body_whose_accreditation_has_ended_raises_no_findings() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named)
        .When(state => Decide(state, Fixtures.Expired))
        .ThenRefused("not-accredited");

    [Fact]
    public void Nothing_can_be_added_once_the_statement_is_signed() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named, Fixtures.Signed)
        .When(state => Decide(state, Fixtures.Vera))
        .ThenRefused("verification-not-open");

    [Fact]
    public async Task Raising_answers_with_the_number_also_when_repeated()
    {
        var id = await service.OpenAsync();
        var request = new { kind = "cl", text = "请说明。", pointer = "/electricity/0/mwh" };
        using var raised = await service.As(Persona.Verifier).CommandAsync($"/verifications/{id}/findings", request, version: 3);
        Assert.Equal(1, (await raised.BodyAsync()).GetProperty("number").GetInt32());
        using var again = await service.As(Persona.Verifier).CommandAsync($"/verifications/{id}/findings", request, version: 3);
        Assert.Equal(1, (await again.BodyAsync()).GetProperty("number").GetInt32());
        Assert.Equal(4, await service.EventCountAsync(id));
        using var stale = await service.As(Persona.Lead).CommandAsync($"/verifications/{id}/findings", new { kind = "car", text = "不符。" }, version: 3);
        Assert.Equal("412 stale", await stale.VerdictAsync());
        using var unseen = await service.As(Persona.Lead).SendAsync(HttpMethod.Post, $"/verifications/{id}/findings", new { kind = "car", text = "不符。" });
        Assert.Equal("428 if-match-missing", await unseen.VerdictAsync());
        using var park = await service.As(Persona.OfPark).CommandAsync($"/verifications/{id}/findings", request, version: 4);
        Assert.Equal("403 not-allowed", await park.VerdictAsync());
    }

    [Theory]
    [InlineData("kind", "complaint", "/kind wrong-type")]
    [InlineData("text", "", "/text required")]
    [InlineData("pointer", "electricity", "/pointer wrong-form")]
    [InlineData("text", "a\u0000b", "/text not-text")]
    [InlineData("severity", "high", "/severity unknown-member")]
    public async Task Each_wrong_field_is_named(string field, string value, string expected)
    {
        var id = await service.OpenAsync();
        var request = new Dictionary<string, string> { ["kind"] = "car", ["text"] = "不符。", [field] = value };
        using var refused = await service.As(Persona.Verifier).CommandAsync($"/verifications/{id}/findings", request, version: 3);
        Assert.Equal([expected], await refused.FieldErrorsAsync());
        Assert.Equal(3, await service.EventCountAsync(id));
    }

    [Fact]
    public async Task A_finding_is_no_book()
    {
        var id = await service.OpenAsync();
        using var refused = await service.As(Persona.Verifier).CommandAsync($"/verifications/{id}/findings", new { kind = "car", text = new string('不', 4001) }, version: 3);
        Assert.Equal(["/text wrong-length"], await refused.FieldErrorsAsync());
    }
}
