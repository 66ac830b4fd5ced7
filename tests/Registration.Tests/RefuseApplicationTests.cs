using PilotRegistry.Registration.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class RefuseApplicationTests(RegistrationService service)
{
    private static readonly Reviewer Province = new("province", Persona.Jiangsu);
    private static readonly Reviewer Nation = new("national");

    [Fact]
    public void The_province_refuses_what_lies_before_it() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted)
        .When(state => RefuseApplication.Decide(state, Fixtures.Because, Province))
        .Then(new Contracts.ApplicationRefused(Fixtures.Park, "province", Fixtures.Because.Reasons));

    [Fact]
    public void The_nation_refuses_what_was_recommended_to_it() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted, Fixtures.Recommended)
        .When(state => RefuseApplication.Decide(state, Fixtures.Because, Nation))
        .Then(new Contracts.ApplicationRefused(Fixtures.Park, "national", Fixtures.Because.Reasons));

    [Fact]
    public void Refused_it_is_not_refused_again() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted, Fixtures.Refused)
        .When(state => RefuseApplication.Decide(state, Fixtures.Because, Province))
        .ThenNothing();

    [Fact]
    public void The_province_cannot_take_its_recommendation_back() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted, Fixtures.Recommended)
        .When(state => RefuseApplication.Decide(state, Fixtures.Because, Province))
        .ThenRefused("application-not-submitted");

    [Fact]
    public void The_nation_does_not_refuse_over_the_provinces_head() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted)
        .When(state => RefuseApplication.Decide(state, Fixtures.Because, Nation))
        .ThenRefused("application-not-recommended");

    [Fact]
    public void What_is_listed_cannot_be_refused() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted, Fixtures.Recommended, Fixtures.Listed)
        .When(state => RefuseApplication.Decide(state, Fixtures.Because, Nation))
        .ThenRefused("application-not-recommended");

    [Fact]
    public void Another_province_has_no_say_even_about_what_is_refused_already() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted, Fixtures.Refused)
        .When(state => RefuseApplication.Decide(state, Fixtures.Because, Province with { Province = Persona.Zhejiang }))
        .ThenRefused("not-your-province");

    [Fact]
    public void A_provincial_reviewer_without_a_province_is_not_the_nation() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted, Fixtures.Recommended)
        .When(state => RefuseApplication.Decide(state, Fixtures.Because, Province with { Province = null }))
        .ThenRefused("not-your-province");

    [Fact]
    public async Task It_keeps_what_every_command_promises()
    {
        var filed = await service.SubmittedAsync();
        await service.AssertAsync(
            Command.Post("/applications/{id}/refusal", new { reasons = "四至不清。" }, Persona.OfProvince), ["province", "national"], filed.Id, filed.Version);
    }

    [Fact]
    public async Task The_nation_refuses_a_recommended_park_and_the_park_reads_why()
    {
        var filed = await service.RecommendedAsync();
        Assert.Equal("200", await service.GiveAsync(Persona.National, filed, "refusal", new { reasons = "名额已满。" }));
        var read = await service.As(Persona.OfPark).ReadAsync(filed.Path);
        Assert.Equal("refused", read.GetProperty("status").GetString());
        Assert.Equal("national 名额已满。", read.GetProperty("notes")[1].Line("by", "reasons"));
    }
}
