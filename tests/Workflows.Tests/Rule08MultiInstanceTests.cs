using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Multi-instance activities: one item each, outputs in the order of the inputs, an early end by condition.</summary>
public sealed class Rule08MultiInstanceTests
{
    private static Case Experts(bool sequential = false, string? until = null, params object[] people) => Case.Started(
        Drawing.Of().Start().Task("score", inner: Parts.Each("=people", sequential, "=item + \":\" + string(points)", until)).Task("after").End().Paths("start score after end"), ("people", people));

    [Fact]
    public void The_collection_is_evaluated_once()
    {
        var c = Experts(people: ["a", "b"]);
        c.Do(new Command.SetVariables(1, Case.Values(("people", new[] { "a", "b", "c" }))));
        c.Complete("score score", ("points", 1));
        Assert.Equal("after", c.Open);
    }

    [Fact]
    public void An_empty_collection_completes_with_an_empty_list()
    {
        var c = Experts();
        Assert.Equal("after", c.Open);
        Assert.Equal("[]", c.Json("results"));
    }

    [Fact]
    public void Outputs_stand_at_their_inputs_place_whatever_the_order_of_completion()
    {
        var c = Experts(people: ["a", "b", "c"]);
        var keys = c.Keys("score").ToList();
        foreach (var (key, points) in new[] { (keys[2], 3), (keys[0], 1), (keys[1], 2) }) c.Do(new Command.CompleteTask(key, Case.Values(("points", points))));
        Assert.Equal("[\"a:1\",\"b:2\",\"c:3\"]", c.Json("results"));
    }

    [Fact]
    public void One_after_the_other_there_is_one_open_task_at_a_time()
    {
        var c = Experts(sequential: true, people: ["a", "b"]);
        Assert.Equal("score", c.Open);
        Assert.Equal("1", c.State.Elements[c.Key("score")].Variables.Find("loopCounter") is FeelValue.Number n ? n.Value.ToString("0", null) : "");
        c.Complete("score", ("points", 1));
        Assert.Equal(FeelValue.Of(2), c.State.Elements[c.Key("score")].Variables.Find("loopCounter"));
        Assert.Equal(FeelValue.Of("b"), c.State.Elements[c.Key("score")].Variables.Find("item"));
        c.Complete("score", ("points", 2));
        Assert.Equal("[\"a:1\",\"b:2\"]", c.Json("results"));
    }

    [Fact]
    public void The_condition_ends_the_rest_and_they_leave_null()
    {
        var c = Experts(until: "=numberOfCompletedInstances >= 2", people: ["a", "b", "c"]);
        c.Complete("score score", ("points", 9));
        Assert.Equal("after", c.Open);
        Assert.Equal("[\"a:9\",\"b:9\",null]", c.Json("results"));
    }

    [Fact]
    public void The_condition_counts_all_active_completed_and_terminated()
    {
        var c = Experts(until: "=numberOfInstances = 4 and numberOfActiveInstances = 1 and numberOfCompletedInstances = 2 and numberOfTerminatedInstances = 1", people: ["a", "b", "c", "d"]);
        c.Complete("score", ("points", 1)).Do(new Command.RemoveItem(c.Keys("score").Last(), "ill"));
        Assert.Equal("score score", c.Open);
        Assert.Equal("after", c.Complete("score", ("points", 1)).Open);
    }

    [Fact]
    public void A_vote_can_be_decided_by_the_outputs_so_far()
    {
        var c = Case.Started(Drawing.Of().Start().Task("vote", inner: Parts.Each("=[1,2,3,4,5]", output: "=yes", until: "=count(results[item = true]) >= 3")).Task("after").End().Paths("start vote after end"));
        c.Complete("vote", ("yes", false)).Complete("vote vote vote", ("yes", true));
        Assert.Equal("after", c.Open);
    }

    [Fact]
    public void A_signer_can_be_added_and_removed_while_it_runs()
    {
        var c = Experts(people: ["a", "b"]);
        var body = c.State.Elements.Values.Single(element => element.Kind == ElementKind.Body).Key;
        c.Do(new Command.AddItem(body, FeelValue.Of("c"), "a second opinion on water"));
        Assert.Equal("score score score", c.Open);
        c.Do(new Command.RemoveItem(c.Keys("score").First(), "conflict of interest")).Complete("score score", ("points", 5));
        Assert.Equal("[null,\"b:5\",\"c:5\"]", c.Json("results"));
    }

    [Fact]
    public void Removing_the_last_open_signer_ends_it() =>
        Assert.Equal("after", Experts(people: ["a"]) is var c ? c.Do(new Command.RemoveItem(c.Key("score"), "left")).Open : null);

    [Fact]
    public void What_is_no_list_is_an_incident_that_can_be_put_right()
    {
        var c = Case.Started(Drawing.Of().Start().Task("t", inner: Parts.Each("=people")).End().Paths("start t end"), ("people", "nobody"));
        Assert.Equal("not-a-list@t", c.Incidents);
        c.Do(new Command.RetryIncident(c.State.Incidents.Keys.Single(), Case.Values(("people", new[] { 1 }))));
        Assert.Equal("t", c.Open);
    }

    [Fact]
    public void A_subprocess_of_many_items_keeps_each_items_variables_apart()
    {
        var c = Case.Started(Drawing.Of().Start().Sub("sub", inside => inside.Start("s").Task("t").End("e").Paths("s t e"), Parts.Each("=[\"x\",\"y\"]", output: "=opinion")).End().Paths("start sub end"));
        c.Do(new Command.CompleteTask(c.Keys("t").Last(), Case.Values(("opinion", "no")))).Complete("t", ("opinion", "yes")).Ended();
        Assert.Equal("[\"yes\",\"no\"]", c.Json("results"));
        Assert.Equal("null", c.Json("opinion"));
    }
}
