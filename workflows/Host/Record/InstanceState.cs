using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>A decision on its way into the owning service's record.</summary>
public sealed record Completion(Guid Command, Guid Person, string Kind, Guid? Thing, string Outcome, Variables Results);

/// <summary>Who has an open task; what the engine does not know of it.</summary>
/// <param name="Version">1 when the task was opened, one more with everything that happened to it: its ETag.</param>
/// <param name="Owner">Who delegated it and decides in the end; null when it is not delegated.</param>
/// <param name="Completion">Null unless a decision is being recorded.</param>
/// <param name="Urged">How often somebody urged it. Neither this nor a copy is a change for who decides on the task.</param>
public sealed record TaskWork(int Version, Guid? Assignee, Guid? Owner, Completion? Completion, int Urged = 0)
{
    /// <summary>Who was given it to read.</summary>
    public ImmutableSortedSet<Guid> Copied { get; init; } = [];

    public bool Equals(TaskWork? other) => other is not null && (Version, Assignee, Owner, Completion, Urged) == (other.Version, other.Assignee, other.Owner, other.Completion, other.Urged)
        && Copied.SetEquals(other.Copied);

    public override int GetHashCode() => HashCode.Combine(Version, Assignee, Owner, Completion, Urged, Copied.Count);
}

/// <summary>Everything the next command on an instance needs to know: the fold of its events.</summary>
/// <param name="Work">By the open task's element.</param>
public sealed record InstanceState(ProcessState Process, ImmutableSortedDictionary<int, TaskWork> Work)
{
    public static readonly StreamType<InstanceState> Stream =
        new("instance", new(ProcessState.Initial, ImmutableSortedDictionary<int, TaskWork>.Empty), Evolve);

    /// <summary>Tasks whose decision is being recorded: they must not end before it is known what became of it.</summary>
    [JsonIgnore]
    public IEnumerable<int> Recording => Work.Where(each => each.Value.Completion is not null).Select(each => each.Key);

    public static InstanceState Evolve(InstanceState state, DomainEvent happened) => happened switch
    {
        ProcessStepped e => Stepped(state, e.Steps.Aggregate(state.Process, Evolution.Evolve)),
        OperationOrdered or DecisionHeard => state,
        TaskClaimed e => Change(state, e.Element, work => work with { Assignee = e.Person }),
        TaskReleased e => Change(state, e.Element, work => work with { Assignee = null }),
        TaskReassigned e => Change(state, e.Element, work => work with { Assignee = e.Person, Owner = null }),
        TaskDelegated e => Change(state, e.Element, work => work with { Assignee = e.Person, Owner = work.Assignee }),
        TaskResolved e => Change(state, e.Element, work => work with { Assignee = work.Owner, Owner = null }),
        TaskUrged e => Note(state, e.Element, work => work with { Urged = work.Urged + 1 }),
        TaskCopied e => Note(state, e.Element, work => work with { Copied = work.Copied.Add(e.Person) }),
        CompletionRequested e => Change(state, e.Element, work => work with { Completion = new(e.Command, e.Person, e.Kind, e.Thing, e.Outcome, e.Results) }),
        CompletionRecorded e => Change(state, e.Element, work => work with { Completion = null }),
        CompletionRefused e => Change(state, e.Element, work => work with { Completion = null }),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in an instance stream.")
    };

    private static InstanceState Stepped(InstanceState state, ProcessState process)
    {
        var kept = state.Work.RemoveRange(state.Work.Keys.Where(element => !process.Tasks.ContainsKey(element)));
        var opened = process.Tasks.Values.Where(task => !kept.ContainsKey(task.Element)).Select(task => KeyValuePair.Create(task.Element, Opened(task)));
        return new(process, kept.AddRange(opened));
    }

    /// <summary>A model may name the account that a task is for.</summary>
    private static TaskWork Opened(OpenTask task) => new(1, Guid.TryParse(task.Assignee, out var person) ? person : null, Owner: null, Completion: null);

    private static InstanceState Change(InstanceState state, int element, Func<TaskWork, TaskWork> change) =>
        Note(state, element, work => change(work) with { Version = work.Version + 1 });

    private static InstanceState Note(InstanceState state, int element, Func<TaskWork, TaskWork> change) =>
        state with { Work = state.Work.SetItem(element, change(state.Work[element])) };
}
