using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Elements being left, and scopes that come to rest.</summary>
internal sealed partial class Run
{
    /// <summary>An element's work is done.</summary>
    private void Done(int key, Variables results, bool mapped = true)
    {
        Emit(new ElementLeaving(key, results.Map(value => value.AsData())));
        moves.Enqueue(new Move.Leave(key, mapped));
    }

    private void Leave(Element element, bool mapped)
    {
        var node = NodeOf(element);
        var results = Outputs(element, node, mapped, out var fault);
        if (fault is null && element.Index is not null) LeaveItem(element, node, results, out fault);
        else if (fault is null) LeaveNode(element, node, results, out fault);
        if (fault is not null) Raise(element.Key, fault);
    }

    private void LeaveNode(Element element, Node node, Variables results, out Incident? fault)
    {
        var scope = element.Parent!.Value;
        var before = State;
        var length = events.Count;
        Assign(scope, results);
        var onward = Onward(scope, scope, node, out fault);
        if (fault is not null)
        {
            // Nothing half done: the results are kept with the element until the way on is known.
            events.RemoveRange(length, events.Count - length);
            State = before;
            return;
        }

        Emit(new ElementCompleted(element.Key));
        Follow(scope, onward);
    }

    /// <summary>What goes to the scope around: the output mappings, each seeing those before it, or without any the results as they are.</summary>
    private Variables Outputs(Element element, Node node, bool mapped, out Incident? fault)
    {
        fault = null;
        if (!mapped || node.Outputs.IsEmpty || element.Kind == ElementKind.Body) return element.Results;
        var (results, around) = (Variables.None, From(element.Key));
        foreach (var output in node.Outputs)
        {
            var known = results;
            var value = meaning.Value(output.Source, name => known.Find(name) ?? around(name), out fault);
            if (fault is not null) break;
            results = results.With(output.Target, value.AsData());
        }

        return results;
    }

    /// <summary>Rule 4: a scope in which nothing is active and nothing moves is complete, unless tokens are stranded at a join.</summary>
    private void Look(int key)
    {
        if (State.Elements.GetValueOrDefault(key) is not { Phase: Phase.Active } scope || State.ChildrenOf(key).Any()) return;
        if (!scope.Waiting.Any)
        {
            Complete(scope);
            return;
        }

        if (State.Incidents.Values.Any(incident => incident.Element == key && incident.Code == Deadlock)) return;
        var join = Model(scope).Flow(scope.Waiting.First().Key).Target;
        Raise(key, Incident.Of(Deadlock, $"汇合“{join}”处死锁：等待的分支不会再到达。", $"Deadlock at join {join}: the branches that it waits for can no longer arrive."), join);
    }

    private const string Deadlock = "deadlock";

    private void Complete(Element scope)
    {
        if (scope.Kind != ElementKind.Process)
        {
            Done(scope.Key, Variables.None);
            return;
        }

        Emit(new ElementCompleted(scope.Key));
        if (scope.Parent is not { } caller)
        {
            Emit(new InstanceCompleted(scope.Variables));
            return;
        }

        var node = NodeOf(State.Elements[caller]);
        Done(caller, node.Call!.ReturnAll || !node.Outputs.IsEmpty ? scope.Variables : Variables.None);
    }

    /// <summary>Rule 10: a terminate end ends its own scope and nothing else.</summary>
    private void Terminate(Element scope, Node node, string? flow)
    {
        Emit(new NodePassed(scope.Key, node.Id, flow));
        foreach (var child in State.ChildrenOf(scope.Key).ToImmutableArray()) End(child.Key);
        Complete(State.Elements[scope.Key]);
    }

    /// <summary>Ends an element with everything in it, the innermost first.</summary>
    private void End(int key)
    {
        var (found, order) = (new Stack<int>([key]), new List<int>());
        while (found.TryPop(out var next))
        {
            order.Add(next);
            foreach (var child in State.ChildrenOf(next)) found.Push(child.Key);
        }

        order.Reverse();
        foreach (var each in order) Emit(new ElementTerminated(each));
    }
}
