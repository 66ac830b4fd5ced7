using System.Collections.Immutable;
using System.Text.Json;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>A running instance goes over to another release only when everything that is open finds a counterpart of its kind.</summary>
public sealed class MigrationTests
{
    private static Drawing Old => Drawing.Of().Start().Parallel("fork", "join").Task("a").Task("b").Boundary("late", "b", Parts.Timer("P5D")).End().Flow("fa", "a", "join").Flow("fb", "b", "join").Paths("start fork a", "fork b", "join end", "late end");

    /// <summary>The task a has another name, and a step follows the join.</summary>
    private static Drawing New(string boundary = "late") => Drawing.Of().Start().Parallel("fork", "join").Task("industry").Task("b").Boundary(boundary, "b", Parts.Timer("P9D")).Task("publish").End()
        .Flow("fa", "industry", "join").Flow("fb", "b", "join").Paths("start fork industry", "fork b", "join publish end", $"{boundary} end");

    private static readonly ImmutableArray<NodeMove> Renaming = [new("p", "a", "industry")];

    private static Release Of(Drawing drawing) => Release.Of(Case.Models(drawing.ToString()));

    [Fact]
    public void What_is_open_goes_on_under_its_new_name_with_its_clock()
    {
        var c = Case.Started(Old);
        var due = c.State.Timers.Values.Single().Due;
        var moved = Migration.Take(c.Release, Of(New()), c.State, Renaming, "a step more");
        Assert.Equal(["industry", "b"], moved.State.Tasks.Values.Select(task => task.Node));
        Assert.Equal(due, moved.State.Timers.Values.Single().Due);
        Assert.Equal(Of(New()).Id, moved.State.Release);
        Assert.Equal(JsonSerializer.Serialize(moved.State), JsonSerializer.Serialize(ProcessState.Fold(c.Events.Concat(moved.Events))));
    }

    [Fact]
    public void It_ends_as_the_new_drawing_says()
    {
        var c = Case.Started(Old).Complete("a");
        var release = Of(New());
        var state = Migration.Take(c.Release, release, c.State, Renaming, "a step more").State;
        state = Step.Take(release, state, new Command.CompleteTask(state.Tasks.Keys.Single(), Variables.None), c.Now, Case.Calendar).State;
        Assert.Equal("publish", state.Tasks.Values.Single().Node);
    }

    [Fact]
    public void What_finds_no_counterpart_is_refused_and_nothing_happens()
    {
        var c = Case.Started(Old);
        foreach (var (drawing, moves) in new[] { (New(), ImmutableArray<NodeMove>.Empty), (New("other"), Renaming), (New(), [new("p", "a", "publish"), new("p", "late", "join")]) })
        {
            var refused = Migration.Take(c.Release, Of(drawing), c.State, moves, "x");
            Assert.Equal("migration-not-clean", refused.Refusal!.Code);
            Assert.Same(c.State, refused.State);
        }
    }

    [Fact]
    public void What_has_ended_is_not_migrated()
    {
        var c = Case.Started(Old).Complete("a b");
        c.Ended();
        Assert.Equal("instance-ended", Migration.Take(c.Release, Of(New()), c.State, Renaming, "x").Refusal!.Code);
    }
}
