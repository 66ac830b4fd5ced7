using PilotRegistry.Submission.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

[Collection(nameof(SubmissionService))]
public sealed class OpenYearTests(SubmissionService service)
{
    private static readonly OpenYear.Request Request = new(Fixtures.Park, Fixtures.Year);

    [Fact]
    public void A_listed_park_opens_a_year() => Spec.For(SubmissionState.Stream)
        .Given()
        .When(state => OpenYear.Decide(state, Request, Fixtures.Listed(Persona.ParkBody), Fixtures.Body, Fixtures.Today))
        .Then(Fixtures.Opened);

    [Fact]
    public void A_running_year_can_be_opened() => Spec.For(SubmissionState.Stream)
        .Given()
        .When(state => OpenYear.Decide(state, Request, Fixtures.Listed(Persona.ParkBody), Fixtures.Body, Fixtures.LastDayOfTheYear))
        .Then(Fixtures.Opened);

    [Fact]
    public void A_year_is_opened_once() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened)
        .When(state => OpenYear.Decide(state, Request, Fixtures.Listed(Persona.ParkBody), Fixtures.Body, Fixtures.Today))
        .ThenNothing();

    [Fact]
    public void A_park_that_is_not_listed_reports_nothing() => Spec.For(SubmissionState.Stream)
        .Given()
        .When(state => OpenYear.Decide(state, Request, park: null, Fixtures.Body, Fixtures.Today))
        .ThenRefused("not-listed");

    [Fact]
    public void Another_management_body_cannot_report_for_the_park() => Spec.For(SubmissionState.Stream)
        .Given()
        .When(state => OpenYear.Decide(state, Request, Fixtures.Listed(Persona.ParkBody), Fixtures.OtherBody, Fixtures.Today))
        .ThenRefused("not-your-park");

    [Fact]
    public void An_account_of_one_park_cannot_report_for_another_of_its_body() => Spec.For(SubmissionState.Stream)
        .Given()
        .When(state => OpenYear.Decide(state, Request, Fixtures.Listed(Persona.ParkBody), Fixtures.BodyOfOtherParkOnly, Fixtures.Today))
        .ThenRefused("not-your-park");

    [Fact]
    public void A_park_without_a_management_body_is_nobodys() => Spec.For(SubmissionState.Stream)
        .Given()
        .When(state => OpenYear.Decide(state, Request, Fixtures.Listed(managementBody: null), Fixtures.Body, Fixtures.Today))
        .ThenRefused("not-your-park");

    [Fact]
    public void A_year_that_has_not_begun_cannot_be_opened() => Spec.For(SubmissionState.Stream)
        .Given()
        .When(state => OpenYear.Decide(state, Request with { Year = 2027 }, Fixtures.Listed(Persona.ParkBody), Fixtures.Body, Fixtures.Today))
        .ThenRefused("year-not-begun");

    [Fact]
    public async Task Opening_answers_with_the_address_and_repeating_it_changes_nothing()
    {
        var park = service.ListedPark();
        var id = SubmissionState.IdOf(park, Fixtures.Year);
        using var opened = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/submissions", new { parkId = park, year = Fixtures.Year });
        Assert.Equal("201", await opened.VerdictAsync());
        Assert.Equal($"/submissions/{id}", opened.Headers.Location?.ToString());
        Assert.Equal("\"1\"", opened.Headers.ETag?.Tag);
        using var again = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/submissions", new { parkId = park, year = Fixtures.Year });
        Assert.Equal("200", await again.VerdictAsync());
        Assert.Equal(1, await service.EventCountAsync(id));
    }

    [Fact]
    public async Task What_Registration_does_not_list_is_refused()
    {
        var unknown = Guid.CreateVersion7();
        using var refused = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/submissions", new { parkId = unknown, year = Fixtures.Year });
        Assert.Equal("409 not-listed", await refused.VerdictAsync());
        Assert.Equal(0, await service.EventCountAsync(SubmissionState.IdOf(unknown, Fixtures.Year)));
    }

    [Theory]
    [InlineData("{\"year\":2025}", "/parkId required")]
    [InlineData("{\"parkId\":\"here\",\"year\":2025}", "/parkId wrong-type")]
    [InlineData("{\"parkId\":\"00000000-0000-4000-8000-000000000101\",\"year\":2019}", "/year out-of-range")]
    [InlineData("{\"parkId\":\"00000000-0000-4000-8000-000000000101\",\"year\":2025,\"mood\":1}", "/mood unknown-member")]
    public async Task Each_wrong_field_is_named(string body, string expected)
    {
        using var refused = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/submissions", new StringContent(body, null, "application/json"));
        Assert.Equal("422 invalid", await refused.VerdictAsync());
        Assert.Equal([expected], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task Only_a_park_may_report()
    {
        foreach (var persona in Persona.All.Where(p => p.Role != "park"))
        {
            using var refused = await service.As(persona).SendAsync(HttpMethod.Post, "/submissions", new { parkId = Fixtures.Park, year = 2025 });
            Assert.Equal("403 not-allowed", await refused.VerdictAsync());
        }

        using var stranger = await service.Anonymous().SendAsync(HttpMethod.Post, "/submissions", new { parkId = Fixtures.Park, year = 2025 });
        Assert.Equal("401 sign-in-required", await stranger.VerdictAsync());
    }
}
