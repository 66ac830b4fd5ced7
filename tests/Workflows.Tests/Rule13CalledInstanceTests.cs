using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>A called instance has an id that follows from its caller's, ends with it, and runs on the version that the caller's release names.</summary>
public sealed class Rule13CalledInstanceTests
{
    private static Drawing Parent(string attributes = "", string extensions = "") => Drawing.Of().Start().Call("call", "=slot", attributes, extensions).Task("after").End().Paths("start call after end");

    private static Drawing Child(string task = "inner") => Drawing.Of("child").Start("cs").Task(task).End("ce").Paths($"cs {task} ce");

    private static Case Calling(string attributes = "", string extensions = "") => Case.On(Parent(attributes, extensions), Child()).Begin(variables: [("slot", "child"), ("x", 1)]);

    private static CalledInstanceStarted Called(Case c) => c.Events.OfType<CalledInstanceStarted>().Single();

    [Fact]
    public void Its_id_follows_from_the_parent_and_the_activity()
    {
        var (one, same) = (Calling(), Calling());
        Assert.Equal(Called(one).Instance, Called(same).Instance);
        Assert.NotEqual(Guid.Empty, Called(one).Instance);
        Assert.Equal(8, Called(one).Instance.Version);
    }

    [Fact]
    public void Two_calls_of_the_same_activity_are_two_instances()
    {
        var c = Case.On(Drawing.Of().Start().Call("call", "child", inner: Parts.Each("=[1,2]")).End().Paths("start call end"), Child()).Begin();
        Assert.Equal(2, c.Events.OfType<CalledInstanceStarted>().Select(called => called.Instance).Distinct().Count());
        c.Complete("inner inner").Ended();
    }

    [Fact]
    public void The_end_of_the_parent_ends_it()
    {
        var c = Calling().Do(new Command.Cancel("withdrawn"));
        Assert.Empty(c.State.Tasks);
        Assert.Contains(c.Last, happened => happened is ElementTerminated terminated && terminated.Key == Called(c).Key);
    }

    [Fact]
    public void It_runs_on_the_version_of_the_release_whatever_was_deployed_since()
    {
        var c = Calling();
        var newer = Release.Of(Case.Models(Parent().ToString()).Concat(Case.Models(Child("changed").ToString())));
        Assert.NotEqual(newer.Id, c.State.Release);
        Assert.Throws<ArgumentException>(() => Step.Take(newer, c.State, new Command.FireTimers(), c.Now, Case.Calendar));
    }

    [Fact]
    public void The_same_files_make_the_same_release_in_any_order() => Assert.Equal(
        Release.Of(Case.Models(Parent().ToString()).Concat(Case.Models(Child().ToString()))).Id,
        Release.Of(Case.Models(Child().ToString()).Concat(Case.Models(Parent().ToString()))).Id);

    [Fact]
    public void It_sees_the_callers_variables_and_gives_its_own_back()
    {
        var c = Calling();
        Assert.Equal(FeelValue.Of(1), Called(c).Variables.Find("x"));
        c.Complete("inner", ("x", 2), ("y", 3));
        Assert.Equal(("2", "3"), (c.Json("x"), c.Json("y")));
    }

    [Fact]
    public void It_sees_only_the_mapped_ones_when_the_call_says_so()
    {
        var c = Calling("propagateAllParentVariables=\"false\" propagateAllChildVariables=\"false\"", "<z:ioMapping><z:input source=\"=x + 10\" target=\"given\"/><z:output source=\"=y\" target=\"taken\"/></z:ioMapping>");
        Assert.Equal("{\"given\":11}", System.Text.Json.JsonSerializer.Serialize(Called(c).Variables));
        c.Complete("inner", ("y", 3), ("z", 4));
        Assert.Equal(("3", "null", "null"), (c.Json("taken"), c.Json("y"), c.Json("z")));
    }

    [Fact]
    public void While_it_runs_the_callers_variables_do_not_change()
    {
        var c = Case.On(Drawing.Of().Start().Call("call", "child").End().Paths("start call end"), Drawing.Of("child").Start("cs").Task("a").Task("b").End("ce").Paths("cs a b ce")).Begin(variables: ("x", 1));
        Assert.Equal("1", c.Complete("a", ("x", 2)).Json("x"));
        Assert.Equal("2", c.Complete("b").Json("x"));
    }

    [Fact]
    public void A_process_that_the_release_does_not_hold_is_an_incident() =>
        Assert.Equal("process-not-in-release@call", Case.On(Parent()).Begin(variables: ("slot", "nowhere")).Incidents);

    [Fact]
    public void A_process_that_calls_itself_for_ever_is_stopped() =>
        Assert.Equal("called-too-deep@call", Case.On(Drawing.Of().Start().Call("call", "p").End().Paths("start call end")).Begin().Incidents);
}
