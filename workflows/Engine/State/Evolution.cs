using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>How each event changes the state. It never refuses and reads nothing but the two.</summary>
public static class Evolution
{
    public static ProcessState Evolve(ProcessState state, ProcessEvent happened) => happened switch
    {
        InstanceStarted e => Started(state, e),
        InstanceCompleted e => state with { Status = InstanceStatus.Completed, Result = e.Result },
        InstanceCancelled => Emptied(state) with { Status = InstanceStatus.Cancelled },
        InstanceSuspended e => e.Clocks.Aggregate(state with { Status = InstanceStatus.Suspended }, Clock),
        InstanceResumed e => e.Clocks.Aggregate(state with { Status = InstanceStatus.Running }, Clock),
        InstanceMigrated e => Migration.Renamed(state, e),
        ElementEntered e => Entered(state, e.Key, new(e.Key, e.Parent, e.Process, e.Node, e.Kind, Phase.Entering, e.Index) { Flow = e.Flow }),
        ElementActivated e => Change(state, e.Key, element => element with { Phase = Phase.Active, Variables = element.Variables.With(e.Locals) }),
        ElementLeaving e => Change(Unfinished(state, e.Key), e.Key, element => element with { Phase = Phase.Leaving, Results = e.Results }),
        ElementCompleted e => Without(state, e.Key),
        ElementTerminated e => Without(state, e.Key),
        CalledInstanceStarted e => Entered(state, e.Key, new(e.Key, e.Parent, e.Process, e.Process, ElementKind.Process, Phase.Active, null) { Variables = e.Variables }),
        VariablesSet e => Change(state, e.Scope, element => element with { Variables = element.Variables.With(e.Values) }),
        TokenWaits e => Change(state, e.Scope, element => element with { Waiting = element.Waiting.Plus(e.Flow, 1) }),
        JoinFired e => Change(state, e.Scope, element => element with { Waiting = e.Flows.Skip(1).Aggregate(element.Waiting, (all, flow) => all.Plus(flow, -1)) }),
        TokensDropped e => Change(state, e.Scope, element => element with { Waiting = e.Flows.Aggregate(element.Waiting, (all, flow) => all.Plus(flow, -1)) }),
        RoundTaken e => Change(state, e.Scope, element => element with { Rounds = element.Rounds.Plus(e.Flow, 1) }),
        _ => Waits(state, happened)
    };

    private static ProcessState Waits(ProcessState state, ProcessEvent happened) => happened switch
    {
        TaskOpened e => state with { Tasks = state.Tasks.SetItem(e.Task.Element, e.Task) },
        JobOpened e => state with { Jobs = state.Jobs.SetItem(e.Job.Element, e.Job) },
        JobFailed e => state with { Jobs = state.Jobs.SetItem(e.Element, state.Jobs[e.Element] with { Retries = e.Retries, RetryAt = e.RetryAt }) },
        TimerSet e => Used(state, e.Timer.Key) with { Timers = state.Timers.SetItem(e.Timer.Key, e.Timer) },
        TimerFired { Next: null } e => state with { Timers = state.Timers.Remove(e.Key) },
        TimerFired e => state with { Timers = state.Timers.SetItem(e.Key, state.Timers[e.Key] with { Due = e.Next!, Repeats = e.Repeats }) },
        SubscriptionOpened e => Used(state, e.Subscription.Key) with { Subscriptions = state.Subscriptions.SetItem(e.Subscription.Key, e.Subscription) },
        MessageThrown e => Used(state, e.Key),
        ItemsPlanned e => Change(state, e.Body, body => body with { Items = new(e.Values, [.. e.Values.Select(_ => FeelValue.Null)], 0, 0, 0) }),
        ItemAdded e => ChangeItems(state, e.Body, items => items with { Values = items.Values.Add(e.Value), Outputs = items.Outputs.Add(FeelValue.Null) }),
        ItemCompleted e => ChangeItems(state, e.Body, items => items with { Completed = items.Completed + 1, Outputs = items.Outputs.SetItem(e.Index, e.Output) }),
        ItemTerminated e => ChangeItems(state, e.Body, items => items with { Terminated = items.Terminated + 1 }),
        IncidentRaised e => Used(state, e.Incident.Key) with { Incidents = state.Incidents.SetItem(e.Incident.Key, e.Incident) },
        IncidentResolved e => state with { Incidents = state.Incidents.Remove(e.Key) },
        NodePassed or MessageReceived or ErrorThrown or TokenMoved => state,
        _ => throw new InvalidOperationException($"{happened.GetType().Name} does not belong in a process instance.")
    };

    private static ProcessState Started(ProcessState state, InstanceStarted e) => state with
    {
        Status = InstanceStatus.Running,
        Instance = e.Instance,
        Release = e.Release,
        Process = e.Process,
        BusinessKey = e.BusinessKey,
        NextKey = 2,
        Elements = state.Elements.SetItem(1, new(1, null, e.Process, e.Process, ElementKind.Process, Phase.Active, null) { Variables = e.Variables }),
    };

    private static ProcessState Entered(ProcessState state, int key, Element element)
    {
        var elements = state.Elements.SetItem(key, element);
        if (element.Index is not null && elements.GetValueOrDefault(element.Parent!.Value) is { Items: { } items } body)
        {
            elements = elements.SetItem(body.Key, body with { Items = items with { Started = items.Started + 1 } });
        }

        return Used(state, key) with { Elements = elements };
    }

    private static ProcessState Used(ProcessState state, int key) => state with { NextKey = Math.Max(state.NextKey, key + 1) };

    private static ProcessState Change(ProcessState state, int key, Func<Element, Element> change) =>
        state with { Elements = state.Elements.SetItem(key, change(state.Elements[key])) };

    private static ProcessState ChangeItems(ProcessState state, int body, Func<Items, Items> change) =>
        Change(state, body, element => element with { Items = change(element.Items!) });

    /// <summary>What an element was waiting for is over.</summary>
    private static ProcessState Unfinished(ProcessState state, int key) => state with { Tasks = state.Tasks.Remove(key), Jobs = state.Jobs.Remove(key) };

    private static ProcessState Without(ProcessState state, int key) => state with
    {
        Elements = state.Elements.Remove(key),
        Tasks = state.Tasks.Remove(key),
        Jobs = state.Jobs.Remove(key),
        Timers = Others(state.Timers, key, timer => timer.Element),
        Subscriptions = Others(state.Subscriptions, key, subscription => subscription.Element),
        Incidents = Others(state.Incidents, key, incident => incident.Element),
    };

    private static ImmutableSortedDictionary<int, T> Others<T>(ImmutableSortedDictionary<int, T> all, int element, Func<T, int> owner) =>
        all.Values.Any(each => owner(each) == element) ? all.RemoveRange(all.Where(each => owner(each.Value) == element).Select(each => each.Key)) : all;

    private static ProcessState Emptied(ProcessState state) => state.Elements.Keys.Aggregate(state, Without);

    private static ProcessState Clock(ProcessState state, ClockSet set) => set.Of switch
    {
        ClockOwner.Timer => state with { Timers = state.Timers.SetItem(set.Key, state.Timers[set.Key] with { Due = set.Deadline }) },
        ClockOwner.TaskDue => state with { Tasks = state.Tasks.SetItem(set.Key, state.Tasks[set.Key] with { Due = set.Deadline }) },
        _ => state with { Tasks = state.Tasks.SetItem(set.Key, state.Tasks[set.Key] with { FollowUp = set.Deadline }) }
    };
}
