using PilotRegistry.Registration.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class RecommendApplicationTests(RegistrationService service)
{
    private static readonly RecommendApplication.Request Request = new(Fixtures.Batch, "基础条件具备。");

    [Fact]
    public void The_province_recommends_a_park_in_a_batch() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted)
        .When(state => RecommendApplication.Decide(state, Request, Persona.Jiangsu))
        .Then(new Contracts.ApplicationRecommended(Fixtures.Park, Fixtures.Batch, Request.Reasons));

    [Fact]
    public void Recommended_in_this_batch_it_is_not_recommended_again() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted, Fixtures.Recommended)
        .When(state => RecommendApplication.Decide(state, Request, Persona.Jiangsu))
        .ThenNothing();

    [Fact]
    public void A_recommendation_is_not_moved_to_another_batch() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted, Fixtures.Recommended)
        .When(state => RecommendApplication.Decide(state, Request with { Batch = "2027-1" }, Persona.Jiangsu))
        .ThenRefused("application-not-submitted");

    [Fact]
    public void A_returned_application_waits_for_its_park() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted, Fixtures.Returned)
        .When(state => RecommendApplication.Decide(state, Request, Persona.Jiangsu))
        .ThenRefused("application-not-submitted");

    [Fact]
    public void Another_province_has_no_say() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted)
        .When(state => RecommendApplication.Decide(state, Request, Persona.Zhejiang))
        .ThenRefused("not-your-province");

    [Fact]
    public async Task It_keeps_what_every_command_promises()
    {
        var filed = await service.SubmittedAsync();
        await service.AssertAsync(
            Command.Post("/applications/{id}/recommendation", new { batch = "2026-1", reasons = "同意。" }, Persona.OfProvince), ["province"], filed.Id, filed.Version);
    }

    [Theory]
    [InlineData("first", "/batch wrong-form")]
    [InlineData("", "/batch required")]
    public async Task A_batch_is_a_year_and_a_name(string batch, string expected)
    {
        var filed = await service.SubmittedAsync();
        using var refused = await service.As(Persona.OfProvince).CommandAsync($"{filed.Path}/recommendation", new { batch, reasons = "同意。" }, filed.Version);
        Assert.Equal([expected], await refused.FieldErrorsAsync());
    }
}
