using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>What an operator does about an incident.</summary>
internal sealed partial class Run
{
    private void Retry(Incident incident, Command.RetryIncident retry)
    {
        var element = State.Elements[incident.Element];
        Assign(element.Parent ?? element.Key, retry.Variables.Map(value => value.AsData()));
        Emit(new IncidentResolved(incident.Key, "retry"));
        if (element.Phase == Phase.Entering) moves.Enqueue(new Move.Begin(element.Key));
        else if (element.Phase == Phase.Leaving) moves.Enqueue(new Move.Leave(element.Key));
        else GoOnAgain(element, incident, Math.Max(1, retry.Retries));
    }

    private void GoOnAgain(Element element, Incident incident, int retries)
    {
        if (incident.Code == Deadlock) quiet.Add(element.Key);
        if (State.Jobs.GetValueOrDefault(element.Key) is { } job) Emit(new JobOpened(job with { Retries = retries, RetryAt = null }));
        foreach (var timer in State.Timers.Values.Where(timer => timer.Element == element.Key && timer.Due.At is null).ToImmutableArray())
        {
            var due = Clocks.Restart(timer.Due, now, calendar);
            if (due.At is null) Raise(element.Key, CalendarEnds, timer.Node);
            else Emit(new TimerSet(timer with { Due = due }));
        }

        if (State.Tasks.GetValueOrDefault(element.Key) is not { } task || (task.Due?.At is not null && task.FollowUp?.At is not null)) return;
        Deadline? Going(Deadline? clock) => clock is null ? null : Clocks.Restart(clock, now, calendar);
        var going = task with { Due = Going(task.Due), FollowUp = Going(task.FollowUp) };
        if (going != task) Emit(new TaskOpened(going));
        if (going.Due is { At: null } || going.FollowUp is { At: null }) Raise(element.Key, CalendarEnds);
    }

    private StepRefusal? Skip(Incident incident, Command.SkipIncident skip)
    {
        var element = State.Elements[incident.Element];
        if (incident.Code == Deadlock)
        {
            Emit(new IncidentResolved(incident.Key, "skip"));
            Emit(new TokensDropped(element.Key, [.. element.Waiting.SelectMany(flow => Enumerable.Repeat(flow.Key, flow.Value))]));
            quiet.Add(element.Key);
            return null;
        }

        if (element.Kind == ElementKind.Process || NodeOf(element) is { Kind: NodeKind.ExclusiveGateway or NodeKind.ParallelGateway or NodeKind.StartEvent or NodeKind.EventGateway }) return Refusals.CannotSkip;
        Emit(new IncidentResolved(incident.Key, "skip"));
        foreach (var child in State.ChildrenOf(element.Key).ToImmutableArray()) End(child.Key);
        Done(element.Key, element.Results.With(skip.Results), mapped: false);
        return null;
    }

    private StepRefusal? MoveToken(Command.MoveToken move)
    {
        if (State.Elements.GetValueOrDefault(move.Element) is not { Index: null } element) return Refusals.CannotMove;
        return move.Flow is null ? MoveElement(element, move) : MoveStranded(element, move.Flow, move);
    }

    private StepRefusal? MoveElement(Element element, Command.MoveToken move)
    {
        if (element.Kind == ElementKind.Process || !Reachable(Model(element).Find(move.To), NodeOf(element).Within)) return Refusals.CannotMove;
        var scope = element.Parent!.Value;
        End(element.Key);
        Emit(new TokenMoved(scope, element.Node, move.To, move.Reason));
        moves.Enqueue(new Move.Enter(scope, move.To, null));
        return null;
    }

    private StepRefusal? MoveStranded(Element scope, string flow, Command.MoveToken move)
    {
        var within = scope.Kind == ElementKind.Process ? null : scope.Node;
        if (scope.Waiting[flow] == 0 || !Reachable(Model(scope).Find(move.To), within)) return Refusals.CannotMove;
        foreach (var incident in State.Incidents.Values.Where(incident => incident.Element == scope.Key && incident.Code == Deadlock).ToImmutableArray())
        {
            Emit(new IncidentResolved(incident.Key, "move"));
        }

        Emit(new TokensDropped(scope.Key, [flow]));
        Emit(new TokenMoved(scope.Key, Model(scope).Flow(flow).Target, move.To, move.Reason));
        moves.Enqueue(new Move.Enter(scope.Key, move.To, null));
        return null;
    }

    private static bool Reachable(Node? to, string? within) => to is not null && to.Within == within && to.Kind is not (NodeKind.StartEvent or NodeKind.BoundaryEvent);
}
