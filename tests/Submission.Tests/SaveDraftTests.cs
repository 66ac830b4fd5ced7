using PilotRegistry.Submission.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

[Collection(nameof(SubmissionService))]
public sealed class SaveDraftTests(SubmissionService service)
{
    [Fact]
    public void The_park_saves_its_data() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened)
        .When(state => SaveDraft.Decide(state, Fixtures.Data("1000"), Fixtures.Body))
        .Then(Fixtures.Saved);

    [Fact]
    public void Saving_the_same_again_changes_nothing() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Saved)
        .When(state => SaveDraft.Decide(state, Fixtures.Data("1000.00"), Fixtures.Body))
        .ThenNothing();

    [Fact]
    public void Another_management_body_cannot_write_in_it() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened)
        .When(state => SaveDraft.Decide(state, Fixtures.Data("1000"), Fixtures.OtherBody))
        .ThenRefused("not-your-park");

    [Fact]
    public void After_submission_a_change_begins_a_new_draft() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Saved, Fixtures.Submitted)
        .When(state => SaveDraft.Decide(state, Fixtures.Data("1001"), Fixtures.Body))
        .Then(new DraftSaved(Fixtures.Data("1001")));

    [Fact]
    public void Saving_what_is_submitted_changes_nothing() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Saved, Fixtures.Submitted)
        .When(state => SaveDraft.Decide(state, Fixtures.Data("1000"), Fixtures.Body))
        .ThenNothing();

    [Fact]
    public void Going_back_to_what_is_submitted_withdraws_the_draft() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Saved, Fixtures.Submitted, new DraftSaved(Fixtures.Data("1001")))
        .When(state => SaveDraft.Decide(state, Fixtures.Data("1000"), Fixtures.Body))
        .Then(new DraftWithdrawn());

    [Fact]
    public async Task The_answer_holds_the_result_and_its_derivation()
    {
        var (id, _) = await service.OpenedAsync();
        using var saved = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", SubmissionService.Draft(1000.50m), version: 1);
        Assert.Equal("200", await saved.VerdictAsync());
        Assert.Equal("\"2\"", saved.Headers.ETag?.Tag);
        var result = (await saved.BodyAsync()).GetProperty("result");
        // 1000.5 MWh × 0.8325 t/MWh
        Assert.Equal("832.91625", result.GetProperty("emissions").GetProperty("total").GetString());
        Assert.NotEqual(0, result.GetProperty("derivation").GetArrayLength());
        using var read = await service.As(Persona.OfPark).GetAsync(new Uri($"/submissions/{id}", UriKind.Relative));
        var shown = await read.BodyAsync();
        Assert.Equal("1000.5", shown.GetProperty("draft").GetProperty("electricity")[1].GetProperty("mwh").GetString());
        Assert.Equal("832.91625", shown.GetProperty("result").GetProperty("emissions").GetProperty("total").GetString());
        Assert.Equal(["saveDraft", "submit"], shown.GetProperty("actions").EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public async Task An_empty_year_can_be_saved()
    {
        var (id, _) = await service.OpenedAsync();
        using var saved = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", new { year = Fixtures.Year }, version: 1);
        Assert.Equal("200", await saved.VerdictAsync());
    }

    [Theory]
    [InlineData("{}", "/year missing")]
    [InlineData("{\"year\":2024}", "/year wrong-year")]
    [InlineData("{\"year\":2025,\"colour\":\"green\"}", "/colour unknown-member")]
    [InlineData("{\"year\":2025,\"rulePack\":\"national/2099\"}", "/rulePack unknown-pack")]
    [InlineData("{\"year\":2025,\"fuels\":[{\"fuel\":\"PHLOGISTON\",\"use\":\"terminal\",\"quantity\":1}]}", "/fuels/0/fuel unknown-fuel")]
    [InlineData("{\"year\":2025,\"fuels\":[{\"fuel\":\"NG\",\"use\":\"terminal\",\"quantity\":-1}]}", "/fuels/0/quantity negative")]
    [InlineData("{\"year\":2025,\"electricity\":[{\"direction\":\"in\",\"kind\":\"grid\"}]}", "/electricity/0/mwh missing")]
    [InlineData("{\"year\":2025,\"electricity\":[{\"direction\":\"in\",\"kind\":\"grid\",\"mwh\":\"1\",\"note\":\"a\\u0000b\"}]}", "/electricity/0/note not-text")]
    public async Task Each_wrong_place_is_named_and_nothing_is_saved(string body, string expected)
    {
        var (id, _) = await service.OpenedAsync();
        using var refused = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", new StringContent(body, null, "application/json"), version: 1);
        Assert.Equal("422 invalid", await refused.VerdictAsync());
        Assert.Equal([expected], await refused.FieldErrorsAsync());
        Assert.Equal(1, await service.EventCountAsync(id));
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_the_callers_language()
    {
        var (id, _) = await service.OpenedAsync();
        var chinese = service.As(Persona.OfPark);
        chinese.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        using var refused = await chinese.SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", new { year = 2024 }, version: 1);
        Assert.Equal("这里填报的是 2025 年：请填写 2025。", (await refused.BodyAsync()).GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("{\"year\":", "400 not-json")]
    [InlineData("", "400 not-json")]
    public async Task What_is_not_JSON_is_refused_as_such(string body, string expected)
    {
        var (id, _) = await service.OpenedAsync();
        using var refused = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", new StringContent(body, null, "application/json"), version: 1);
        Assert.Equal(expected, await refused.VerdictAsync());
    }

    [Fact]
    public async Task A_year_that_nobody_opened_is_not_found()
    {
        using var refused = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"/submissions/{Guid.CreateVersion7()}/draft", SubmissionService.Draft("1"), version: 1);
        Assert.Equal("404 not-found", await refused.VerdictAsync());
    }

    [Fact]
    public async Task Two_who_edit_at_once_do_not_overwrite_each_other()
    {
        var (id, _) = await service.OpenedAsync();
        var park = service.As(Persona.OfPark);
        using var unseen = await park.SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", SubmissionService.Draft("1"));
        Assert.Equal("428 if-match-missing", await unseen.VerdictAsync());
        using var first = await park.SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", SubmissionService.Draft("1"), version: 1);
        Assert.Equal("200", await first.VerdictAsync());
        using var second = await park.SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", SubmissionService.Draft("2"), version: 1);
        Assert.Equal("412 stale", await second.VerdictAsync());
        using var repeated = await park.SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", SubmissionService.Draft("1"), version: 1);
        Assert.Equal("200", await repeated.VerdictAsync());
        Assert.Equal(2, await service.EventCountAsync(id));
    }

    [Fact]
    public async Task Somebody_elses_year_stays_as_it_is()
    {
        var (id, _) = await service.OpenedAsync();
        using var refused = await service.As(Persona.OtherPark).SendAsync(HttpMethod.Put, $"/submissions/{id}/draft", SubmissionService.Draft("1"), version: 1);
        Assert.Equal("409 not-your-park", await refused.VerdictAsync());
        Assert.Equal(1, await service.EventCountAsync(id));
    }
}
