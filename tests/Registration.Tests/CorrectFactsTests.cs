using PilotRegistry.Registration.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class CorrectFactsTests(RegistrationService service)
{
    private static readonly Contracts.ParkFacts Corrected = Fixtures.Facts with { City = "连云港市" };

    [Fact]
    public void A_park_corrects_its_facts_while_it_drafts() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started)
        .When(state => CorrectFacts.Decide(state, Corrected, Fixtures.Body))
        .Then(new FactsCorrected(Corrected));

    [Fact]
    public void And_again_when_the_application_is_returned() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted, Fixtures.Returned)
        .When(state => CorrectFacts.Decide(state, Corrected, Fixtures.Body))
        .Then(new FactsCorrected(Corrected));

    [Fact]
    public void The_same_facts_are_no_correction() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started)
        .When(state => CorrectFacts.Decide(state, Fixtures.Facts, Fixtures.Body))
        .ThenNothing();

    [Fact]
    public void What_the_reviewers_read_cannot_change_under_their_eyes() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted)
        .When(state => CorrectFacts.Decide(state, Corrected, Fixtures.Body))
        .ThenRefused("application-not-open");

    [Fact]
    public void Nobody_corrects_the_facts_of_anothers_park() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started)
        .When(state => CorrectFacts.Decide(state, Corrected, Fixtures.OtherBody))
        .ThenRefused("not-your-park");

    [Fact]
    public void An_account_of_one_park_leaves_the_others_of_its_organisation_alone() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started)
        .When(state => CorrectFacts.Decide(state, Corrected, Fixtures.Body with { OnlyPark = Persona.Named(199) }))
        .ThenRefused("not-your-park");

    [Fact]
    public async Task It_keeps_what_every_command_promises()
    {
        var filed = await service.StartedAsync();
        await service.AssertAsync(
            Command.Put("/applications/{id}/facts", Fixtures.Request(name: "更正后的名称"), Persona.OfPark), ["park"], filed.Id, filed.Version);
    }

    [Fact]
    public async Task Anothers_application_is_refused_and_stays_as_it_is()
    {
        var filed = await service.StartedAsync();
        using var refused = await service.As(Persona.OtherPark).SendAsync(HttpMethod.Put, $"{filed.Path}/facts", Fixtures.Request(), filed.Version);
        Assert.Equal("409 not-your-park", await refused.VerdictAsync());
        Assert.Equal(1, await service.EventCountAsync(filed.Id));
    }
}
