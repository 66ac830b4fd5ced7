using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Tokens arriving at nodes.</summary>
internal sealed partial class Run
{
    private void Enter(Element scope, string id, string? flow)
    {
        var node = Model(scope)[id];
        switch (node)
        {
            case { Kind: NodeKind.ParallelGateway, Incoming.Length: > 1 } when flow is not null: Join(scope, node, flow); break;
            case { Kind: NodeKind.ExclusiveGateway }: Decide(scope, node, flow); break;
            case { Kind: NodeKind.EndEvent, Trigger: Trigger.Terminate }: Terminate(scope, node, flow); break;
            case var passed when !Waiting(passed): Pass(scope, node, flow); break;
            default: moves.Enqueue(new Move.Begin(Arrive(scope, id, flow, node.Loop is null ? ElementKind.Node : ElementKind.Body))); break;
        }
    }

    private void Pass(Element scope, Node node, string? flow)
    {
        Incident? fault = null;
        var onward = node.Kind == NodeKind.ParallelGateway ? node.Outgoing : Onward(scope.Key, scope.Key, node, out fault);
        if (fault is not null)
        {
            Raise(Arrive(scope, node.Id, flow, ElementKind.Node), fault);
            return;
        }

        Emit(new NodePassed(scope.Key, node.Id, flow));
        Follow(scope.Key, onward);
    }

    /// <summary>Rule 1: it fires when every incoming flow holds a token, takes one of each, and keeps what is over.</summary>
    private void Join(Element scope, Node node, string flow)
    {
        var others = node.Incoming.Select(each => each.Id).Where(id => id != flow).ToImmutableArray();
        if (others.All(id => scope.Waiting[id] > 0))
        {
            Emit(new JoinFired(scope.Key, node.Id, [flow, .. others]));
            Follow(scope.Key, node.Outgoing);
            return;
        }

        Emit(new TokenWaits(scope.Key, flow));
        quiet.Add(scope.Key);
    }

    /// <summary>Rule 3: in document order the first that holds, else the default, else an incident with the token before the gateway.</summary>
    private void Decide(Element scope, Node node, string? flow)
    {
        var taken = First(scope, node, out var fault);
        if (taken is null)
        {
            Raise(Arrive(scope, node.Id, flow, ElementKind.Node), fault ?? NoFlow);
            return;
        }

        Emit(new NodePassed(scope.Key, node.Id, flow));
        Follow(scope.Key, [taken]);
    }

    private Flow? First(Element scope, Node node, out Incident? fault)
    {
        fault = null;
        foreach (var flow in node.Outgoing.Where(flow => flow.Id != node.Default && Left(scope.Key, flow)))
        {
            if (flow.Condition is null || meaning.Holds(flow.Id, flow.Condition, From(scope.Key), out fault)) return flow;
            if (fault is not null) return null;
        }

        return node.DefaultFlow;
    }

    /// <summary>Rule 2: every flow that holds, and the default when no condition does.</summary>
    /// <param name="viewer">Whose variables the conditions see.</param>
    private ImmutableArray<Flow> Onward(int scope, int viewer, Node node, out Incident? fault)
    {
        fault = null;
        var (taken, decided) = (ImmutableArray.CreateBuilder<Flow>(), false);
        foreach (var flow in node.Outgoing.Where(flow => flow.Id != node.Default))
        {
            if (flow.Condition is null)
            {
                taken.Add(flow);
                continue;
            }

            if (!Left(scope, flow) || !meaning.Holds(flow.Id, flow.Condition, From(viewer), out fault))
            {
                if (fault is not null) return [];
                continue;
            }

            decided = true;
            taken.Add(flow);
        }

        if (!decided && node.DefaultFlow is { } otherwise) taken.Add(otherwise);
        if (taken.Count == 0 && node.Outgoing.Length > 0) fault = NoFlow;
        return taken.ToImmutable();
    }

    private bool Left(int scope, Flow flow) => flow.MostRounds is not { } most || State.Elements[scope].Rounds[flow.Id] < most;

    private void Follow(int scope, ImmutableArray<Flow> flows)
    {
        foreach (var flow in flows)
        {
            if (flow.MostRounds is not null) Emit(new RoundTaken(scope, flow.Id));
            moves.Enqueue(new Move.Enter(scope, flow.Target, flow.Id));
        }

        quiet.Add(scope);
    }

    private static Incident NoFlow => Incident.Of("no-flow", "没有一个条件成立，也没有默认连线。", "No condition holds, and there is no default flow.");
}
