using System.Text.Json;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Completions that race: whatever their order, the case ends the same.</summary>
public sealed class OrderTests
{
    private static Drawing Review => Drawing.Of().Start().Parallel("fork", "join").Task("industry").Task("energy").Task("panel", inner: Parts.Each("=[\"a\",\"b\"]", output: "=score"))
        .Sub("city", inside => inside.Start("s").Task("check").End("e").Paths("s check e")).Task("decide").End()
        .Paths("start fork industry join decide end", "fork energy join", "fork panel join", "fork city join");

    [Fact]
    public void Every_order_of_five_completions_leads_to_the_same_state()
    {
        var ends = Permutations([0, 1, 2, 3, 4]).Select(order =>
        {
            var c = Case.Started(Review);
            var open = c.State.Tasks.Values.ToList();
            foreach (var index in order) c.Do(new Command.CompleteTask(open[index].Element, Case.Values(open[index].Node == "panel" ? ("score", index) : (open[index].Node, "done"))));
            Assert.Equal("decide", c.Open);
            return JsonSerializer.Serialize(c.State.Elements.Values.Select(element => (element.Node, element.Variables, element.Waiting.Any)).Select(e => new { e.Node, e.Variables, e.Any }));
        }).ToHashSet();
        Assert.Single(ends);
    }

    [Fact]
    public void Two_hosts_that_decide_on_the_same_state_do_not_both_have_an_effect()
    {
        // The host appends at the version it read: the second is decided again on what the first left.
        var c = Case.Started(Review);
        var task = new Command.CompleteTask(c.Key("industry"), Variables.None);
        Assert.Null(Step.Take(c.Release, c.State, task, c.Now, Case.Calendar).Refusal);
        c.Do(task);
        Assert.Equal("task-not-open", c.Try(task));
    }

    [Fact]
    public void A_crash_between_any_two_events_changes_nothing_because_a_command_is_one_commit()
    {
        // Every prefix that ends with a whole command leads to the same end as no crash at all.
        var whole = Played(int.MaxValue);
        for (var crash = 0; crash < 7; crash++) Assert.Equal(whole, Played(crash));
    }

    private static string Played(int crash)
    {
        var c = Case.Started(Review);
        var steps = new Action[] { () => c.Complete("energy"), () => c.Complete("check"), () => c.Complete("panel", ("score", 7)), () => c.Complete("industry"), () => c.Complete("panel", ("score", 8)), () => c.Complete("decide", ("granted", true)) };
        for (var i = 0; i < steps.Length; i++)
        {
            if (i == crash) Step.Take(c.Release, c.State, new Command.CompleteTask(c.State.Tasks.Keys.First(), Variables.None), c.Now, Case.Calendar); // decided, never stored
            steps[i]();
        }

        c.Ended();
        return JsonSerializer.Serialize(c.Events);
    }

    private static IEnumerable<int[]> Permutations(int[] of) =>
        of.Length == 1 ? [of] : of.SelectMany(first => Permutations([.. of.Where(other => other != first)]).Select(rest => (int[])[first, .. rest]));
}
