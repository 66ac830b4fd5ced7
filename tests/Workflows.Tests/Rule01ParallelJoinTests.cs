using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>A parallel join fires when every incoming flow holds a token, takes exactly one of each, and keeps what is over.</summary>
public sealed class Rule01ParallelJoinTests
{
    private static Drawing Fork => Drawing.Of().Start().Parallel("fork", "join").Task("a").Task("b").Task("after").End()
        .Paths("start fork a join after end", "fork b join");

    [Fact]
    public void The_join_waits_for_every_branch()
    {
        var c = Case.Started(Fork).Complete("a");
        Assert.Equal("b", c.Open);
        c.Complete("b");
        Assert.Equal("after", c.Open);
        c.Complete("after").Ended();
    }

    [Fact]
    public void A_second_token_on_the_same_flow_is_no_substitute_for_the_other_flow()
    {
        // b is done twice before a is done once: the join must not fire on two tokens of b.
        var c = Case.Started(Drawing.Of().Start().Parallel("fork", "twice", "join").Exclusive("merge").Task("a").Task("b").Task("after").End()
            .Paths("start fork a join after end", "fork twice merge b join", "twice merge"));
        c.Complete("b b");
        Assert.Equal("a", c.Open);
    }

    [Fact]
    public void What_is_over_stays_and_is_taken_by_the_next_round()
    {
        var c = Case.Started(Drawing.Of().Start().Parallel("fork", "left", "right", "join").Exclusive("l").Exclusive("r").Task("a").Task("b").Task("after").End()
            .Paths("start fork left l a join after end", "left l", "fork right r b join", "right r"));
        c.Complete("a a b");
        Assert.Equal("after b", c.Open);
        Assert.Single(c.State.Elements[1].Waiting);
        c.Complete("b");
        Assert.Equal("after after", c.Open);
        Assert.Empty(c.State.Elements[1].Waiting);
        c.Complete("after after").Ended();
    }

    [Fact]
    public void A_gateway_with_several_ways_in_and_out_joins_and_then_splits()
    {
        var c = Case.Started(Drawing.Of().Start().Parallel("fork", "mixed").Task("a").Task("b").Task("c").Task("d").End()
            .Paths("start fork a mixed c end", "fork b mixed d end"));
        c.Complete("a");
        Assert.Equal("b", c.Open);
        c.Complete("b");
        Assert.Equal("c d", c.Open);
        c.Complete("c d").Ended();
    }

    [Fact]
    public void Each_round_of_a_loop_joins_its_own_tokens()
    {
        var c = Case.Started(Drawing.Of().Start().Exclusive("again").Parallel("fork", "join").Task("a").Task("b").Exclusive("enough", "out").End()
            .Paths("start again fork a join enough", "fork b join").Flow("out", "enough", "end").Flow("back", "enough", "again", "=more"), ("more", true));
        c.Complete("a b").Complete("b a").Complete("a");
        Assert.Equal("b", c.Open);
        c.Complete("b", ("more", false)).Ended();
    }

    [Fact]
    public void Two_instances_of_a_scope_do_not_share_a_join()
    {
        var c = Case.Started(Drawing.Of().Start().Sub("sub", inside => inside.Start("s").Parallel("fork", "join").Task("a").Task("b").End("e")
            .Paths("s fork a join e", "fork b join"), Parts.Each("=[1,2]")).End().Paths("start sub end"));
        c.Do(new Command.CompleteTask(c.Keys("a").First(), Variables.None)).Do(new Command.CompleteTask(c.Keys("b").Last(), Variables.None));
        Assert.Equal("a b", c.Open);
        c.Complete("a b").Ended();
    }
}
