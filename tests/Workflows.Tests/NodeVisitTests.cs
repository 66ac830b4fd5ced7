using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>The events of an instance tell its story node by node.</summary>
public sealed class NodeVisitTests
{
    private static string Story(Case c) => string.Join(" ", NodeVisits.Of(c.Events.Select(happened => (c.Now, happened))).Select(visit => $"{visit.Process}/{visit.Node}:{visit.End}"));

    [Fact]
    public void What_is_open_what_is_done_and_what_a_token_only_went_through() => Assert.Equal(
        "p/start:Passed p/fork:Passed p/a:Done p/b:Open",
        Story(Case.Started(Drawing.Of().Start().Parallel("fork", "join").Task("a").Task("b").End().Paths("start fork a join end", "fork b join")).Complete("a")));

    [Fact]
    public void A_deadline_ends_what_it_sits_on()
    {
        var c = Case.Started(Drawing.Of().Start().Task("a").Boundary("late", "a", Parts.Timer("P1D")).End("end").End("over").Paths("start a end", "late over"));
        Assert.Equal("p/start:Passed p/a:Ended p/late:Done p/over:Passed", Story(c.Wait(TimeSpan.FromDays(2))));
    }

    [Fact]
    public void A_called_process_tells_its_story_under_its_own_name()
    {
        var c = Case.On(Drawing.Of().Start().Call("call", "slot").End().Paths("start call end"), Drawing.Of("slot").Start().Task("check").End().Paths("start check end")).Begin();
        Assert.Equal("p/start:Passed p/call:Open slot/start:Passed slot/check:Open", Story(c));
    }
}
