using System.Text.Json;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Tests;
using Command = PilotRegistry.Workflows.Engine.Command;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// A case with branches, several signers, a deadline and a message is played once without trouble; and once for each of its steps, where
/// the host dies in that step's transaction and a new one knows nothing but the stream. All end with the same record.
/// </summary>
[Collection(nameof(WorkflowsService))]
public sealed class CrashAtEveryEventTests(WorkflowsService service)
{
    private static readonly DateTimeOffset Began = TimeProvider.System.GetUtcNow().AddMinutes(1);

    /// <summary>The step before which two hours go by.</summary>
    private const int Late = 4;

    private static readonly string Word = $"m{Guid.NewGuid():N}";

    /// <summary>In this order; what each does is looked up in the state as it is then.</summary>
    private static readonly Func<ProcessState, Command>[] Steps =
    [
        state => Complete(state, "sign", 1), state => new Command.SetVariables(1, Variables.Of([("round", FeelValue.Of(1m))])), state => new Command.Suspend("法定时限中止"),
        _ => new Command.Resume(), _ => new Command.FireTimers(), state => Complete(state, "prepare", 0), state => Complete(state, "urge", 0),
        state => new Command.AddItem(state.Elements.Values.First(each => each.Kind == ElementKind.Body).Key, FeelValue.Of("finance"), "加签"), state => Complete(state, "sign", 0),
        state => Complete(state, "sign", 0), state => Complete(state, "sign", 0),
        state => new Command.Correlate(state.Subscriptions.Keys.Single(), "told", Variables.Of([("said", FeelValue.Of("yes"))])), state => Complete(state, "decide", 0),
    ];

    private readonly string process = $"p{Guid.NewGuid():N}";

    [Fact]
    public async Task Whenever_the_host_dies_the_record_ends_the_same()
    {
        await service.DrawnAsync(Draw, process);
        var whole = await PlayAsync(crash: null);
        Assert.Contains("\"completed.v1\"", whole[^1], StringComparison.Ordinal);
        for (var crash = 0; crash < Steps.Length; crash++) Assert.Equal(whole, await PlayAsync(crash));
        await service.AssertLawAsync();
    }

    [Fact]
    public async Task Any_prefix_of_the_stream_is_a_state_that_goes_on()
    {
        await service.DrawnAsync(Draw, process);
        var id = Guid.CreateVersion7();
        await PlayAsync(crash: null, id);
        var history = await new Store(service.Of<EventDatabase>(), WorkflowsService.Operator, TimeProvider.System).ReadAsync(InstanceState.Stream, id, default);
        var release = await service.Of<Releases>().LoadAsync((await service.StateAsync(id)).Process.Release, default);
        for (var length = 1; length < history.Count; length++)
        {
            var state = InstanceState.Stream.Fold(history.Take(length).Select(each => each.Event)).Process;
            var next = Step.Take(release, state, Steps[length - 1](state), history[length].At, service.Of<Calendars>().Current);
            Assert.Null(next.Refusal);
        }
    }

    private static Drawing Draw(Drawing drawing) => drawing.Message(Word).Start().Parallel("fork", "join")
        .Task("sign", inner: Parts.Each("=departments")).Task("prepare").Boundary("late", "prepare", Parts.Timer("PT1H"), interrupting: false).Task("urge")
        .Catch("told", Parts.Message(Word)).Task("decide").End().End("urged")
        .Paths("start fork sign join", "fork prepare join told decide end", "late urge urged");

    private static Command.CompleteTask Complete(ProcessState state, string node, int which) =>
        new(state.Tasks.Values.Where(task => task.Node == node).Skip(which).First().Element, Variables.Of([("by", FeelValue.Of(node))]));

    private async Task<IReadOnlyList<string>> PlayAsync(int? crash, Guid? known = null)
    {
        var (id, clock) = (known ?? Guid.CreateVersion7(), new SettableClock());
        clock.Advance(Began - clock.GetUtcNow());
        var host = NewHost(clock);
        var departments = FeelValue.Of(new[] { "industry", "energy", "planning" }.Select(name => FeelValue.Of(name)));
        var start = new Command.Start(id, process, Variables.Of([("departments", departments), ("key", FeelValue.Of(id.ToString()))]), $"{id}");
        Assert.Null((await host.StartAsync(start, null, WorkflowsService.Operator)).Refusal);
        for (var step = 0; step < Steps.Length; step++)
        {
            if (step == Late) clock.Advance(TimeSpan.FromHours(2));
            if (step == crash)
            {
                await DieAsync(host, id, Steps[step]);
                host = NewHost(clock);
                await ForgetAsync(id);
            }

            var state = (await host.ReadAsync(id))!.State.Process;
            Assert.Null((await host.TakeAsync(id, Steps[step](state), WorkflowsService.Operator)).Refusal);
        }

        return await RecordAsync(id);
    }

    /// <summary>A host as it is after a start: nothing known, nothing kept.</summary>
    private Instances NewHost(TimeProvider clock) => new(service.Of<EventDatabase>(), new Releases(service.Of<EventDatabase>()), new Calendars(), clock);

    /// <summary>Everything is written but the commit.</summary>
    private static async Task DieAsync(Instances host, Guid id, Func<ProcessState, Command> step)
    {
        var state = (await host.ReadAsync(id))!.State.Process;
        await Assert.ThrowsAsync<PostgresException>(() => host.TakeAsync(id, step(state), WorkflowsService.Operator, batch => batch.BatchCommands.Add(new("select 1 / 0"))));
    }

    /// <summary>What the next host knows of the instance is the fold of its stream.</summary>
    private async Task ForgetAsync(Guid id)
    {
        var database = service.Of<EventDatabase>();
        var history = await new Store(database, WorkflowsService.Operator, TimeProvider.System).ReadAsync(InstanceState.Stream, id, default);
        var folded = JsonSerializer.Serialize(InstanceState.Stream.Fold(history.Select(each => each.Event)), database.Catalogue.Json);
        await service.AsOwnerAsync("update instances set snapshot = $2::jsonb where id = $1", id, folded);
    }

    private async Task<IReadOnlyList<string>> RecordAsync(Guid id)
    {
        var database = service.Of<EventDatabase>();
        var history = await new Store(database, WorkflowsService.Operator, TimeProvider.System).ReadAsync(InstanceState.Stream, id, default);
        return [.. history.Select(each => $"{each.Version} {each.Alias} {database.Catalogue.Write(each.Event)}".Replace(id.ToString(), "the-case", StringComparison.Ordinal))];
    }
}
