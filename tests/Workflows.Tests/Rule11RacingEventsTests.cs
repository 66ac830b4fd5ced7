using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Of several events the first committed wins; the others are no longer waited for from the same commit on.</summary>
public sealed class Rule11RacingEventsTests
{
    private static Case Race() => Case.Started(Drawing.Of().Message("objection").Message("withdrawal").Start().Raw("<eventBasedGateway id=\"g\"/>")
        .Catch("objected", Parts.Message("objection")).Catch("withdrawn", Parts.Message("withdrawal")).Catch("over", Parts.Timer("P5D")).Task("answer").Task("close").Task("publish").End()
        .Paths("start g objected answer end", "g withdrawn close end", "g over publish end"), ("key", "k"));

    [Fact]
    public void All_are_waited_for_at_once() => Assert.Equal((2, 1), Race() is var c ? (c.State.Subscriptions.Count, c.State.Timers.Count) : default);

    [Fact]
    public void The_message_wins_and_the_timer_and_the_other_message_go_with_it()
    {
        var c = Race();
        var other = c.State.Subscriptions.Values.Single(subscription => subscription.Message == "withdrawal").Key;
        c.Message("objection", ("text", "dust"));
        Assert.Equal(("answer", "\"dust\""), (c.Open, c.Json("text")));
        Assert.Empty(c.State.Subscriptions);
        Assert.Empty(c.State.Timers);
        Assert.Equal("not-waiting", c.Try(new Command.Correlate(other, "late", Variables.None)));
        c.Complete("answer").Ended();
    }

    [Fact]
    public void The_timer_wins_and_the_message_comes_too_late()
    {
        var c = Race();
        var objection = c.State.Subscriptions.Keys.First();
        c.Wait(TimeSpan.FromDays(5));
        Assert.Equal("publish", c.Open);
        Assert.Equal("not-waiting", c.Try(new Command.Correlate(objection, "late", Variables.None)));
    }

    [Fact]
    public void A_task_and_its_deadline_cannot_both_have_an_effect()
    {
        var drawing = Drawing.Of().Start().Task("t").Boundary("late", "t", Parts.Timer("P1D")).Task("a").Task("b").End().Paths("start t a end", "late b end");
        var first = Case.Started(drawing).Complete("t");
        Assert.Equal("a", first.Late(TimeSpan.FromDays(2)).Open);
        var second = Case.Started(drawing);
        var task = second.Key("t");
        Assert.Equal("task-not-open", second.Late(TimeSpan.FromDays(2)).Try(new Command.CompleteTask(task, Variables.None)));
        Assert.Equal("b", second.Open);
    }
}
