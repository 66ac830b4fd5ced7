using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>A terminate end ends its own scope only.</summary>
public sealed class Rule10TerminateTests
{
    private static void Inside(Drawing inside) => inside.Start("s").Parallel("fork").Task("a").Task("b").End("stop", Parts.Terminate).End("e").Paths("s fork a stop", "fork b e");

    [Fact]
    public void In_a_process_it_ends_the_instance_with_everything_in_it()
    {
        var c = Case.Started(Drawing.Of().Start().Parallel("fork").Task("a").Task("b").End("stop", Parts.Terminate).End().Paths("start fork a stop", "fork b end")).Complete("a");
        c.Ended();
        Assert.Empty(c.State.Tasks);
    }

    [Fact]
    public void In_a_subprocess_the_process_around_goes_on_behind_it()
    {
        var c = Case.Started(Drawing.Of().Start().Parallel("f").Sub("sub", Inside).Task("other").Task("after").End().Paths("start f sub after end", "f other end")).Complete("a");
        Assert.Equal("after other", c.Open);
        c.Complete("after other").Ended();
    }

    [Fact]
    public void In_one_item_the_other_items_go_on()
    {
        var c = Case.Started(Drawing.Of().Start().Sub("sub", Inside, Parts.Each("=[1,2]")).End().Paths("start sub end")).Complete("a");
        Assert.Equal("a b", c.Open);
        c.Complete("a").Ended();
    }

    [Fact]
    public void In_a_called_process_the_caller_goes_on()
    {
        var child = Drawing.Of("child");
        Inside(child);
        var c = Case.On(Drawing.Of().Start().Call("call", "child").Task("after").End().Paths("start call after end"), child).Begin().Complete("a");
        Assert.Equal("after", c.Open);
    }

    [Fact]
    public void Tokens_that_waited_at_a_join_go_too()
    {
        var c = Case.Started(Drawing.Of().Start().Parallel("fork", "join").Task("a").Task("b").Task("x").End("stop", Parts.Terminate).End().Paths("start fork a join end", "fork b join", "fork x stop"));
        c.Complete("a x").Ended();
        Assert.Equal("", c.Incidents);
    }

    [Fact]
    public void Tokens_on_their_way_in_the_scope_do_not_arrive_any_more()
    {
        var c = Case.Started(Drawing.Of().Start().Parallel("fork").End("stop", Parts.Terminate).Task("a").End().Paths("start fork stop", "fork a end"));
        c.Ended();
        Assert.DoesNotContain(c.Events, happened => happened is TaskOpened);
    }
}
