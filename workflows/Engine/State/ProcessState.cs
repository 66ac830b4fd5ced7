using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

public enum InstanceStatus
{
    NotStarted,
    Running,
    Suspended,
    Completed,
    Cancelled,
}

/// <summary>Everything the next step of a process instance needs to know. It is the fold of the instance's events.</summary>
public sealed record ProcessState
{
    public static readonly ProcessState Initial = new();

    public InstanceStatus Status { get; init; }

    public Guid Instance { get; init; }

    /// <summary>The release it runs on, for ever unless a migration says otherwise.</summary>
    public string Release { get; init; } = "";

    public string Process { get; init; } = "";

    /// <summary>What the case is known by, e.g. a park and a year.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>The next key of anything in this instance.</summary>
    public int NextKey { get; init; } = 1;

    /// <summary>What the process held when it completed.</summary>
    public Variables Result { get; init; } = Variables.None;

    public ImmutableSortedDictionary<int, Element> Elements { get; init; } = ImmutableSortedDictionary<int, Element>.Empty;

    /// <summary>By element.</summary>
    public ImmutableSortedDictionary<int, OpenTask> Tasks { get; init; } = ImmutableSortedDictionary<int, OpenTask>.Empty;

    /// <summary>By element.</summary>
    public ImmutableSortedDictionary<int, OpenJob> Jobs { get; init; } = ImmutableSortedDictionary<int, OpenJob>.Empty;

    public ImmutableSortedDictionary<int, OpenTimer> Timers { get; init; } = ImmutableSortedDictionary<int, OpenTimer>.Empty;

    public ImmutableSortedDictionary<int, Subscription> Subscriptions { get; init; } = ImmutableSortedDictionary<int, Subscription>.Empty;

    public ImmutableSortedDictionary<int, Incident> Incidents { get; init; } = ImmutableSortedDictionary<int, Incident>.Empty;

    public IEnumerable<Element> ChildrenOf(int scope) => Elements.Values.Where(element => element.Parent == scope);

    /// <summary>Every event so far, folded.</summary>
    public static ProcessState Fold(IEnumerable<ProcessEvent> events) => events.Aggregate(Initial, Evolution.Evolve);
}
