using PilotRegistry.Contracts;
using PilotRegistry.Submission.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

[Collection(nameof(SubmissionService))]
public sealed class DiscloseYearTests(SubmissionService service)
{
    [Theory]
    [InlineData(Opinion.Unmodified)]
    [InlineData(Opinion.Modified)]
    [InlineData(Opinion.Adverse)]
    [InlineData(Opinion.Disclaimer)]
    public void A_verified_year_can_be_disclosed_whatever_the_opinion(Opinion opinion) => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Submitted)
        .When(state => DiscloseYear.Decide(state, Fixtures.Id, Fixtures.Verified(1, Fixtures.Id, opinion), Fixtures.Body))
        .Then(Fixtures.Disclosed);

    [Fact]
    public void Disclosing_again_changes_nothing() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Submitted, Fixtures.Disclosed)
        .When(state => DiscloseYear.Decide(state, Fixtures.Id, Fixtures.Verified(1, Fixtures.Id), Fixtures.Body))
        .ThenNothing();

    [Fact]
    public void A_restated_year_is_disclosed_again_on_its_own_statement() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Submitted, Fixtures.Disclosed, Fixtures.Version(2, "1200", "A meter was wrong."))
        .When(state => DiscloseYear.Decide(state, Fixtures.Id, Fixtures.Verified(2, Fixtures.Id), Fixtures.Body))
        .Then(Fixtures.Disclosed with { Version = 2, Reported = YearFigures.Of(Fixtures.Version(2, "1200").Reported) });

    [Fact]
    public void The_statement_must_be_on_the_newest_version() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Submitted, Fixtures.Version(2, "1200", "A bill came late."))
        .When(state => DiscloseYear.Decide(state, Fixtures.Id, Fixtures.Verified(1, Fixtures.Id), Fixtures.Body))
        .ThenRefused("statement-on-older-version");

    [Fact]
    public void A_year_without_a_verification_stays_closed() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Submitted)
        .When(state => DiscloseYear.Decide(state, Fixtures.Id, verification: null, Fixtures.Body))
        .ThenRefused("statement-missing");

    [Fact]
    public void A_verification_without_a_signature_is_none() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Submitted)
        .When(state => DiscloseYear.Decide(state, Fixtures.Id, Fixtures.Verified(1, Fixtures.Id, opinion: null), Fixtures.Body))
        .ThenRefused("statement-missing");

    [Fact]
    public void A_statement_on_another_year_does_not_count() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Submitted)
        .When(state => DiscloseYear.Decide(state, Fixtures.Id, Fixtures.Verified(1, Persona.Named(999)), Fixtures.Body))
        .ThenRefused("statement-missing");

    [Fact]
    public void What_is_not_submitted_cannot_be_disclosed() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened)
        .When(state => DiscloseYear.Decide(state, Fixtures.Id, Fixtures.Verified(1, Fixtures.Id), Fixtures.Body))
        .ThenRefused("nothing-submitted");

    [Fact]
    public void Another_management_body_cannot_disclose_it() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened, Fixtures.Submitted)
        .When(state => DiscloseYear.Decide(state, Fixtures.Id, Fixtures.Verified(1, Fixtures.Id), Fixtures.OtherBody))
        .ThenRefused("not-your-park");

    [Fact]
    public async Task Disclosure_asks_Verification_and_is_published()
    {
        var (id, parkId) = await service.SubmittedAsync();
        var (park, verification) = (service.As(Persona.OfPark), Guid.CreateVersion7());
        using var early = await park.CommandAsync($"/submissions/{id}/disclosure", new { verificationId = verification }, version: 2);
        Assert.Equal("409 statement-missing", await early.VerdictAsync());
        Assert.Equal(2, await service.EventCountAsync(id));
        service.Answers(Fixtures.Verified(1, id, Opinion.Unmodified, verification));
        using var disclosed = await park.CommandAsync($"/submissions/{id}/disclosure", new { verificationId = verification }, version: 2);
        Assert.Equal("200", await disclosed.VerdictAsync());
        using var again = await park.CommandAsync($"/submissions/{id}/disclosure", new { verificationId = verification }, version: 2);
        Assert.Equal("200", await again.VerdictAsync());
        Assert.Equal(3, await service.EventCountAsync(id));
        Assert.Equal(["submission.year-submitted.v1", "submission.year-disclosed.v1"], await service.Sidecar.AboutAsync(parkId, 2));
    }

    [Fact]
    public async Task What_disclosure_asks_for_is_named()
    {
        var (id, _) = await service.SubmittedAsync();
        using var missing = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/disclosure", new { }, version: 2);
        Assert.Equal(["/verificationId required"], await missing.FieldErrorsAsync());
        using var unseen = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, $"/submissions/{id}/disclosure", new { verificationId = id });
        Assert.Equal("428 if-match-missing", await unseen.VerdictAsync());
        using var foreign = await service.As(Persona.OtherPark).CommandAsync($"/submissions/{id}/disclosure", new { verificationId = id }, version: 2);
        Assert.Equal("409 not-your-park", await foreign.VerdictAsync());
        using var reviewer = await service.As(Persona.OfProvince).CommandAsync($"/submissions/{id}/disclosure", new { verificationId = id }, version: 2);
        Assert.Equal("403 not-allowed", await reviewer.VerdictAsync());
    }
}
