using System.Collections.Immutable;
using System.Text.Json;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>
/// A process instance on a clock that stands still. It behaves as a host that dies after every command: before each, the state is
/// read again from the stored events, and after each the fold of the stored events must be the state.
/// </summary>
internal sealed class Case
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public static readonly WorkingCalendar Calendar = WorkingCalendar.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "calendars/cn-2025-2026.csv")));

    private readonly List<string> stored = [];

    private Case(Release release) => Release = release;

    public Release Release { get; }

    public DateTimeOffset Now { get; set; } = Monday;

    public ProcessState State { get; private set; } = ProcessState.Initial;

    public ImmutableArray<ProcessEvent> Last { get; private set; } = [];

    public IEnumerable<ProcessEvent> Events => stored.Select(Read);

    /// <summary>What is open, by node, in order.</summary>
    public string Open => string.Join(" ", State.Tasks.Values.Select(task => task.Node).Concat(State.Jobs.Values.Where(job => job.Retries > 0).Select(job => job.Node)).Order(StringComparer.Ordinal));

    public string Incidents => string.Join(" ", State.Incidents.Values.Select(incident => $"{incident.Code}@{incident.Node}"));

    public static Case On(params IEnumerable<Drawing> drawings) => new(Release.Of(drawings.SelectMany(drawing => Models(drawing.ToString()))));

    public static Case On(Release release) => new(release);

    public static IReadOnlyList<ProcessModel> Models(string xml)
    {
        var outcome = BpmnReader.Read(xml);
        Assert.True(outcome.Succeeded, string.Join("\n", outcome.Problems));
        return outcome.File.Processes;
    }

    public static Case Started(Drawing drawing, params (string, object?)[] variables) => On(drawing).Begin(variables: variables);

    public Case Begin(string process = "p", string? node = null, params (string, object?)[] variables) => Do(new Command.Start(Guid.Empty, process, Values(variables), "park/2026", node));

    public Case Do(Command command)
    {
        Assert.Null(Try(command));
        return this;
    }

    public string? Try(Command command)
    {
        var outcome = Step.Take(Release, ProcessState.Fold(Events), command, Now, Calendar);
        if (outcome.Refusal is { } refusal) return refusal.Code;
        Last = outcome.Events;
        stored.AddRange(outcome.Events.Select(Written));
        State = outcome.State;
        Assert.Equal(JsonSerializer.Serialize(State), JsonSerializer.Serialize(ProcessState.Fold(Events)));
        Assert.Equal(JsonSerializer.Serialize(State), JsonSerializer.Serialize(JsonSerializer.Deserialize<ProcessState>(JsonSerializer.Serialize(State))));
        return null;
    }

    /// <summary>Completes the open task or job of each node in turn.</summary>
    public Case Complete(string nodes, params (string, object?)[] results)
    {
        foreach (var node in nodes.Split(' ')) Do(Completing(Key(node), Values(results)));
        return this;
    }

    public Command Completing(int element, Variables results) =>
        State.Tasks.ContainsKey(element) ? new Command.CompleteTask(element, results) : new Command.CompleteJob(element, results);

    /// <summary>The first open element of a node.</summary>
    public int Key(string node) => Keys(node).FirstOrDefault() is var key and not 0 ? key : throw new InvalidOperationException($"{node} is not open; open: {Open}; incidents: {Incidents}");

    public IEnumerable<int> Keys(string node) => State.Elements.Values.Where(element => element.Node == node && element.Kind != ElementKind.Body).Select(element => element.Key);

    public Case Error(string node, string code, params (string, object?)[] results) => Do(new Command.ThrowError(Key(node), code, null, Values(results)));

    /// <summary>Lets time pass and every timer fire at its own moment.</summary>
    public Case Wait(TimeSpan time)
    {
        var until = Now + time;
        while (State.Timers.Values.Where(timer => timer.Due.At <= until).Min(timer => timer.Due.At) is { } due)
        {
            Now = due > Now ? due : Now;
            Do(new Command.FireTimers());
        }

        Now = until;
        return this;
    }

    /// <summary>Comes back after a stop: everything that is due fires at once.</summary>
    public Case Late(TimeSpan time, bool refused = false)
    {
        Now += time;
        Assert.Equal(refused, Try(new Command.FireTimers()) is not null);
        return this;
    }

    public Case Message(string name, params (string, object?)[] variables) =>
        Do(new Command.Correlate(State.Subscriptions.Values.First(subscription => subscription.Message == name).Key, $"message-{stored.Count}", Values(variables)));

    public FeelValue Value(string name) => (State.Status == InstanceStatus.Completed ? State.Result : State.Elements[1].Variables).Find(name) ?? FeelValue.Null;

    public string Json(string name) => JsonSerializer.Serialize(Value(name));

    public void Ended() => Assert.True(State.Status == InstanceStatus.Completed, $"still open: {Open}; incidents: {Incidents}; elements: {string.Join(" ", State.Elements.Values.Select(e => e.Node))}");

    public static Variables Values(params (string Name, object? Value)[] variables) => Variables.Of(variables.Select(each => (each.Name, Feel(each.Value))));

    public static FeelValue Feel(object? value) => JsonSerializer.Deserialize<FeelValue>(JsonSerializer.Serialize(value))!;

    private static string Written(ProcessEvent happened) => JsonSerializer.Serialize(happened);

    private static ProcessEvent Read(string json) => JsonSerializer.Deserialize<ProcessEvent>(json)!;
}
