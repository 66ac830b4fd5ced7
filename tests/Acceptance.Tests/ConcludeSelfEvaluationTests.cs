using PilotRegistry.Acceptance.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Acceptance;

[Collection(nameof(AcceptanceService))]
public sealed class ConcludeSelfEvaluationTests(AcceptanceService service)
{
    private static readonly ConcludeSelfEvaluation.Request Pass = new(Passed: true, Fixtures.Passed.Reasons);
    private static readonly ConcludeSelfEvaluation.Request Fail = new(Passed: false, Fixtures.Failed.Reasons);

    [Fact]
    public void The_province_passes_the_park() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested)
        .When(state => ConcludeSelfEvaluation.Decide(state, Pass, Persona.Jiangsu))
        .Then(Fixtures.Passed);

    [Fact]
    public void Or_does_not_with_its_reasons() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested)
        .When(state => ConcludeSelfEvaluation.Decide(state, Fail, Persona.Jiangsu))
        .Then(Fixtures.Failed);

    [Fact]
    public void Passed_it_is_not_passed_again() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Passed)
        .When(state => ConcludeSelfEvaluation.Decide(state, Pass, Persona.Jiangsu))
        .ThenNothing();

    [Fact]
    public void Failed_it_is_not_failed_again() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Failed)
        .When(state => ConcludeSelfEvaluation.Decide(state, Fail, Persona.Jiangsu))
        .ThenNothing();

    [Fact]
    public void The_conclusion_is_not_turned_round() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Failed)
        .When(state => ConcludeSelfEvaluation.Decide(state, Pass, Persona.Jiangsu))
        .ThenRefused("acceptance-not-requested");

    [Fact]
    public void After_the_nation_decided_nothing_is_before_the_province() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested, Fixtures.Passed, Fixtures.Granted)
        .When(state => ConcludeSelfEvaluation.Decide(state, Fail, Persona.Jiangsu))
        .ThenRefused("acceptance-not-requested");

    [Fact]
    public void Another_province_has_no_say() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested)
        .When(state => ConcludeSelfEvaluation.Decide(state, Pass, Persona.Zhejiang))
        .ThenRefused("not-your-province");

    [Fact]
    public void A_reviewer_without_a_province_has_no_say() => Spec.For(AcceptanceState.Stream)
        .Given(Fixtures.Requested)
        .When(state => ConcludeSelfEvaluation.Decide(state, Pass, province: null))
        .ThenRefused("not-your-province");

    [Fact]
    public async Task It_keeps_what_every_command_promises()
    {
        var id = await service.RequestedAsync();
        await service.AssertAsync(
            Command.Post("/acceptances/{id}/self-evaluation", new { passed = true, reasons = "建设任务完成。" }, Persona.OfProvince), ["province"], id, version: 1);
    }

    [Fact]
    public async Task Another_provinces_reviewer_is_refused_and_nothing_is_written()
    {
        var id = await service.RequestedAsync();
        Assert.Equal("409 not-your-province", await service.GiveAsync(Persona.OtherProvince, id, "self-evaluation", new { passed = true, reasons = "好。好。" }, 1));
        Assert.Equal(1, await service.EventCountAsync(id));
    }
}
