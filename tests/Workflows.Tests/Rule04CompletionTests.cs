using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>A scope completes when no child is active and no token moves; tokens stranded at a join are found, never passed over in silence.</summary>
public sealed class Rule04CompletionTests
{
    private static Drawing Stuck => Drawing.Of().Start().Exclusive("choose", "fb").Parallel("join").Task("a").Task("b").Task("after").End()
        .Paths("start choose").Flow("fa", "choose", "a", "=x = 1").Flow("fb", "choose", "b").Paths("a join after end", "b join");

    private static Case Stranded() => Case.Started(Stuck, ("x", 1)).Complete("a");

    [Fact]
    public void A_process_ends_when_its_last_branch_ends()
    {
        var c = Case.Started(Drawing.Of().Start().Parallel("fork").Task("a").Task("b").End("e1").End("e2").Paths("start fork a e1", "fork b e2")).Complete("a");
        Assert.Equal(InstanceStatus.Running, c.State.Status);
        c.Complete("b").Ended();
        Assert.Empty(c.State.Elements);
    }

    [Fact]
    public void A_starved_join_is_an_incident_that_names_it()
    {
        var c = Stranded();
        Assert.Equal("deadlock@join", c.Incidents);
        Assert.Contains("join", c.State.Incidents.Values.Single().Message.En, StringComparison.Ordinal);
        Assert.Equal(InstanceStatus.Running, c.State.Status);
    }

    [Fact]
    public void Trying_again_finds_the_same_deadlock_again()
    {
        var c = Stranded();
        c.Do(new Command.RetryIncident(c.State.Incidents.Keys.Single(), Variables.None));
        Assert.Equal("deadlock@join", c.Incidents);
    }

    [Fact]
    public void An_operator_can_let_the_stranded_tokens_go()
    {
        var c = Stranded();
        c.Do(new Command.SkipIncident(c.State.Incidents.Keys.Single(), Variables.None)).Ended();
    }

    [Fact]
    public void An_operator_can_move_the_stranded_token_on()
    {
        var c = Stranded();
        c.Do(new Command.MoveToken(1, c.State.Elements[1].Waiting.Single().Key, "after", "the other opinion is not needed"));
        Assert.Equal("after", c.Open);
        Assert.Equal("", c.Incidents);
        c.Complete("after").Ended();
    }

    [Fact]
    public void A_subprocess_with_a_stranded_token_does_not_complete_either()
    {
        var c = Case.Started(Drawing.Of().Start().Sub("sub", inside => inside.Start("s").Exclusive("choose", "fb").Parallel("join").Task("a").Task("b").End("e")
            .Paths("s choose").Flow("fa", "choose", "a", "=false").Flow("fb", "choose", "b").Paths("a join e", "b join")).End().Paths("start sub end")).Complete("b");
        Assert.Equal("deadlock@join", c.Incidents);
    }

    [Fact]
    public void A_join_is_not_stuck_while_something_else_still_works()
    {
        var c = Case.Started(Drawing.Of().Start().Parallel("fork", "join").Task("a").Task("b").Task("x").End().Paths("start fork a join end", "fork b join", "fork x end"));
        c.Complete("x a");
        Assert.Equal("", c.Incidents);
        c.Complete("b").Ended();
    }
}
