using System.Security.Claims;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Features;
using PilotRegistry.Testing;
using static PilotRegistry.Disclosure.DisputeExamples;

namespace PilotRegistry.Disclosure;

/// <summary>What may be done to a dispute, by whom and when.</summary>
public sealed class DisputeRuleTests
{
    private static readonly DateOnly AnswerBy = ForBody.DueOn!.Value;
    private static readonly TriageDispute.Request Take = new(true, ForBody.Reasons);
    private static readonly ConcludeDispute.Request Uphold = new(DisputeOutcome.Upheld, Upheld.Reasons);
    private static readonly AnswerDispute.Request Reply = new(Answered.Text);

    [Fact]
    public void A_verified_figure_is_answered_by_the_body_that_verified_it() => Spec.For(DisputeState.Stream)
        .Given(Raised)
        .When(state => TriageDispute.Decide(state, Take, Persona.VerificationBody, AnswerBy))
        .Then(ForBody);

    [Fact]
    public void A_reported_figure_is_answered_by_the_park() => Spec.For(DisputeState.Stream)
        .Given(Raised with { Figure = "reported.total" })
        .When(state => TriageDispute.Decide(state, Take, Persona.ParkBody, AnswerBy))
        .Then(ForPark with { Figure = "reported.total" });

    [Fact]
    public void The_reviewer_may_ask_the_other_one() => Spec.For(DisputeState.Stream)
        .Given(Raised)
        .When(state => TriageDispute.Decide(state, Take with { Respondent = Respondent.Park }, Persona.ParkBody, AnswerBy))
        .Then(ForPark);

    [Fact]
    public void A_dispute_may_be_declined_with_a_reason() => Spec.For(DisputeState.Stream)
        .Given(Raised)
        .When(state => TriageDispute.Decide(state, new(false, Declined.Reasons), null, AnswerBy))
        .Then(Declined);

    [Fact]
    public void It_is_triaged_once() => Spec.For(DisputeState.Stream)
        .Given(Raised, Declined)
        .When(state => TriageDispute.Decide(state, Take, Persona.VerificationBody, AnswerBy))
        .ThenRefused("dispute-triaged");

    [Fact]
    public void The_same_triage_twice_is_one() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForBody)
        .When(state => TriageDispute.Decide(state, Take, Persona.VerificationBody, AnswerBy))
        .ThenNothing();

    [Fact]
    public void The_same_refusal_to_take_it_up_twice_is_one() => Spec.For(DisputeState.Stream)
        .Given(Raised, Declined)
        .When(state => TriageDispute.Decide(state, new(false, Declined.Reasons), null, AnswerBy))
        .ThenNothing();

    [Fact]
    public void Whoever_was_asked_answers() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForBody)
        .When(state => AnswerDispute.Decide(state, Reply, Account(Persona.Lead), Answered.DueOn))
        .Then(Answered);

    [Fact]
    public void The_park_answers_when_it_was_asked() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForPark)
        .When(state => AnswerDispute.Decide(state, Reply, Account(Persona.OfPark), Answered.DueOn))
        .Then(Answered with { Respondent = Respondent.Park });

    [Fact]
    public void Another_body_does_not_answer() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForBody)
        .When(state => AnswerDispute.Decide(state, Reply, Account(Persona.OtherLead), Answered.DueOn))
        .ThenRefused("not-your-dispute");

    [Fact]
    public void The_park_does_not_answer_for_the_body() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForBody)
        .When(state => AnswerDispute.Decide(state, Reply, Account(Persona.OfPark), Answered.DueOn))
        .ThenRefused("not-your-dispute");

    [Fact]
    public void Nobody_answers_before_it_is_taken_up() => Spec.For(DisputeState.Stream)
        .Given(Raised)
        .When(state => AnswerDispute.Decide(state, Reply, Account(Persona.OfPark), Answered.DueOn))
        .ThenRefused("not-your-dispute");

    [Fact]
    public void An_answer_is_given_once() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForBody, Answered)
        .When(state => AnswerDispute.Decide(state, new("另一种说法。"), Account(Persona.Lead), Answered.DueOn))
        .ThenRefused("dispute-not-awaiting-answer");

    [Fact]
    public void The_same_answer_twice_is_one() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForBody, Answered)
        .When(state => AnswerDispute.Decide(state, Reply, Account(Persona.Lead), Answered.DueOn))
        .ThenNothing();

    [Fact]
    public void An_answered_dispute_is_concluded() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForBody, Answered)
        .When(state => ConcludeDispute.Decide(state, Uphold, AnswerBy))
        .Then(Upheld);

    [Fact]
    public void Nobody_concludes_while_the_answer_may_still_come() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForBody)
        .When(state => ConcludeDispute.Decide(state, Uphold, AnswerBy))
        .ThenRefused("dispute-awaits-answer");

    [Fact]
    public void Silence_does_not_stop_the_conclusion() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForBody)
        .When(state => ConcludeDispute.Decide(state, Uphold, AnswerBy.AddDays(1)))
        .Then(Upheld);

    [Fact]
    public void Where_nobody_can_answer_the_reviewer_concludes() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForPark with { RespondentId = null })
        .When(state => ConcludeDispute.Decide(state, Uphold, AnswerBy))
        .Then(Upheld);

    [Fact]
    public void Where_the_calendar_does_not_say_how_long_an_answer_may_take_the_reviewer_concludes() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForBody with { DueOn = null })
        .When(state => ConcludeDispute.Decide(state, Uphold, AnswerBy))
        .Then(Upheld);

    [Fact]
    public void What_is_not_taken_up_is_not_concluded() => Spec.For(DisputeState.Stream)
        .Given(Raised)
        .When(state => ConcludeDispute.Decide(state, Uphold, AnswerBy))
        .ThenRefused("dispute-not-taken-up");

    [Fact]
    public void A_concluded_dispute_is_closed() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForBody, Answered, Upheld)
        .When(state => ConcludeDispute.Decide(state, Uphold with { Outcome = DisputeOutcome.NotUpheld }, AnswerBy))
        .ThenRefused("dispute-closed");

    [Fact]
    public void The_same_conclusion_twice_is_one() => Spec.For(DisputeState.Stream)
        .Given(Raised, ForBody, Answered, Upheld)
        .When(state => ConcludeDispute.Decide(state, Uphold, AnswerBy))
        .ThenNothing();

    [Theory]
    [InlineData("abcd-efgh-jkmn-pqrs-tvwx-yz23", "ABCDEFGHJKMNPQRSTVWXYZ23")]
    [InlineData(" ABCD EFGH JKMN PQRS TVWX YZ23 ", "ABCDEFGHJKMNPQRSTVWXYZ23")]
    [InlineData("ABCD-EFGH", null)]
    [InlineData("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01", null)]
    public void A_key_is_read_as_people_copy_it(string typed, string? plain) =>
        Assert.Equal(plain, ReturnKey.Read(typed)?.ToString().Replace("-", "", StringComparison.Ordinal));

    [Fact]
    public void A_new_key_opens_what_its_text_opens()
    {
        var key = ReturnKey.New();
        Assert.Equal(key.Hash, ReturnKey.Read(key.ToString())!.Hash);
        Assert.NotEqual(key.Hash, ReturnKey.New().Hash);
    }

    private static ClaimsPrincipal Account(Persona persona) => new(new ClaimsIdentity(
        [new("sub", persona.Id.ToString()), new("org", persona.Organisation.ToString()), new("role", persona.Role)], "test"));
}
