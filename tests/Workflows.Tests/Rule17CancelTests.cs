using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Cancelling an instance ends its root scope, with a reason.</summary>
public sealed class Rule17CancelTests
{
    private static Case Running() => Case.Started(Drawing.Of().Message("note").Start().Parallel("f").Sub("sub", inside => inside.Start("s").Task("a", inner: Parts.Each("=[1,2]")).End("e").Paths("s a e"))
        .Boundary("late", "sub", Parts.Timer("P1D")).Service("job").Catch("n", Parts.Message("note")).End().Paths("start f sub end", "f job end", "f n end", "late end"), ("key", "k"));

    [Fact]
    public void Everything_in_it_ends_and_the_reason_is_recorded()
    {
        var c = Running().Do(new Command.Cancel("the park withdrew"));
        Assert.Equal(InstanceStatus.Cancelled, c.State.Status);
        Assert.Empty(c.State.Elements);
        Assert.True(c.State is { Tasks.Count: 0, Jobs.Count: 0, Timers.Count: 0, Subscriptions.Count: 0 });
        Assert.Equal("the park withdrew", c.Last.OfType<InstanceCancelled>().Single().Reason);
    }

    [Fact]
    public void What_is_inside_ends_before_what_is_around_it()
    {
        var c = Running().Do(new Command.Cancel("x"));
        var ended = c.Last.OfType<ElementTerminated>().Select(terminated => terminated.Key).ToList();
        foreach (var entered in c.Events.OfType<ElementEntered>().Where(entered => ended.Contains(entered.Key))) Assert.True(ended.IndexOf(entered.Key) < ended.IndexOf(entered.Parent));
    }

    [Fact]
    public void Afterwards_nothing_can_be_done_any_more()
    {
        var c = Running();
        var task = c.Keys("a").First();
        c.Do(new Command.Cancel("x"));
        foreach (var command in new Command[] { new Command.CompleteTask(task, Variables.None), new Command.FireTimers(), new Command.Cancel("y"), new Command.Resume() })
        {
            Assert.Equal("instance-ended", c.Try(command));
        }
    }

    [Fact]
    public void A_case_with_an_incident_can_be_cancelled_too()
    {
        var c = Running();
        c.Do(new Command.FailJob(c.Key("job"), 0, "x")).Do(new Command.Cancel("x"));
        Assert.Empty(c.State.Incidents);
    }
}
