using PilotRegistry.Submission.Certificates;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

[Collection(nameof(SubmissionService))]
public sealed class SubmitYearTests(SubmissionService service)
{
    private const string Salt = "5a17";
    private static readonly ComputedDraft Computed = Fixtures.Computed(Fixtures.AsDraft(Fixtures.Data("1000")));
    private static readonly ComputedDraft ComputedAgain = Fixtures.Computed(Fixtures.AsDraft(Fixtures.Data("1200")));
    private static readonly Draft Draft = Fixtures.Drafted("1000");
    private static readonly Draft NextDraft = Fixtures.Drafted("1200", version: 3);
    private static readonly Draft Gone = Draft with { Version = 2, Data = null };

    [Fact]
    public void The_draft_becomes_the_first_version_with_its_result() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened)
        .When(state => SubmitYear.Decide(state, new("not kept"), Draft, Computed, NamedCertificates.None, Fixtures.Body, Fixtures.Today, Salt))
        .Then(Fixtures.Submitted);

    [Fact]
    public void Submitting_the_same_again_changes_nothing() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Submitted)
        .When(state => SubmitYear.Decide(state, new("again"), Gone, computed: null, NamedCertificates.None, Fixtures.Body, Fixtures.Today, Salt))
        .ThenNothing();

    [Fact]
    public void Without_data_there_is_nothing_to_submit() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened)
        .When(state => SubmitYear.Decide(state, new(), Drafts.Draft.None, computed: null, NamedCertificates.None, Fixtures.Body, Fixtures.Today, Salt))
        .ThenRefused("draft-missing");

    [Fact]
    public void A_running_year_cannot_be_submitted() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened)
        .When(state => SubmitYear.Decide(state, new(), Draft, Computed, NamedCertificates.None, Fixtures.Body, Fixtures.LastDayOfTheYear, Salt))
        .ThenRefused("year-not-finished");

    [Fact]
    public void A_draft_that_its_rule_pack_no_longer_takes_is_not_submitted() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened)
        .When(state => SubmitYear.Decide(state, new(), Draft, Computed with { Result = null }, NamedCertificates.None, Fixtures.Body, Fixtures.Today, Salt))
        .ThenRefused("draft-outdated");

    [Fact]
    public void What_was_changed_since_somebody_looked_is_not_submitted() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened)
        .When(state => SubmitYear.Decide(state, new(DraftVersion: 1), Draft with { Version = 2 }, Computed, NamedCertificates.None, Fixtures.Body, Fixtures.Today, Salt))
        .ThenRefused("draft-changed");

    [Fact]
    public void A_second_version_needs_a_reason() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Submitted)
        .When(state => SubmitYear.Decide(state, new(" "), NextDraft, ComputedAgain, NamedCertificates.None, Fixtures.Body, Fixtures.Today, Salt))
        .ThenRefused("reason-missing");

    [Fact]
    public void A_second_version_keeps_the_first_and_says_why() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Submitted)
        .When(state => SubmitYear.Decide(state, new(" A bill came late. "), NextDraft, ComputedAgain, NamedCertificates.None, Fixtures.Body, Fixtures.Today, Salt))
        .Then(Fixtures.Version(2, "1200", "A bill came late."));

    [Fact]
    public void A_disclosed_year_can_be_restated() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Submitted, Fixtures.Disclosed)
        .When(state => SubmitYear.Decide(state, new("A meter was wrong."), NextDraft, ComputedAgain, NamedCertificates.None, Fixtures.Body, Fixtures.Today, Salt))
        .Then(Fixtures.Version(2, "1200", "A meter was wrong."));

    [Fact]
    public void Another_management_body_cannot_submit_it() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened)
        .When(state => SubmitYear.Decide(state, new(), Draft, Computed, NamedCertificates.None, Fixtures.OtherBody, Fixtures.Today, Salt))
        .ThenRefused("not-your-park");

    [Fact]
    public async Task A_submitted_year_is_published_and_seen_by_its_reviewers_only()
    {
        var (id, park) = await service.SubmittedAsync();
        Assert.Equal(["submission.year-submitted.v1"], await service.Sidecar.AboutAsync(park, 1));
        foreach (var persona in Persona.All)
        {
            using var answer = await service.As(persona).GetAsync(new Uri($"/submissions/{id}", UriKind.Relative));
            var maySee = persona == Persona.OfPark || persona == Persona.OfProvince || persona.Role is "national" or "auditor" or "operator";
            Assert.Equal(maySee ? "200" : "404 not-found", await answer.VerdictAsync());
        }
    }

    [Fact]
    public async Task Submitting_twice_records_one_version()
    {
        var (id, _) = await service.SubmittedAsync();
        using var again = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { }, version: 1);
        Assert.Equal("200", await again.VerdictAsync());
        Assert.Equal("\"2\"", again.Headers.ETag?.Tag);
        Assert.Equal(2, await service.EventCountAsync(id));
    }

    [Fact]
    public async Task A_restatement_shows_both_versions_with_their_results()
    {
        var (id, _) = await service.SubmittedAsync();
        var park = service.As(Persona.OfPark);
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1200"), version: 2));
        using var silent = await park.CommandAsync($"/submissions/{id}/submission", new { }, version: 2);
        Assert.Equal("409 reason-missing", await silent.VerdictAsync());
        using var submitted = await park.CommandAsync($"/submissions/{id}/submission", new { reason = "A bill came late.", draftVersion = 3 }, version: 2);
        Assert.Equal("200", await submitted.VerdictAsync());
        using var read = await service.As(Persona.OfProvince).GetAsync(new Uri($"/submissions/{id}", UriKind.Relative));
        var versions = (await read.BodyAsync()).GetProperty("versions");
        Assert.Equal(["832.5", "999"], versions.EnumerateArray().Select(v => v.GetProperty("result").GetProperty("emissions").GetProperty("total").GetString()));
        Assert.Equal("A bill came late.", versions[1].GetProperty("reason").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await read.BodyAsync()).GetProperty("draft").ValueKind);
    }

    [Fact]
    public async Task A_running_year_waits_for_its_end()
    {
        var year = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).Year;
        var (id, _) = await service.OpenedAsync(year);
        Assert.Equal("200", await service.SaveAsync(id, new { year }, version: 0));
        using var refused = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { }, version: 1);
        Assert.Equal("409 year-not-finished", await refused.VerdictAsync());
        Assert.Equal(1, await service.EventCountAsync(id));
    }

    [Fact]
    public async Task Submitting_needs_what_it_was_decided_on()
    {
        var (id, _) = await service.OpenedAsync();
        var park = service.As(Persona.OfPark);
        Assert.Equal("200", await service.SaveAsync(id, SubmissionService.Draft("1"), version: 0));
        using var unseen = await park.SendAsync(HttpMethod.Post, $"/submissions/{id}/submission", new { });
        Assert.Equal("428 if-match-missing", await unseen.VerdictAsync());
        using var stale = await park.CommandAsync($"/submissions/{id}/submission", new { }, version: 0);
        Assert.Equal("412 stale", await stale.VerdictAsync());
        using var wrong = await park.SendAsync(HttpMethod.Post, $"/submissions/{id}/submission", new { }, ifMatch: "latest");
        Assert.Equal("400 if-match-invalid", await wrong.VerdictAsync());
        using var empty = await park.SendAsync(HttpMethod.Post, $"/submissions/{id}/submission", body: null, version: 1);
        Assert.StartsWith("4", await empty.VerdictAsync(), StringComparison.Ordinal);
        using var unknown = await park.CommandAsync($"/submissions/{id}/submission", new { why = "so" }, version: 1);
        Assert.Equal(["/why unknown-member"], await unknown.FieldErrorsAsync());
        using var endless = await park.CommandAsync($"/submissions/{id}/submission", new { reason = new string('因', 4001) }, version: 1);
        Assert.Equal(["/reason too-long"], await endless.FieldErrorsAsync());
        using var control = await park.CommandAsync($"/submissions/{id}/submission", new { reason = "a\u0000b" }, version: 1);
        Assert.Equal(["/reason not-text"], await control.FieldErrorsAsync());
        using var half = await park.CommandAsync($"/submissions/{id}/submission", new StringContent("{\"reason\":\"\\ud800\"}", null, "application/json"), version: 1);
        Assert.Equal(["/reason not-text"], await half.FieldErrorsAsync());
        Assert.Equal(1, await service.EventCountAsync(id));
    }
}
