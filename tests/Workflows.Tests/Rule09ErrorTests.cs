using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Errors are caught by the innermost scope that can; what nobody catches is an incident. A technical failure is no BPMN error.</summary>
public sealed class Rule09ErrorTests
{
    private static Drawing Nested(string? inner, string? outer) => Drawing.Of().Error("A").Error("B").Start()
        .Sub("out", inside => inside.Start("s1").Sub("in", deep => deep.Start("s2").Service("job").End("e2").Paths("s2 job e2")).Boundary("bi", "in", Parts.Error(inner)).Task("ti").End("e1").Paths("s1 in e1", "bi ti e1"))
        .Boundary("bo", "out", Parts.Error(outer)).Task("to").End().Paths("start out end", "bo to end");

    [Theory]
    [InlineData("A", "A", "A", "ti")]
    [InlineData("A", "B", "A", "to")]
    [InlineData("A", null, "A", "ti")]
    [InlineData("A", "B", null, "to")]
    public void The_innermost_scope_that_catches_the_code_has_it(string thrown, string? inner, string? outer, string open) =>
        Assert.Equal(open, Case.Started(Nested(inner, outer)).Error("job", thrown).Open);

    [Fact]
    public void A_code_of_its_own_goes_before_the_one_that_catches_all()
    {
        var c = Case.Started(Drawing.Of().Error("A").Start().Service("job").Boundary("all", "job", Parts.Error(null)).Boundary("a", "job", Parts.Error("A")).Task("x").Task("y").End()
            .Paths("start job end", "all x end", "a y end"));
        Assert.Equal("y", c.Error("job", "A").Open);
    }

    [Fact]
    public void Errors_go_through_call_activities()
    {
        var c = Case.On(
            Drawing.Of().Error("A").Start().Call("call", "child").Boundary("b", "call", Parts.Error("A")).Task("after").End().Paths("start call end", "b after end"),
            Drawing.Of("child").Start("cs").Service("job").End("ce").Paths("cs job ce")).Begin();
        Assert.Equal("after", c.Error("job", "A").Open);
        Assert.DoesNotContain(c.State.Elements.Values, element => element.Process == "child");
    }

    [Fact]
    public void An_error_end_throws_and_ends_what_else_was_in_its_scope()
    {
        var c = Case.Started(Drawing.Of().Error("A").Start().Sub("sub", inside => inside.Start("s").Parallel("fork").Task("t").Task("u").End("bad", Parts.Error("A")).End("e").Paths("s fork t bad", "fork u e"))
            .Boundary("b", "sub", Parts.Error("A")).Task("after").End().Paths("start sub end", "b after end"));
        Assert.Equal("after", c.Complete("t").Open);
    }

    [Fact]
    public void The_results_of_an_error_reach_the_scope_of_the_boundary()
    {
        var c = Case.Started(Nested("A", "B")).Error("job", "A", ("why", "incomplete"));
        Assert.Equal("\"incomplete\"", c.Json("why"));
    }

    [Fact]
    public void An_uncaught_error_is_an_incident_and_the_job_can_be_tried_again()
    {
        var c = Case.Started(Nested("A", "A")).Error("job", "Z");
        Assert.Equal("uncaught-error@job", c.Incidents);
        Assert.Equal("", c.Open);
        c.Do(new Command.RetryIncident(c.State.Incidents.Keys.Single(), Variables.None));
        Assert.Equal("job", c.Open);
        c.Complete("job").Ended();
    }

    [Fact]
    public void An_uncaught_error_end_can_be_left_by_moving_its_token()
    {
        var c = Case.Started(Drawing.Of().Error("A").Start().Task("t").Task("fix").End("bad", Parts.Error("A")).End().Exclusive("g", "f").Paths("start t g", "fix end").Flow("f", "g", "fix").Flow("h", "g", "bad", "=fail"), ("fail", true)).Complete("t");
        Assert.Equal("uncaught-error@bad", c.Incidents);
        c.Do(new Command.MoveToken(c.Key("bad"), null, "fix", "put right by hand"));
        Assert.Equal("fix", c.Open);
        c.Complete("fix").Ended();
    }

    [Fact]
    public void A_technical_failure_is_retried_and_then_an_incident_that_no_boundary_catches()
    {
        var c = Case.Started(Nested(null, null));
        Assert.Equal(3, c.State.Jobs.Values.Single().Retries);
        c.Do(new Command.FailJob(c.Key("job"), 2, "no connection", c.Now.AddMinutes(1)));
        Assert.Equal(("job", ""), (c.Open, c.Incidents));
        c.Do(new Command.FailJob(c.Key("job"), 0, "no connection"));
        Assert.Equal(("", "job-failed@job"), (c.Open, c.Incidents));
        c.Do(new Command.RetryIncident(c.State.Incidents.Keys.Single(), Variables.None, Retries: 2)).Complete("job").Ended();
    }

    [Fact]
    public void A_failed_job_can_be_skipped_with_a_value()
    {
        var c = Case.Started(Drawing.Of().Start().Service("job").Task("after").End().Paths("start job after end"));
        c.Do(new Command.FailJob(c.Key("job"), 0, "gone")).Do(new Command.SkipIncident(c.State.Incidents.Keys.Single(), Case.Values(("factor", 0.8325m))));
        Assert.Equal(("after", "0.8325"), (c.Open, c.Json("factor")));
    }
}
