using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Virtual people play a draft before it is published: on the real interpreter, with nothing stored.</summary>
public sealed class DryRunTests
{
    private const string Days5 = "<z:taskSchedule dueDate=\"=working days(5)\"/>";

    private static readonly Drawing Review = Drawing.Of("review").Start().Task("check", Days5).Boundary("late", "check", Parts.Timer("=working days(5)")).Exclusive("g", "no").Service("tell").End("good").End("bad")
        .Paths("start check g", "late tell bad").Flow("yes", "g", "good", "=outcome = \"pass\"").Flow("no", "g", "bad");

    private static VirtualRun Play(params VirtualAct[] acts) => DryRun.Play(Release.Of(Case.Models(Review.ToString())), "review", Variables.None, acts, Case.Monday, Case.Calendar);

    private static VirtualAct Done(int element, string outcome) => new("done", element, Case.Values([("outcome", outcome)]));

    [Fact]
    public void It_begins_with_the_tasks_that_are_open_first_and_their_last_day()
    {
        var run = Play();
        var task = Assert.Single(run.State.Tasks.Values);
        Assert.Equal("check", task.Node);
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 24 - 1, 59, 59, TimeSpan.FromHours(8)).Date, task.Due!.At!.Value.ToOffset(TimeSpan.FromHours(8)).AddSeconds(-1).Date);
        Assert.Equal(["start", "check"], run.Reached);
    }

    [Fact]
    public void A_persons_decision_takes_the_way_it_decides()
    {
        var run = Play(Done(Play().State.Tasks.Keys.Single(), "pass"));
        Assert.Equal(InstanceStatus.Completed, run.State.Status);
        Assert.Equal(["done", "check"], [run.Path[^1].Did, run.Path[^1].Node]);
        Assert.Contains("yes", run.Path[^1].Flows);
        Assert.Equal(["start", "check", "g", "good"], run.Reached);
    }

    [Fact]
    public void Time_passes_until_the_next_timer_and_no_further()
    {
        var run = Play(new VirtualAct("timer", 0, Variables.None));
        Assert.True(run.Now > Case.Monday.AddDays(6));
        Assert.Empty(run.State.Tasks);
        Assert.Equal("tell", Assert.Single(run.State.Jobs.Values).Node);
        Assert.Equal(["timer", "late"], [run.Path[^1].Did, run.Path[^1].Node]);
    }

    [Fact]
    public void A_programs_work_is_done_by_the_person_who_tries()
    {
        var job = Play(new VirtualAct("timer", 0, Variables.None)).State.Jobs.Keys.Single();
        Assert.Equal(InstanceStatus.Completed, Play(new VirtualAct("timer", 0, Variables.None), new("done", job, Variables.None)).State.Status);
    }

    [Fact]
    public void An_act_that_cannot_be_done_is_refused_and_what_was_done_before_stands()
    {
        var run = Play(Done(99, "pass"));
        Assert.Equal(("task-not-open", 0), (run.Refusal!.Code, run.Refused!.Value));
        Assert.Single(run.State.Tasks);
        Assert.Equal("unknown-act", Play(new VirtualAct("dance", 0, Variables.None)).Refusal!.Code);
        var done = Done(Play().State.Tasks.Keys.Single(), "pass");
        Assert.Equal("no-timer", Play(done, new VirtualAct("timer", 0, Variables.None)).Refusal!.Code);
    }

    [Fact]
    public void The_same_acts_give_the_same_run()
    {
        var act = Done(Play().State.Tasks.Keys.Single(), "pass");
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(Play(act).State), System.Text.Json.JsonSerializer.Serialize(Play(act).State));
    }

    [Fact]
    public void Every_shipped_slot_can_be_begun()
    {
        foreach (var file in Shipped.Slots)
        {
            var models = Case.Models(Shipped.Text(file));
            var run = DryRun.Play(Release.Of(models), models[0].Id, Case.Values([("experts", new[] { "一" }), ("quota", 2), ("midterm", "2026-06-01")]), [], Case.Monday, Case.Calendar);
            Assert.Null(run.Refusal);
            Assert.Empty(run.State.Incidents);
        }
    }
}
