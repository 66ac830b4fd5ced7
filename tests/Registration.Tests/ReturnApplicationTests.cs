using PilotRegistry.Registration.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class ReturnApplicationTests(RegistrationService service)
{
    [Fact]
    public void The_province_returns_an_application_with_its_reasons() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted)
        .When(state => ReturnApplication.Decide(state, Fixtures.Because, Persona.Jiangsu))
        .Then(new Contracts.ApplicationReturned(Fixtures.Park, Fixtures.Because.Reasons));

    [Fact]
    public void Returned_it_is_not_returned_again() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted, Fixtures.Returned)
        .When(state => ReturnApplication.Decide(state, Fixtures.Because, Persona.Jiangsu))
        .ThenNothing();

    [Fact]
    public void A_draft_is_not_before_the_province() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started)
        .When(state => ReturnApplication.Decide(state, Fixtures.Because, Persona.Jiangsu))
        .ThenRefused("application-not-submitted");

    [Fact]
    public void Another_province_has_no_say() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted)
        .When(state => ReturnApplication.Decide(state, Fixtures.Because, Persona.Zhejiang))
        .ThenRefused("not-your-province");

    [Fact]
    public void A_reviewer_without_a_province_has_no_say() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted)
        .When(state => ReturnApplication.Decide(state, Fixtures.Because, province: null))
        .ThenRefused("not-your-province");

    [Fact]
    public async Task It_keeps_what_every_command_promises()
    {
        var filed = await service.SubmittedAsync();
        await service.AssertAsync(
            Command.Post("/applications/{id}/return", new { reasons = "请补充四至。" }, Persona.OfProvince), ["province"], filed.Id, filed.Version);
        Assert.Equal("409 not-your-province", await service.GiveAsync(Persona.OtherProvince, filed.Later(), "return", new { reasons = "请补充。" }));
    }

    [Fact]
    public async Task Reasons_are_named_when_they_are_missing()
    {
        var filed = await service.SubmittedAsync();
        using var refused = await service.As(Persona.OfProvince).CommandAsync($"{filed.Path}/return", new { reasons = " " }, filed.Version);
        Assert.Equal(["/reasons required"], await refused.FieldErrorsAsync());
    }
}
