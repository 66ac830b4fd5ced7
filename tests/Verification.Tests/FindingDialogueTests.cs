using PilotRegistry.Testing;
using PilotRegistry.Verification.Features;

namespace PilotRegistry.Verification;

/// <summary>Answer, return and closing of a finding.</summary>
[Collection(nameof(VerificationService))]
public sealed class FindingDialogueTests(VerificationService service)
{
    private static readonly Spec<VerificationState> Open = Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named, Fixtures.Raised);

    private static readonly Explanation Answer = new(Fixtures.Answered.Text);
    private static readonly Explanation Return = new(Fixtures.Returned.Text);
    private static readonly Explanation Close = new(Fixtures.Closed.Text);

    [Fact]
    public void The_park_answers() => Open
        .When(state => AnswerFinding.Decide(state, 1, Answer, Fixtures.Body)).Then(Fixtures.Answered);

    [Fact]
    public void The_same_answer_again_changes_nothing() => Open.Given(Fixtures.Answered)
        .When(state => AnswerFinding.Decide(state, 1, Answer, Fixtures.Body)).ThenNothing();

    [Fact]
    public void The_park_may_better_its_answer() => Open.Given(Fixtures.Answered)
        .When(state => AnswerFinding.Decide(state, 1, new("附结算单。"), Fixtures.Body)).Then(new FindingAnswered(1, "附结算单。"));

    [Fact]
    public void Another_park_does_not_answer() => Open
        .When(state => AnswerFinding.Decide(state, 1, Answer, Fixtures.OtherBody)).ThenRefused("not-your-park");

    [Fact]
    public void What_was_not_raised_is_not_answered() => Open
        .When(state => AnswerFinding.Decide(state, 2, Answer, Fixtures.Body)).ThenRefused("finding-unknown");

    [Fact]
    public void A_closed_finding_is_not_answered() => Open.Given(Fixtures.Answered, Fixtures.Closed)
        .When(state => AnswerFinding.Decide(state, 1, new("附结算单。"), Fixtures.Body)).ThenRefused("finding-closed");

    [Fact]
    public void After_the_statement_nothing_is_answered() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named, Fixtures.Observed, Fixtures.Signed)
        .When(state => AnswerFinding.Decide(state, 1, Answer, Fixtures.Body)).ThenRefused("verification-not-open");

    [Fact]
    public void An_answer_that_does_not_settle_it_goes_back_with_a_new_term() => Open.Given(Fixtures.Answered)
        .When(state => ReturnFinding.Decide(state, 1, Return, Fixtures.Vera, Fixtures.Today)).Then(Fixtures.Returned);

    [Fact]
    public void Returning_it_again_changes_nothing() => Open.Given(Fixtures.Answered, Fixtures.Returned)
        .When(state => ReturnFinding.Decide(state, 1, Return, Fixtures.Vera, Fixtures.Today)).ThenNothing();

    [Fact]
    public void A_finding_without_an_answer_is_not_returned() => Open
        .When(state => ReturnFinding.Decide(state, 1, Return, Fixtures.Vera, Fixtures.Today)).ThenRefused("answer-missing");

    [Fact]
    public void A_closed_finding_is_not_returned() => Open.Given(Fixtures.Answered, Fixtures.Closed)
        .When(state => ReturnFinding.Decide(state, 1, Return, Fixtures.Vera, Fixtures.Today)).ThenRefused("finding-closed");

    [Fact]
    public void What_was_not_raised_is_not_returned() => Open
        .When(state => ReturnFinding.Decide(state, 2, Return, Fixtures.Vera, Fixtures.Today)).ThenRefused("finding-unknown");

    [Fact]
    public void Nobody_outside_the_team_returns_an_answer() => Open.Given(Fixtures.Answered)
        .When(state => ReturnFinding.Decide(state, 1, Return, Fixtures.NotInTeam, Fixtures.Today)).ThenRefused("not-in-team");

    [Fact]
    public void An_answered_finding_is_closed_with_a_word_how() => Open.Given(Fixtures.Answered)
        .When(state => CloseFinding.Decide(state, 1, Close, Fixtures.Vera, Fixtures.Today)).Then(Fixtures.Closed);

    [Fact]
    public void Closing_it_again_changes_nothing() => Open.Given(Fixtures.Answered, Fixtures.Closed)
        .When(state => CloseFinding.Decide(state, 1, Close, Fixtures.Vera, Fixtures.Today)).ThenNothing();

    [Fact]
    public void It_is_not_closed_in_other_words() => Open.Given(Fixtures.Answered, Fixtures.Closed)
        .When(state => CloseFinding.Decide(state, 1, new("另说。"), Fixtures.Vera, Fixtures.Today)).ThenRefused("finding-closed");

    [Fact]
    public void A_corrective_action_waits_for_its_answer() => Open
        .When(state => CloseFinding.Decide(state, 1, Close, Fixtures.Vera, Fixtures.Term)).ThenRefused("answer-awaited");

    [Fact]
    public void A_returned_one_waits_again() => Open.Given(Fixtures.Answered, Fixtures.Returned)
        .When(state => CloseFinding.Decide(state, 1, Close, Fixtures.Vera, Fixtures.Today)).ThenRefused("answer-awaited");

    [Fact]
    public void When_the_term_has_passed_the_team_closes_it_by_its_own_estimate() => Open
        .When(state => CloseFinding.Decide(state, 1, Close, Fixtures.Vera, Fixtures.Term.AddDays(1))).Then(Fixtures.Closed);

    [Fact]
    public void An_observation_needs_no_answer() => Spec.For(VerificationState.Stream)
        .Given(Fixtures.Engaged, Fixtures.Received, Fixtures.Named, Fixtures.Observed)
        .When(state => CloseFinding.Decide(state, 1, Close, Fixtures.Vera, Fixtures.Today)).Then(Fixtures.Closed);

    [Fact]
    public void What_was_not_raised_is_not_closed() => Open
        .When(state => CloseFinding.Decide(state, 2, Close, Fixtures.Vera, Fixtures.Today)).ThenRefused("finding-unknown");

    [Fact]
    public void Nobody_outside_the_team_closes_a_finding() => Open.Given(Fixtures.Answered)
        .When(state => CloseFinding.Decide(state, 1, Close, Fixtures.NotInTeam, Fixtures.Today)).ThenRefused("not-in-team");

    [Fact]
    public async Task A_finding_goes_back_and_forth_until_it_is_closed()
    {
        var id = await service.WithFindingAsync();
        var (park, team, finding) = (service.As(Persona.OfPark), service.As(Persona.Verifier), $"/verifications/{id}/findings/1");
        using var early = await team.CommandAsync($"{finding}/closing", new { text = "已核对。" }, version: 4);
        Assert.Equal("409 answer-awaited", await early.VerdictAsync());
        foreach (var (who, step, version) in new[] { (park, "answer", 4), (team, "return", 5), (park, "answer", 6), (team, "closing", 7) })
        {
            using var done = await who.CommandAsync($"{finding}/{step}", new { text = $"第 {version} 步。" }, version);
            Assert.Equal("200", await done.VerdictAsync());
            using var again = await who.CommandAsync($"{finding}/{step}", new { text = $"第 {version} 步。" }, version);
            Assert.Equal("200", await again.VerdictAsync());
        }

        Assert.Equal(8, await service.EventCountAsync(id));
        using var read = await service.As(Persona.OfProvince).GetAsync(new Uri($"/verifications/{id}", UriKind.Relative));
        var shown = (await read.BodyAsync()).GetProperty("findings")[0];
        Assert.Equal("closed", shown.GetProperty("status").GetString());
        Assert.Equal("第 6 步。", shown.GetProperty("answer").GetString());
        Assert.Equal(["answered park", "returned verifier", "answered park", "closed verifier"], shown.GetProperty("notes").EnumerateArray()
            .Select(n => $"{n.GetProperty("kind").GetString()} {n.GetProperty("by").GetString()}"));
    }

    [Theory]
    [InlineData("answer")]
    [InlineData("return")]
    [InlineData("closing")]
    public async Task Each_step_asks_for_its_words_and_for_what_was_seen(string step)
    {
        var id = await service.WithFindingAsync();
        var who = service.As(step == "answer" ? Persona.OfPark : Persona.Verifier);
        var path = $"/verifications/{id}/findings/1/{step}";
        using var empty = await who.CommandAsync(path, new { text = " " }, version: 4);
        Assert.Equal(["/text required"], await empty.FieldErrorsAsync());
        using var endless = await who.CommandAsync(path, new { text = new string('长', 4001) }, version: 4);
        Assert.Equal(["/text wrong-length"], await endless.FieldErrorsAsync());
        using var unseen = await who.SendAsync(HttpMethod.Post, path, new { text = "已核对。" });
        Assert.Equal("428 if-match-missing", await unseen.VerdictAsync());
        using var unknown = await who.CommandAsync($"/verifications/{id}/findings/7/{step}", new { text = "已核对。" }, version: 4);
        Assert.Equal("409 finding-unknown", await unknown.VerdictAsync());
        using var noNumber = await who.CommandAsync($"/verifications/{id}/findings/one/{step}", new { text = "已核对。" }, version: 4);
        Assert.Equal("404 not-found", await noNumber.VerdictAsync());
        using var wrongRole = await service.As(Persona.OfProvince).CommandAsync(path, new { text = "已核对。" }, version: 4);
        Assert.Equal("403 not-allowed", await wrongRole.VerdictAsync());
        using var foreign = await service.As(step == "answer" ? Persona.OtherPark : Persona.OtherLead).CommandAsync(path, new { text = "已核对。" }, version: 4);
        Assert.StartsWith("409 not-your-", await foreign.VerdictAsync(), StringComparison.Ordinal);
        Assert.Equal(4, await service.EventCountAsync(id));
    }
}
