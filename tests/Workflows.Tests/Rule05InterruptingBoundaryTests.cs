using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>An interrupting boundary event ends its host with everything in it and goes on, all in one commit; late completions are refused.</summary>
public sealed class Rule05InterruptingBoundaryTests
{
    private static Drawing Deadline => Drawing.Of().Message("stop").Start()
        .Sub("sub", inside => inside.Start("s").Parallel("fork").Task("a").Service("job").Catch("message", Parts.Message("stop")).Catch("timer", Parts.Timer("P9D")).Task("many", inner: Parts.Each("=[1,2]")).Call("call", "child").End("e")
            .Paths("s fork a e", "fork job e", "fork message e", "fork timer e", "fork many e", "fork call e"))
        .Boundary("late", "sub", Parts.Timer("P1D")).Task("after").End().Paths("start sub end", "late after end");

    private static Drawing Child => Drawing.Of("child").Start("cs").Task("inner").End("ce").Paths("cs inner ce");

    private static Case Interrupted() => Case.On(Deadline, Child).Begin(variables: ("key", "k")).Late(TimeSpan.FromDays(1));

    [Fact]
    public void Tasks_jobs_timers_subscriptions_items_and_called_instances_end_with_the_host_in_one_step()
    {
        var c = Case.On(Deadline, Child).Begin(variables: ("key", "k"));
        Assert.Equal(("a inner job many many", 1, 2), (c.Open, c.State.Subscriptions.Count, c.State.Timers.Count));
        c.Late(TimeSpan.FromDays(1));
        Assert.Equal("after", c.Open);
        Assert.Empty(c.State.Timers);
        Assert.Empty(c.State.Subscriptions);
        Assert.Equal(["p", "after"], c.State.Elements.Values.Select(element => element.Node));
        Assert.Contains(c.Last, happened => happened is TaskOpened { Task.Node: "after" });
    }

    [Fact]
    public void A_late_completion_is_refused_and_has_no_effect()
    {
        var before = Case.On(Deadline, Child).Begin(variables: ("key", "k"));
        var (task, job) = (before.Key("a"), before.Key("job"));
        before.Late(TimeSpan.FromDays(1));
        Assert.Equal("task-not-open", before.Try(new Command.CompleteTask(task, Variables.None)));
        Assert.Equal("job-not-open", before.Try(new Command.CompleteJob(job, Variables.None)));
        Assert.Equal("after", before.Open);
    }

    [Fact]
    public void The_process_goes_on_behind_the_event_and_not_behind_the_host()
    {
        var c = Interrupted().Complete("after");
        c.Ended();
        Assert.DoesNotContain(c.Events, happened => happened is ElementCompleted completed && c.Events.OfType<ElementEntered>().Any(e => e.Key == completed.Key && e.Node == "sub"));
    }

    [Fact]
    public void A_host_that_was_in_time_takes_its_deadline_with_it()
    {
        var c = Case.Started(Drawing.Of().Start().Task("t").Boundary("late", "t", Parts.Timer("P1D")).Task("after").End().Paths("start t end", "late after end")).Complete("t");
        c.Ended();
        Assert.Empty(c.State.Timers);
    }

    [Fact]
    public void A_message_ends_its_host_and_brings_its_variables()
    {
        var c = Case.Started(Drawing.Of().Message("withdrawn").Start().Task("t").Boundary("b", "t", Parts.Message("withdrawn")).Task("after").End().Paths("start t end", "b after end"), ("key", "k"));
        c.Message("withdrawn", ("reason", "moved"));
        Assert.Equal("after", c.Open);
        Assert.Equal("\"moved\"", c.Json("reason"));
    }
}
