namespace PilotRegistry.Workflows.Tests;

/// <summary>A non-interrupting boundary event makes one more token in the host's parent scope; the cycle stays armed, and goes with the host.</summary>
public sealed class Rule06NonInterruptingBoundaryTests
{
    private static Drawing Reminder(string definition) => Drawing.Of().Message("note").Start().Sub("sub", inside => inside.Start("s").Task("t").End("e").Paths("s t e"))
        .Boundary("b", "sub", definition, interrupting: false).Task("remind").End().Paths("start sub end", "b remind end");

    [Fact]
    public void The_host_goes_on_beside_the_extra_token()
    {
        var c = Case.Started(Reminder(Parts.Timer("P1D"))).Wait(TimeSpan.FromDays(1));
        Assert.Equal("remind t", c.Open);
        Assert.Equal(1, c.State.Elements[c.Key("remind")].Parent);
        c.Complete("t");
        Assert.Equal("remind", c.Open);
        c.Complete("remind").Ended();
    }

    [Fact]
    public void A_timer_without_cycle_fires_once() => Assert.Equal("remind t", Case.Started(Reminder(Parts.Timer("P1D"))).Wait(TimeSpan.FromDays(5)).Open);

    [Fact]
    public void A_cycle_fires_as_often_as_it_says()
    {
        var c = Case.Started(Reminder(Parts.Cycle("R3/P1D"))).Wait(TimeSpan.FromDays(2));
        Assert.Equal("remind remind t", c.Open);
        Assert.Equal("remind remind remind t", c.Wait(TimeSpan.FromDays(20)).Open);
        Assert.Empty(c.State.Timers);
    }

    [Fact]
    public void A_cycle_without_end_goes_with_its_host()
    {
        var c = Case.Started(Reminder(Parts.Cycle("R/P1D"))).Wait(TimeSpan.FromDays(4)).Complete("t");
        Assert.Empty(c.State.Timers);
        c.Complete("remind remind remind remind").Ended();
    }

    [Fact]
    public void A_message_may_come_again_and_again()
    {
        var c = Case.Started(Reminder(Parts.Message("note")), ("key", "k")).Message("note").Message("note");
        Assert.Equal("remind remind t", c.Open);
        c.Complete("t remind remind").Ended();
        Assert.Empty(c.State.Subscriptions);
    }
}
