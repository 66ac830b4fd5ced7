using System.Collections.Immutable;
using System.Text.Json;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>The step is a pure function with a queue and no recursion; ten thousand rounds keep the state small.</summary>
public sealed class Rule16PureStepTests
{
    private static Drawing Loop(string task) => Drawing.Of().Start().Exclusive("again").Raw(task).Exclusive("g", "out").End().Paths("start again t g").Flow("out", "g", "end").Flow("back", "g", "again", "=i < 10000");

    [Fact]
    public void The_same_step_twice_gives_the_same_events()
    {
        var c = Case.Started(Drawing.Of().Start().Parallel("f").Task("a").Task("b", Parts.Due("P3D")).End().Paths("start f a end", "f b end"));
        var command = new Command.CompleteTask(c.Key("a"), Case.Values(("x", 1)));
        Assert.Equal(Written(Step.Take(c.Release, c.State, command, c.Now, Case.Calendar)), Written(Step.Take(c.Release, c.State, command, c.Now, Case.Calendar)));
    }

    [Fact]
    public void A_refused_command_changes_nothing()
    {
        var c = Case.Started(Drawing.Of().Start().Task("a").End().Paths("start a end"));
        var outcome = Step.Take(c.Release, c.State, new Command.CompleteTask(99, Variables.None), c.Now, Case.Calendar);
        Assert.Equal("task-not-open", outcome.Refusal!.Code);
        Assert.Empty(outcome.Events);
        Assert.Same(c.State, outcome.State);
    }

    [Fact]
    public void Ten_thousand_rounds_by_jobs_keep_the_state_bounded()
    {
        var release = Release.Of(Case.Models(Loop("<serviceTask id=\"t\"><extensionElements><z:taskDefinition type=\"x\"/></extensionElements></serviceTask>").ToString()));
        var state = Step.Take(release, ProcessState.Initial, new Command.Start(Guid.Empty, "p", Variables.None), Case.Monday, Case.Calendar).State;
        var sizes = new List<int>();
        for (var i = 1; i <= 10000; i++)
        {
            state = Step.Take(release, state, new Command.CompleteJob(state.Jobs.Keys.Single(), Case.Values(("i", i))), Case.Monday, Case.Calendar).State;
            if (i is 10 or 9990) sizes.Add(JsonSerializer.Serialize(state).Length);
        }

        Assert.Equal(InstanceStatus.Completed, state.Status);
        Assert.True(sizes[1] - sizes[0] < 40, $"{sizes[0]} characters after 10 rounds, {sizes[1]} after 9990");
    }

    [Fact]
    public void Ten_thousand_rounds_within_one_command_need_no_stack()
    {
        var c = Case.On(Loop("<intermediateThrowEvent id=\"t\"/>"));
        var outcome = Step.Take(c.Release, ProcessState.Initial, new Command.Start(Guid.Empty, "p", Case.Values(("i", 0))), Case.Monday, Case.Calendar);
        Assert.Equal("endless-loop", outcome.State.Incidents.Values.Single().Code);
        Assert.Equal(2, outcome.State.Elements.Count);
        Assert.True(outcome.Events.OfType<NodePassed>().Count(passed => passed.Node == "t") > 10000);
    }

    [Fact]
    public void Nothing_deeply_nested_needs_the_stack_either()
    {
        var drawing = Drawing.Of().Start().Paths("start s0");
        void Nest(int depth)
        {
            if (depth < 60) drawing.Sub($"s{depth}", inside => { inside.Start($"in{depth}").End($"out{depth}").Paths($"in{depth} s{depth + 1} out{depth}"); Nest(depth + 1); });
            else drawing.Task($"s{depth}");
        }

        Nest(0);
        var c = Case.Started(drawing.End().Paths("s0 end"));
        Assert.Equal("s60", c.Open);
        c.Complete("s60").Ended();
    }

    private static string Written(StepOutcome outcome) => JsonSerializer.Serialize<ImmutableArray<ProcessEvent>>(outcome.Events);
}
