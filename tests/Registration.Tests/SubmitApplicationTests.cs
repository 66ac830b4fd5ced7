using PilotRegistry.Contracts;
using PilotRegistry.Registration.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class SubmitApplicationTests(RegistrationService service)
{
    [Fact]
    public void An_application_with_its_six_chapters_goes_before_the_province() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started).Given(Fixtures.Chapters)
        .When(state => SubmitApplication.Decide(state, Fixtures.Body))
        .Then(new ApplicationSubmitted(Fixtures.Park, Fixtures.Facts, Round: 1));

    [Fact]
    public void Returned_and_submitted_again_it_is_the_second_round() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started).Given(Fixtures.Chapters).Given(Fixtures.Submitted, Fixtures.Returned)
        .When(state => SubmitApplication.Decide(state, Fixtures.Body))
        .Then(new ApplicationSubmitted(Fixtures.Park, Fixtures.Facts, Round: 2));

    [Fact]
    public void One_missing_chapter_keeps_it_from_being_submitted() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started).Given([.. Fixtures.Chapters.Skip(1)])
        .When(state => SubmitApplication.Decide(state, Fixtures.Body))
        .ThenRefused("chapters-missing");

    [Fact]
    public void A_chapter_of_nothing_but_spaces_is_missing() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started).Given(Fixtures.Chapters).Given(new ChapterWritten(Chapter.Economics, "  \n"))
        .When(state => SubmitApplication.Decide(state, Fixtures.Body))
        .ThenRefused("chapters-missing");

    [Fact]
    public void Submitted_it_is_not_submitted_again() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started).Given(Fixtures.Chapters).Given(Fixtures.Submitted)
        .When(state => SubmitApplication.Decide(state, Fixtures.Body))
        .ThenNothing();

    [Fact]
    public void Refused_it_stays_refused() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started).Given(Fixtures.Chapters).Given(Fixtures.Submitted, Fixtures.Refused)
        .When(state => SubmitApplication.Decide(state, Fixtures.Body))
        .ThenRefused("application-not-open");

    [Fact]
    public void Nobody_submits_anothers_application() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started).Given(Fixtures.Chapters)
        .When(state => SubmitApplication.Decide(state, Fixtures.OtherBody))
        .ThenRefused("not-your-park");

    [Fact]
    public async Task It_keeps_what_every_command_promises()
    {
        var filed = await service.WrittenAsync();
        await service.AssertAsync(Command.Post("/applications/{id}/submission", null, Persona.OfPark), ["park"], filed.Id, filed.Version);
    }

    [Fact]
    public async Task From_now_on_other_services_know_the_park()
    {
        var filed = await service.SubmittedAsync();
        Assert.Equal(["registration.application-submitted.v1"], await service.Sidecar.AboutAsync(filed.ParkId, count: 1));
    }
}
