namespace PilotRegistry.Workflows.Tests;

/// <summary>An activity with several incoming flows runs once per token; several outgoing: all that hold, the default only if none does.</summary>
public sealed class Rule02SeveralFlowsTests
{
    private static Drawing Choice => Drawing.Of().Start().Raw("<userTask id=\"t\" default=\"d\"><extensionElements xmlns:z=\"http://camunda.org/schema/zeebe/1.0\"><z:assignmentDefinition assignee=\"x\"/></extensionElements></userTask>")
        .Task("a").Task("b").Task("c").End().Paths("start t").Flow("fa", "t", "a", "=x > 1").Flow("fb", "t", "b", "=x > 2").Flow("d", "t", "c").Paths("a end", "b end", "c end");

    [Fact]
    public void A_task_that_two_branches_lead_to_is_done_twice()
    {
        var c = Case.Started(Drawing.Of().Start().Parallel("fork").Task("a").Task("b").Task("t").End().Paths("start fork a t end", "fork b t"));
        c.Complete("a b");
        Assert.Equal("t t", c.Open);
        c.Complete("t t").Ended();
    }

    [Theory]
    [InlineData(3, "a b")]
    [InlineData(2, "a")]
    [InlineData(1, "c")]
    public void Every_flow_that_holds_is_taken_and_the_default_only_if_none_does(int x, string open) => Assert.Equal(open, Case.Started(Choice, ("x", x)).Complete("t").Open);

    [Fact]
    public void Flows_without_a_condition_are_all_taken()
    {
        var c = Case.Started(Drawing.Of().Start().Task("t").Task("a").Task("b").End().Paths("start t a end", "t b end")).Complete("t");
        Assert.Equal("a b", c.Open);
        c.Complete("a b").Ended();
    }

    [Fact]
    public void When_nothing_holds_and_there_is_no_default_the_task_is_kept_with_its_results()
    {
        var c = Case.Started(Drawing.Of().Start().Task("t").Task("a").End().Paths("start t").Flow("fa", "t", "a", "=x > 1").Paths("a end"), ("x", 0));
        c.Complete("t", ("y", 7));
        Assert.Equal("no-flow@t", c.Incidents);
        Assert.Equal("null", c.Json("y"));
        c.Do(new Engine.Command.RetryIncident(c.State.Incidents.Keys.Single(), Case.Values(("x", 2))));
        Assert.Equal("a", c.Open);
        Assert.Equal("7", c.Json("y"));
    }
}
