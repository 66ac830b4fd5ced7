using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Testing;
using PilotRegistry.Verification.Features;

namespace PilotRegistry.Verification;

[Collection(nameof(VerificationService))]
public sealed class EngageBodyTests(VerificationService service)
{
    private static readonly EngageBody.Request Request = new(Fixtures.Submission, Persona.VerificationBody);
    private static readonly BodyState Accredited = new(Fixtures.Accredited);

    private static Decision Decide(
        VerificationState state, EngageBody.Request? request = null, ReportedYear? reported = null, BodyState? body = null, ManagementBody? caller = null,
        DateOnly? today = null) =>
        EngageBody.Decide(state, request ?? Request, reported ?? Fixtures.Reported(), body ?? Accredited, caller ?? Fixtures.Body, today ?? Fixtures.Today);

    [Fact]
    public void A_park_engages_an_accredited_body_and_hands_over_the_newest_version() => Spec.For(VerificationState.Stream)
        .Given()
        .When(state => Decide(state))
        .Then(Fixtures.Engaged, Fixtures.Received);

    [Fact]
    public void Engaging_the_same_body_again_changes_nothing() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received)
        .When(state => Decide(state, body: new BodyState(Accreditation: null)))
        .ThenNothing();

    [Fact]
    public void A_version_is_verified_by_one_body() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received)
        .When(state => Decide(state, Request with { BodyId = Persona.OtherVerificationBody }))
        .ThenRefused("already-engaged");

    [Fact]
    public void A_corrected_year_is_handed_over_to_the_same_body() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named, Fixtures.Raised)
        .When(state => Decide(state, reported: Fixtures.Reported(versions: 2)))
        .Then(Fixtures.Engaged with { SubmissionVersion = 2 }, Fixtures.Received);

    [Fact]
    public void A_year_that_Submission_does_not_show_cannot_be_verified() => Spec.For(VerificationState.Stream)
        .Given()
        .When(state => EngageBody.Decide(state, Request, reported: null, Accredited, Fixtures.Body, Fixtures.Today))
        .ThenRefused("submission-unknown");

    [Fact]
    public void Nobody_engages_a_body_for_another_park() => Spec.For(VerificationState.Stream)
        .Given()
        .When(state => Decide(state, caller: Fixtures.OtherBody))
        .ThenRefused("submission-unknown");

    [Fact]
    public void A_draft_is_not_verified() => Spec.For(VerificationState.Stream)
        .Given()
        .When(state => Decide(state, reported: Fixtures.Reported(versions: 0)))
        .ThenRefused("nothing-submitted");

    [Fact]
    public void An_organisation_that_was_never_accredited_verifies_nothing() => Spec.For(VerificationState.Stream)
        .Given()
        .When(state => Decide(state, body: new BodyState(Accreditation: null)))
        .ThenRefused("not-accredited");

    [Fact]
    public void The_accreditation_holds_through_its_last_day() => Spec.For(VerificationState.Stream)
        .Given()
        .When(state => Decide(state, today: new DateOnly(2030, 12, 31)))
        .Then(Fixtures.Engaged, Fixtures.Received);

    [Fact]
    public void A_body_whose_accreditation_has_ended_cannot_be_engaged() => Spec.For(VerificationState.Stream)
        .Given()
        .When(state => Decide(state, today: new DateOnly(2031, 1, 1)))
        .ThenRefused("not-accredited");

    [Fact]
    public void A_management_body_does_not_verify_its_own_park() => Spec.For(VerificationState.Stream)
        .Given()
        .When(state => Decide(state, Request with { BodyId = Persona.ParkBody }))
        .ThenRefused("conflict-of-interest");

    [Fact]
    public async Task Engagement_is_published_once_and_shows_the_body_what_it_verifies()
    {
        var year = service.SubmittedYear(versions: 2);
        var id = VerificationState.IdOf(year.Id, 2);
        var request = new { submissionId = year.Id, bodyId = Persona.VerificationBody };
        using var engaged = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/verifications", request);
        Assert.Equal("201", await engaged.VerdictAsync());
        Assert.Equal($"/verifications/{id}", engaged.Headers.Location?.ToString());
        using var again = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/verifications", request);
        Assert.Equal("200", await again.VerdictAsync());
        Assert.Equal(2, await service.EventCountAsync(id));
        Assert.Equal(["verification.body-engaged.v1"], await service.Sidecar.AboutAsync(year.ParkId, 1));
        using var read = await service.As(Persona.Lead).GetAsync(new Uri($"/verifications/{id}", UriKind.Relative));
        var shown = await read.BodyAsync();
        Assert.Equal(2, shown.GetProperty("submissionVersion").GetInt32());
        Assert.Equal("1000", shown.GetProperty("data").GetProperty("electricity")[1].GetProperty("mwh").GetString());
        Assert.Equal("832.5", shown.GetProperty("reported").GetProperty("emissions").GetProperty("total").GetString());
        Assert.Equal(["nameTeam"], shown.GetProperty("actions").EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public async Task When_the_park_corrects_its_year_the_same_verification_goes_on_with_the_new_version()
    {
        var year = service.SubmittedYear();
        var request = new { submissionId = year.Id, bodyId = Persona.VerificationBody };
        using var first = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/verifications", request);
        service.Submits(year.Id, Fixtures.Reported(versions: 2, year.Id, year.ParkId));
        using var second = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/verifications", request);
        var id = (await second.BodyAsync()).GetProperty("id").GetGuid();
        Assert.Equal(VerificationState.IdOf(year.Id, 1), id);
        Assert.Equal(4, await service.EventCountAsync(id));
        using var signed = await service.SignAsync(id, version: 4);
        Assert.Equal("200", await signed.VerdictAsync());
        using var read = await service.As(Persona.OfPark).GetAsync(new Uri($"/verifications/{id}", UriKind.Relative));
        Assert.Equal(2, (await read.BodyAsync()).GetProperty("submissionVersion").GetInt32());
        service.Submits(year.Id, Fixtures.Reported(versions: 3, year.Id, year.ParkId));
        using var third = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/verifications", request);
        Assert.Equal(VerificationState.IdOf(year.Id, 3), (await third.BodyAsync()).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task What_cannot_be_verified_is_refused_and_leaves_nothing()
    {
        var park = service.As(Persona.OfPark);
        using var unknown = await park.SendAsync(HttpMethod.Post, "/verifications", new { submissionId = Guid.CreateVersion7(), bodyId = Persona.VerificationBody });
        Assert.Equal("409 submission-unknown", await unknown.VerdictAsync());
        var year = service.SubmittedYear();
        using var nobody = await park.SendAsync(HttpMethod.Post, "/verifications", new { submissionId = year.Id, bodyId = Guid.CreateVersion7() });
        Assert.Equal("409 not-accredited", await nobody.VerdictAsync());
        using var foreign = await service.As(Persona.OtherPark).SendAsync(HttpMethod.Post, "/verifications", new { submissionId = year.Id, bodyId = Persona.VerificationBody });
        Assert.Equal("409 submission-unknown", await foreign.VerdictAsync());
        using var missing = await park.SendAsync(HttpMethod.Post, "/verifications", new { submissionId = year.Id });
        Assert.Equal(["/bodyId required"], await missing.FieldErrorsAsync());
        using var verifier = await service.As(Persona.Lead).SendAsync(HttpMethod.Post, "/verifications", new { submissionId = year.Id, bodyId = Persona.VerificationBody });
        Assert.Equal("403 not-allowed", await verifier.VerdictAsync());
        Assert.Equal(0, await service.EventCountAsync(VerificationState.IdOf(year.Id, 1)));
    }
}
