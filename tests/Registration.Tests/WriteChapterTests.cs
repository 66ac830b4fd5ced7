using PilotRegistry.Registration.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class WriteChapterTests(RegistrationService service)
{
    [Fact]
    public void A_park_writes_a_chapter() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started)
        .When(state => WriteChapter.Decide(state, Chapter.Goals, new("碳排放不高于 0.2"), Fixtures.Body))
        .Then(new ChapterWritten(Chapter.Goals, "碳排放不高于 0.2"));

    [Fact]
    public void The_same_text_is_not_written_twice() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, new ChapterWritten(Chapter.Goals, "目标"))
        .When(state => WriteChapter.Decide(state, Chapter.Goals, new("目标"), Fixtures.Body))
        .ThenNothing();

    [Fact]
    public void Nothing_is_written_while_reviewers_read() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started, Fixtures.Submitted, Fixtures.Recommended)
        .When(state => WriteChapter.Decide(state, Chapter.Goals, new("目标"), Fixtures.Body))
        .ThenRefused("application-not-open");

    [Fact]
    public void Nobody_writes_for_anothers_park() => Spec.For(ApplicationState.Stream)
        .Given(Fixtures.Started)
        .When(state => WriteChapter.Decide(state, Chapter.Goals, new("目标"), Fixtures.OtherBody))
        .ThenRefused("not-your-park");

    [Fact]
    public async Task It_keeps_what_every_command_promises()
    {
        var filed = await service.StartedAsync();
        await service.AssertAsync(
            Command.Put("/applications/{id}/chapters/goals", new { text = "目标" }, Persona.OfPark), ["park"], filed.Id, filed.Version);
    }

    [Theory]
    [InlineData("appendix")]
    [InlineData("Basis")]
    [InlineData("1")]
    [InlineData("basis,goals")]
    public async Task There_are_six_chapters_and_no_others(string chapter)
    {
        var filed = await service.StartedAsync();
        using var refused = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"{filed.Path}/chapters/{chapter}", new { text = "多余" }, filed.Version);
        Assert.Equal(["/chapter wrong-type"], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task A_chapter_may_be_long_but_not_endless()
    {
        var filed = await service.StartedAsync();
        var path = $"{filed.Path}/chapters/tasks";
        using var longest = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, path, new { text = new string('长', 20_000) }, filed.Version);
        Assert.Equal("200", await longest.VerdictAsync());
        using var longer = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, path, new { text = new string('长', 20_001) }, filed.Version + 1);
        Assert.Equal(["/text too-long"], await longer.FieldErrorsAsync());
    }
}
