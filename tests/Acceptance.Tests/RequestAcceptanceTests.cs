using System.Net.Http.Json;
using PilotRegistry.Acceptance.Features;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;
using PilotRegistry.Testing;

namespace PilotRegistry.Acceptance;

[Collection(nameof(AcceptanceService))]
public sealed class RequestAcceptanceTests(AcceptanceService service)
{
    [Fact]
    public void A_listed_park_asks_on_a_disclosed_year_whose_verified_core_indicator_is_met() => Asking().Then(Fixtures.Requested);

    [Fact]
    public void A_modified_opinion_does_not_stand_in_the_way() =>
        Asking(Fixtures.Facts.With(Fixtures.Signed(Opinion.Modified))).Then(Fixtures.Requested);

    [Theory]
    [InlineData(Opinion.Adverse)]
    [InlineData(Opinion.Disclaimer)]
    public void An_adverse_or_disclaimed_opinion_does(Opinion opinion) =>
        Asking(Fixtures.Facts.With(Fixtures.Signed(opinion))).ThenRefused("opinion-forbids-acceptance");

    [Fact]
    public void Missing_the_core_target_by_a_hair_is_missing_it() =>
        Asking(Fixtures.Facts.With(Fixtures.Signed(verdict: Verdict.NotMet, value: 0.200001m))).ThenRefused("core-not-met");

    [Fact]
    public void The_verdict_counts_not_the_rounded_value() =>
        Asking(Fixtures.Facts.With(Fixtures.Signed(verdict: Verdict.NotMet, value: 0.2m))).ThenRefused("core-not-met");

    [Fact]
    public void Below_two_hundred_thousand_tonnes_there_is_no_target_and_never_a_pass() =>
        Asking(Fixtures.Facts.With(Fixtures.Signed(verdict: Verdict.NoNationalTarget, value: 0m, target: null))).ThenRefused("no-national-target");

    [Fact]
    public void A_core_indicator_that_could_not_be_computed_is_no_pass_either() =>
        Asking(Fixtures.Facts.With(Fixtures.Signed(verdict: Verdict.NoNationalTarget, value: null, target: null))).ThenRefused("no-national-target");

    [Fact]
    public void A_park_that_is_not_listed_cannot_ask() => Asking(Fixtures.Facts with { Park = null }).ThenRefused("not-listed");

    [Fact]
    public void Nobody_asks_for_anothers_park() => Asking(body: Fixtures.OtherBody).ThenRefused("not-your-park");

    [Fact]
    public void Nobody_asks_for_a_park_without_a_body_here() => Asking(
        Fixtures.Facts with { Park = Fixtures.Facts.Park! with { Facts = Fixtures.ParkFacts with { ManagementBodyId = null } } }).ThenRefused("not-your-park");

    [Fact]
    public void An_account_of_one_park_does_not_ask_for_another() => Asking(body: Fixtures.Body with { OnlyPark = Persona.Named(199) }).ThenRefused("not-your-park");

    [Fact]
    public void Without_a_verification_there_is_nothing_to_ask_on() =>
        Asking(Fixtures.Facts with { Verification = null, Reported = null }).ThenRefused("statement-missing");

    [Fact]
    public void A_verification_without_a_signed_statement_is_not_enough() => Asking(Fixtures.Facts.With(statement: null)).ThenRefused("statement-missing");

    [Fact]
    public void A_statement_on_another_park_says_nothing_about_this_one() => Asking(
        Fixtures.Facts with { Verification = Fixtures.Facts.Verification! with { ParkId = Persona.Named(199) } }).ThenRefused("statement-missing");

    [Fact]
    public void A_statement_on_another_year_says_nothing_about_this_one() => Asking(
        Fixtures.Facts with { Verification = Fixtures.Facts.Verification! with { Year = 2024 } }).ThenRefused("statement-missing");

    [Fact]
    public void The_year_must_be_disclosed() => Asking(
        Fixtures.Facts with { Reported = Fixtures.Facts.Reported! with { DisclosedVersion = null } }).ThenRefused("year-not-disclosed");

    [Fact]
    public void And_disclosed_as_it_was_verified() => Asking(
        Fixtures.Facts with { Reported = Fixtures.Facts.Reported! with { DisclosedVersion = 2 } }).ThenRefused("year-not-disclosed");

    [Fact]
    public void Asked_it_is_not_asked_again() => Asking(happened: [Fixtures.Requested]).ThenNothing();

    [Fact]
    public void A_park_has_one_open_request() => Asking(
        Fixtures.Facts, Fixtures.Request with { VerificationId = Persona.Named(104) }, happened: [Fixtures.Requested, Fixtures.Passed]).ThenRefused("acceptance-open");

    [Fact]
    public void Accepted_on_this_year_the_same_request_changes_nothing() =>
        Asking(happened: [Fixtures.Requested, Fixtures.Passed, Fixtures.Granted]).ThenNothing();

    [Fact]
    public void A_park_is_accepted_once() => Asking(
        Fixtures.Facts, Fixtures.Request with { VerificationId = Persona.Named(104) },
        happened: [Fixtures.Requested, Fixtures.Passed, Fixtures.Granted]).ThenRefused("already-accepted");

    [Fact]
    public void After_a_failed_self_evaluation_it_may_ask_again() => Asking(happened: [Fixtures.Requested, Fixtures.Failed]).Then(Fixtures.Requested);

    [Fact]
    public void After_a_refusal_it_may_ask_again() => Asking(happened: [Fixtures.Requested, Fixtures.Passed, Fixtures.Refused]).Then(Fixtures.Requested);

    [Fact]
    public async Task Asking_twice_is_one_request_and_other_services_know_it()
    {
        var request = service.Park();
        using var asked = await service.As(Persona.OfPark).PostAsJsonAsync("/acceptances", request);
        Assert.Equal("201", await asked.VerdictAsync());
        var id = AcceptanceState.IdOf(request.ParkId);
        Assert.Equal($"/acceptances/{id} \"1\"", $"{asked.Headers.Location} {asked.Headers.ETag}");
        Assert.Equal("200", await service.AskAsync(request));
        Assert.Equal(1, await service.EventCountAsync(id));
        Assert.Equal(["acceptance.acceptance-requested.v1"], await service.Sidecar.AboutAsync(request.ParkId, count: 1));
    }

    [Fact]
    public async Task Refused_nothing_is_written()
    {
        var missed = service.Park(facts => facts.With(Fixtures.Signed(verdict: Verdict.NotMet, value: 0.31m)));
        Assert.Equal("409 core-not-met", await service.AskAsync(missed));
        Assert.Equal("409 not-your-park", await service.AskAsync(service.Park(), Persona.OtherPark));
        Assert.Equal("409 not-listed", await service.AskAsync(Fixtures.Request));
        Assert.Equal("409 statement-missing", await service.AskAsync(service.Park() with { VerificationId = Persona.Named(998) }));
        Assert.Equal(0, await service.EventCountAsync(AcceptanceState.IdOf(missed.ParkId)));
    }

    [Theory]
    [InlineData("parkId", "this one", "/parkId wrong-type")]
    [InlineData("parkId", null, "/parkId wrong-type")]
    [InlineData("year", 2019, "/year out-of-range")]
    [InlineData("year", "2025.5", "/year wrong-type")]
    [InlineData("verificationId", 7, "/verificationId wrong-type")]
    [InlineData("colour", "green", "/colour unknown-member")]
    public async Task Each_wrong_field_is_named(string field, object? value, string expected)
    {
        var body = new Dictionary<string, object?> { ["parkId"] = Fixtures.Park, ["year"] = 2025, ["verificationId"] = Fixtures.Verification };
        body[field] = value;
        using var refused = await service.As(Persona.OfPark).PostAsJsonAsync("/acceptances", body);
        Assert.Equal([expected], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task Only_parks_ask()
    {
        foreach (var persona in Persona.All.Where(p => p.Role != "park"))
        {
            Assert.Equal("403 not-allowed", await service.AskAsync(service.Park(), persona));
        }
    }

    private static Decided Asking(
        RequestAcceptance.Facts? facts = null, RequestAcceptance.Request? request = null, ManagementBody? body = null,
        IReadOnlyList<DomainEvent>? happened = null) => Spec.For(AcceptanceState.Stream)
        .Given(happened ?? [])
        .When(state => RequestAcceptance.Decide(state, request ?? Fixtures.Request, facts ?? Fixtures.Facts, body ?? Fixtures.Body));
}
