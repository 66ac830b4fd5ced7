namespace PilotRegistry.Workflows.Tests;

/// <summary>A boundary event on a multi-instance activity sits on the whole: one timer for five tasks.</summary>
public sealed class Rule07BoundaryOfAllItemsTests
{
    private static Case Five() => Case.Started(Drawing.Of().Error("no").Start().Task("t", inner: Parts.Each("=[1,2,3,4,5]")).Boundary("late", "t", Parts.Timer("P1D")).Boundary("b", "t", Parts.Error("no"))
        .Task("after").End().Paths("start t end", "late after end", "b after"));

    [Fact]
    public void Five_tasks_have_one_timer() => Assert.Single(Five().State.Timers);

    [Fact]
    public void It_ends_all_that_are_left_and_goes_on_once()
    {
        var c = Five().Complete("t t").Late(TimeSpan.FromDays(1));
        Assert.Equal("after", c.Open);
        c.Complete("after").Ended();
    }

    [Fact]
    public void It_goes_when_the_last_item_is_done()
    {
        var c = Five().Complete("t t t t");
        Assert.Single(c.State.Timers);
        c.Complete("t").Ended();
        Assert.Empty(c.State.Timers);
    }

    [Fact]
    public void An_error_of_one_item_is_caught_on_the_whole() => Assert.Equal("after", Five().Error("t", "no").Open);
}
