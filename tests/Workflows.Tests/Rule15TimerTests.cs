using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Timers are moments computed once, in working days where the model says so; late ones fire in due order; suspending stops the clocks.</summary>
public sealed class Rule15TimerTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private static Drawing Within(string time) => Drawing.Of().Start().Task("t", Parts.Due(time)).Boundary("late", "t", Parts.Timer(time)).Task("after").End().Paths("start t end", "late after end");

    private static DateTimeOffset Midnight(int month, int day) => new(2026, month, day, 0, 0, 0, TimeSpan.FromHours(8));

    private static DateTimeOffset? Due(Case c) => c.State.Timers.Values.Single().Due.At;

    [Theory]
    [InlineData("=working days(5)", 3, 2, 3, 10)] // Tuesday to Monday; the weekend does not count, the first day neither
    [InlineData("=working days(1)", 2, 13, 2, 15)] // Saturday the 14th is made up for
    [InlineData("=working days(2)", 2, 14, 2, 26)] // after the Spring Festival of the 15th to the 23rd
    [InlineData("P5WD", 9, 30, 10, 14)] // after the 7th; Saturday the 10th works
    public void Working_days_end_at_midnight_in_Beijing(string time, int month, int day, int dueMonth, int dueDay)
    {
        var c = Case.On(Within(time));
        c.Now = Midnight(month, day).AddHours(9);
        Assert.Equal(Midnight(dueMonth, dueDay), Due(c.Begin()));
    }

    [Fact]
    public void A_deadline_beyond_the_announced_years_is_an_incident_and_never_a_guess()
    {
        var c = Case.On(Within("=working days(20)"));
        c.Now = Midnight(12, 21);
        Assert.Equal("calendar-ends@t", c.Begin().Incidents);
    }

    [Fact]
    public void The_moment_is_computed_once()
    {
        var c = Case.Started(Within("=limit"), ("limit", "P2D"));
        var due = Due(c);
        c.Do(new Command.SetVariables(1, Case.Values(("limit", "P9D"))));
        Assert.Equal(due, Due(c));
    }

    [Fact]
    public void After_a_stop_late_timers_fire_in_the_order_they_were_due()
    {
        var c = Case.Started(Drawing.Of().Start().Task("t").Boundary("b3", "t", Parts.Timer("P3D"), false).Boundary("b1", "t", Parts.Timer("P1D"), false).Boundary("b2", "t", Parts.Timer("P2D"), false).End()
            .Paths("start t end", "b1 end", "b2 end", "b3 end")).Late(10 * Day);
        Assert.Equal(["b1", "b2", "b3"], c.Last.OfType<ElementEntered>().Select(entered => entered.Node));
    }

    [Fact]
    public void What_an_earlier_late_timer_ended_does_not_fire()
    {
        var c = Case.Started(Drawing.Of().Start().Task("t").Boundary("remind", "t", Parts.Timer("P3D"), false).Boundary("stop", "t", Parts.Timer("P1D")).Task("after").End()
            .Paths("start t end", "remind end", "stop after end")).Late(10 * Day);
        Assert.DoesNotContain(c.Last, happened => happened is ElementEntered { Node: "remind" });
    }

    [Fact]
    public void A_missed_cycle_fires_once_and_skips_ahead()
    {
        var c = Case.Started(Drawing.Of().Start().Task("t").Boundary("b", "t", Parts.Cycle("R10/P1D"), false).Task("remind").End().Paths("start t end", "b remind end")).Late(Day * 3.5);
        Assert.Equal("remind t", c.Open);
        Assert.Equal(Case.Monday + (4 * Day), Due(c));
        Assert.Equal(7, c.State.Timers.Values.Single().Repeats);
    }

    [Fact]
    public void A_cycle_of_working_days_skips_holidays()
    {
        var c = Case.On(Drawing.Of().Start().Task("t").Boundary("b", "t", Parts.Cycle("=cycle(3, working days(2))"), false).Task("remind").End().Paths("start t end", "b remind end"));
        c.Now = Midnight(4, 1).AddHours(9);
        var due = new List<DateTimeOffset?> { Due(c.Begin()) };
        due.Add(Due(c.Late(3 * Day)));
        Assert.Equal([Midnight(4, 4), Midnight(4, 9)], due); // the 2nd and 3rd; then the 7th and 8th, after the Qingming festival
    }

    [Fact]
    public void Suspending_stops_the_clock_and_resuming_goes_on_with_what_was_left()
    {
        var c = Case.Started(Within("P10D"));
        c.Now += 4 * Day;
        c.Do(new Command.Suspend("waiting for the audit"));
        Assert.Equal(6 * Day, c.State.Timers.Values.Single().Due.Left);
        c.Late(30 * Day, refused: true);
        c.Do(new Command.Resume());
        Assert.Equal(c.Now + (6 * Day), Due(c));
        Assert.Equal(c.Now + (6 * Day), c.State.Tasks.Values.Single().Due!.At);
    }

    [Fact]
    public void Of_working_days_whole_days_remain()
    {
        var c = Case.Started(Within("=working days(10)"));
        c.Now += 3 * Day; // Thursday: Tuesday, Wednesday and Thursday are used
        c.Do(new Command.Suspend("waiting for the audit"));
        Assert.Equal(7, c.State.Timers.Values.Single().Due.DaysLeft);
        c.Now = Midnight(4, 3).AddHours(10); // the day before the Qingming festival
        c.Do(new Command.Resume());
        Assert.Equal(Midnight(4, 16), Due(c));
    }

    [Fact]
    public void A_fixed_date_does_not_move()
    {
        var c = Case.Started(Drawing.Of().Start().Catch("d", "<timerEventDefinition><timeDate>2026-03-20T12:00:00+08:00</timeDate></timerEventDefinition>").End().Paths("start d end"));
        c.Do(new Command.Suspend("x")).Do(new Command.Resume());
        Assert.Equal(new DateTimeOffset(2026, 3, 20, 12, 0, 0, TimeSpan.FromHours(8)), Due(c));
    }

    [Fact]
    public void While_suspended_nothing_is_decided_and_cancelling_is_possible()
    {
        var c = Case.Started(Within("P1D")).Do(new Command.Suspend("x"));
        Assert.Equal("instance-suspended", c.Try(new Command.CompleteTask(c.Key("t"), Variables.None)));
        Assert.Empty(c.Do(new Command.Suspend("again")).Last);
        c.Do(new Command.Cancel("withdrawn"));
        Assert.Equal(InstanceStatus.Cancelled, c.State.Status);
    }
}
