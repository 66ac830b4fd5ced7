using PilotRegistry.Acceptance.Features;
using PilotRegistry.Methodology;
using PilotRegistry.Testing;

namespace PilotRegistry.Acceptance;

[Collection(nameof(AcceptanceService))]
public sealed class DecideAcceptanceTests(AcceptanceService service)
{
    private static readonly DecideAcceptance.Request Accept = new(Accepted: true, Fixtures.Granted.Reasons);
    private static readonly DecideAcceptance.Request Refuse = new(Accepted: false, Fixtures.Refused.Reasons);

    [Fact]
    public void The_nation_accepts_a_park_that_passed_its_self_evaluation() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Passed)
        .When(state => DecideAcceptance.Decide(state, Accept))
        .Then(Fixtures.Granted);

    [Fact]
    public void Or_refuses_it_with_its_reasons() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Passed)
        .When(state => DecideAcceptance.Decide(state, Refuse))
        .Then(Fixtures.Refused);

    [Fact]
    public void Nobody_accepts_a_park_whose_verified_core_indicator_misses_its_target() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested with { Core = Fixtures.Met with { Verdict = Verdict.NotMet } }, Fixtures.Passed)
        .When(state => DecideAcceptance.Decide(state, Accept))
        .ThenRefused("core-not-met");

    [Fact]
    public void A_park_that_misses_it_can_still_be_refused() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested with { Core = Fixtures.Met with { Verdict = Verdict.NotMet } }, Fixtures.Passed)
        .When(state => DecideAcceptance.Decide(state, Refuse))
        .Then(Fixtures.Refused);

    [Fact]
    public void The_nation_does_not_decide_before_the_province() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested)
        .When(state => DecideAcceptance.Decide(state, Accept))
        .ThenRefused("not-evaluated");

    [Fact]
    public void Nor_on_what_the_province_did_not_pass() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Failed)
        .When(state => DecideAcceptance.Decide(state, Accept))
        .ThenRefused("not-evaluated");

    [Fact]
    public void Accepted_it_is_not_accepted_again() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Passed, Fixtures.Granted)
        .When(state => DecideAcceptance.Decide(state, Accept))
        .ThenNothing();

    [Fact]
    public void Refused_it_is_not_refused_again() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Passed, Fixtures.Refused)
        .When(state => DecideAcceptance.Decide(state, Refuse))
        .ThenNothing();

    [Fact]
    public void An_acceptance_is_not_turned_into_a_refusal() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Passed, Fixtures.Granted)
        .When(state => DecideAcceptance.Decide(state, Refuse))
        .ThenRefused("not-evaluated");

    [Fact]
    public async Task It_keeps_what_every_command_promises()
    {
        var id = await service.EvaluatedAsync();
        await service.AssertAsync(
            Command.Post("/acceptances/{id}/decision", new { accepted = true, reasons = "同意验收。" }, Persona.National), ["national"], id, version: 2);
    }

    [Fact]
    public async Task Before_the_self_evaluation_the_nation_is_refused_too()
    {
        var id = await service.RequestedAsync();
        Assert.Equal("409 not-evaluated", await service.GiveAsync(Persona.National, id, "decision", new { accepted = true, reasons = "同意。" }, 1));
        Assert.Equal(1, await service.EventCountAsync(id));
    }
}
