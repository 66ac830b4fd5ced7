using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>A province's file is taken into a slot only when it keeps the contract, can always complete, has no dead node and stays within the statutory days.</summary>
public sealed class SoundnessTests
{
    private static readonly SlotContract Contract = new("review", ["park", "batch"], ["opinion", "score", "more"], ["recommended", "refused"], ["withdrawn"], ["notify"], 60);

    private const string Days5 = "<z:taskSchedule dueDate=\"=working days(5)\"/>";
    private const string Days10 = "<z:taskSchedule dueDate=\"=working days(10)\"/>";

    private static Drawing Slot => Drawing.Of("review");

    private static string Outcome(string value) => $"<extensionElements><z:ioMapping><z:output source=\"{value}\" target=\"outcome\"/></z:ioMapping></extensionElements>";

    private static Drawing Simple => Slot.Start().Task("check", Days5).Exclusive("g", "no").End("good", Outcome("recommended")).End("bad", Outcome("refused"))
        .Paths("start check g").Flow("yes", "g", "good", "=opinion = \"yes\"").Flow("no", "g", "bad");

    private static SlotOutcome Check(Drawing drawing, SlotContract? contract = null) => SlotCheck.Run(drawing.ToString(), contract ?? Contract);

    private static string Codes(SlotOutcome outcome) => string.Join(" ", outcome.Problems.Select(problem => $"{problem.Problem.Code}@{problem.Problem.Element}"));

    [Fact]
    public void A_simple_review_is_accepted_with_its_longest_time()
    {
        var outcome = Check(Simple);
        Assert.Equal("", Codes(outcome));
        Assert.Equal(5, outcome.WorkingDays);
        Assert.True(outcome.States >= 2);
    }

    [Fact]
    public void What_runs_in_parallel_counts_once_and_what_follows_is_added() => Assert.Equal(15, Check(
        Slot.Start().Parallel("fork", "join").Task("a", Days5).Task("b", Days10).Task("c", Days5).End("end", Outcome("recommended")).Paths("start fork a join c end", "fork b join")).WorkingDays);

    [Fact]
    public void An_interrupting_deadline_limits_what_it_sits_on() => Assert.Equal(7, Check(
        Slot.Start().Sub("sub", inside => inside.Start("s").Task("a").Task("b").End("e").Paths("s a b e")).Boundary("late", "sub", Parts.Timer("=working days(7)")).End("end", Outcome("refused")).Paths("start sub end", "late end")).WorkingDays);

    [Fact]
    public void What_ends_just_in_time_can_still_go_the_longer_way() => Assert.Equal(17, Check(
        Slot.Start().Task("a").Boundary("late", "a", Parts.Timer("=working days(7)")).Task("long", Days10).Task("short", Days5).End("end", Outcome("refused")).Paths("start a long end", "late short end")).WorkingDays);

    [Fact]
    public void Rounds_with_a_limit_are_counted() => Assert.Equal(40, Check(
        Slot.Start().Exclusive("again").Task("correct", Days10).Exclusive("g", "out").End("end", Outcome("recommended")).Paths("start again correct g").Flow("back", "g", "again", "=more", mostRounds: 3).Flow("out", "g", "end")).WorkingDays);

    [Fact]
    public void A_message_may_come_as_late_as_the_timer_beside_it() => Assert.Equal(15, Check(
        Slot.Message("objection", "=park").Start().Raw("<eventBasedGateway id=\"g\"/>").Catch("m", Parts.Message("objection")).Catch("t", Parts.Timer("=working days(5)")).Task("answer", Days10).End("end", Outcome("recommended"))
            .Paths("start g m answer end", "g t end")).WorkingDays);

    [Fact]
    public void A_loop_without_a_limit_is_refused_and_one_round_is_shown()
    {
        var outcome = Check(Slot.Start().Exclusive("again").Task("correct", Days10).Exclusive("g", "out").End("end", Outcome("recommended")).Paths("start again correct g").Flow("back", "g", "again", "=more").Flow("out", "g", "end"));
        Assert.Equal("endless-rounds@correct", Codes(outcome));
        Assert.Equal("start", outcome.Problems.Single().Path[0].Did);
        Assert.Contains(outcome.Problems.Single().Path, step => step.Flows.Contains("back"));
    }

    [Fact]
    public void More_than_the_statutory_days_is_refused() => Assert.Equal("too-slow@check", Codes(Check(Simple, Contract with { MostWorkingDays = 4 })));

    [Fact]
    public void A_task_without_any_deadline_is_refused() => Assert.Equal("no-deadline@t", Codes(Check(Slot.Start().Task("t").End("end", Outcome("refused")).Paths("start t end"))));

    [Fact]
    public void Items_one_after_the_other_need_a_deadline_on_the_whole()
    {
        Drawing Panel(bool limited)
        {
            var drawing = Slot.Start().Task("t", Days5, Parts.Each("=batch", sequential: true)).End("end", Outcome("refused")).Paths("start t end");
            return limited ? drawing.Boundary("late", "t", Parts.Timer("=working days(30)")).Paths("late end") : drawing;
        }

        Assert.Equal("no-deadline@t", Codes(Check(Panel(false))));
        Assert.Equal(30, Check(Panel(true)).WorkingDays);
    }

    [Fact]
    public void A_deadlock_is_found_and_the_way_to_it_is_shown()
    {
        var outcome = Check(Slot.Start().Exclusive("choose", "fb").Parallel("join").Task("a", Days5).Task("b", Days5).End("end", Outcome("refused")).Paths("start choose").Flow("fa", "choose", "a", "=more").Flow("fb", "choose", "b").Paths("a join end", "b join"));
        Assert.Equal("deadlock@join", Codes(outcome));
        var path = outcome.Problems.Single().Path;
        Assert.Equal(["start", "done"], path.Select(step => step.Did));
        Assert.Contains("fa", path[0].Flows);
    }

    [Fact]
    public void A_token_left_over_is_found() => Assert.StartsWith("deadlock@join", Codes(Check(
        Slot.Start().Parallel("fork", "join", "twice").Exclusive("merge").Task("a", Days5).End("end", Outcome("refused")).Paths("start fork twice merge join a end", "twice merge", "fork join"))), StringComparison.Ordinal);

    [Fact]
    public void Branches_that_multiply_without_end_are_found() => Assert.Equal("unbounded@review", Codes(Check(
        Slot.Start().Exclusive("again").Task("t", Days5).Parallel("fork").End("end", Outcome("refused")).Paths("start again t fork again", "fork again", "fork end"))));

    [Fact]
    public void A_trap_is_found() => Assert.Equal("cannot-complete@a", Codes(Check(
        Slot.Start().Task("a", Days5).Exclusive("g", "out").Exclusive("again").Task("trap", Days5).End("end", Outcome("refused")).Paths("start a g").Flow("out", "g", "end").Flow("in", "g", "again", "=more").Paths("again trap again"))));

    [Fact]
    public void A_dead_node_is_found() => Assert.Equal("dead-node@b", Codes(Check(
        Slot.Start().Exclusive("g", "out").Task("a", Days5).Task("b", Days5).End("end", Outcome("refused")).Paths("start g").Flow("out", "g", "a").Flow("never", "g", "b", "=false").Paths("a end", "b end"))));

    [Fact]
    public void A_join_behind_two_ends_of_a_choice_within_a_subprocess_is_found_too() => Assert.Equal("deadlock@join", Codes(Check(
        Slot.Start().Sub("sub", inside => inside.Start("s").Exclusive("choose", "fb").Parallel("join").End("e").Paths("s choose").Flow("fa", "choose", "join", "=more").Flow("fb", "choose", "join").Paths("join e")).Boundary("late", "sub", Parts.Timer("P1D"))
            .End("end", Outcome("refused")).Paths("start sub end", "late end"))));

    [Fact]
    public void An_error_that_the_contract_allows_may_leave_and_another_may_not()
    {
        Drawing Leaving(string code) => Slot.Error(code).Start().Task("t", Days5).End("out", Parts.Error(code)).Paths("start t out");
        Assert.Equal("", Codes(Check(Leaving("withdrawn"))));
        Assert.Equal("error-not-allowed@out", Codes(Check(Leaving("lost"))));
    }

    [Fact]
    public void The_contract_names_process_outcomes_jobs_and_variables()
    {
        Assert.Equal("not-this-slot@", Codes(Check(Drawing.Of("other").Start().End().Paths("start end"))));
        Assert.Equal("outcome-not-allowed@end", Codes(Check(Slot.Start().Task("t", Days5).End("end", Outcome("maybe")).Paths("start t end"))));
        Assert.Equal("outcome-not-allowed@end", Codes(Check(Slot.Start().Task("t", Days5).End().Paths("start t end"))));
        Assert.Equal("job-type-not-allowed@publish", Codes(Check(Slot.Start().Service("publish").End("end", Outcome("refused")).Paths("start publish end"))));
        Assert.Equal("", Codes(Check(Slot.Start().Service("notify").End("end", Outcome("refused")).Paths("start notify end"))));
        Assert.Equal("unknown-variable@yes", Codes(Check(Slot.Start().Task("t", Days5).Exclusive("g", "no").End("end", Outcome("refused")).Paths("start t g").Flow("yes", "g", "end", "=opinoin = 1").Flow("no", "g", "end"))));
        Assert.Equal("call-in-slot@c", Codes(Check(Slot.Start().Call("c", "other").End("end", Outcome("refused")).Paths("start c end"))));
    }

    [Fact]
    public void Advice_is_a_refusal_for_a_province() => Assert.Equal("missing-default@g", Codes(Check(
        Slot.Start().Task("t", Days5).Exclusive("g").End("end", Outcome("refused")).Paths("start t g").Flow("a", "g", "end", "=more").Flow("b", "g", "end", "=not(more)"))));

    [Fact]
    public void A_length_that_depends_on_a_variable_has_no_worst_case() => Assert.Equal("length-not-fixed@t", Codes(Check(
        Slot.Start().Task("t", "<z:taskSchedule dueDate=\"=working days(score)\"/>").End("end", Outcome("refused")).Paths("start t end"))));

    [Fact]
    public void A_review_with_ten_parallel_opinions_is_explored_whole()
    {
        var drawing = Slot.Start().Parallel("fork", "join").End("end", Outcome("recommended")).Paths("start fork", "join end");
        for (var i = 0; i < 10; i++) drawing.Task($"t{i}", Days5).Paths($"fork t{i} join");
        var outcome = Check(drawing);
        Assert.Equal(("", 1024, 5), (Codes(outcome), outcome.States, outcome.WorkingDays));
    }

    [Fact]
    public void An_outcome_reaches_the_caller()
    {
        var c = Case.On(Drawing.Of().Start().Call("c", "review").Task("after").End().Paths("start c after end"), Simple).Begin();
        c.Complete("check", ("opinion", "yes"));
        Assert.Equal("\"recommended\"", c.Json("outcome"));
    }

    [Fact]
    public void A_national_process_is_explored_with_what_it_calls() => Assert.Equal("deadlock", SlotCheck.Sound(Release.Of(
        Case.Models(Drawing.Of().Start().Call("c", "review").End().Paths("start c end").ToString()).Concat(Case.Models(
        Slot.Start().Exclusive("choose", "fb").Parallel("join").Task("a").End().Paths("start choose").Flow("fa", "choose", "a", "=x").Flow("fb", "choose", "join").Paths("a join end").ToString()))), "p")!.Problem.Code);
}
