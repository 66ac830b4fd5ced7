using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>
/// One command carried out: a queue of moves, each of which records what became true. Scopes are looked at when nothing moves any
/// more. Nothing here calls itself.
/// </summary>
internal sealed partial class Run(Release release, ProcessState state, IMeaning meaning, DateTimeOffset now, WorkingCalendar calendar)
{
    /// <summary>A command that needs more is stopped by an incident: its model loops without waiting for anything.</summary>
    internal const int MostMoves = 50_000;

    private readonly List<ProcessEvent> events = [];
    private readonly Queue<Move> moves = new();
    private readonly SortedSet<int> quiet = [];
    private int moved;

    /// <summary>A token on its way, or an element about to begin or to be left.</summary>
    private abstract record Move
    {
        internal sealed record Enter(int Scope, string Node, string? Flow) : Move;

        internal sealed record Begin(int Key) : Move;

        /// <param name="Mapped">Whether its output mappings are applied; an operator may skip them.</param>
        internal sealed record Leave(int Key, bool Mapped = true) : Move;
    }

    public ProcessState State { get; private set; } = state;

    public ImmutableArray<ProcessEvent> Events => [.. events];

    /// <summary>Until nothing moves.</summary>
    public void Drain()
    {
        while (true)
        {
            while (moves.TryDequeue(out var move))
            {
                if (++moved > MostMoves) Park(move);
                else Make(move);
            }

            if (quiet.Count == 0) return;
            var scope = quiet.Max;
            quiet.Remove(scope);
            Look(scope);
        }
    }

    private void Make(Move move)
    {
        switch (move)
        {
            case Move.Enter enter when State.Elements.GetValueOrDefault(enter.Scope) is { Phase: Phase.Active } scope: Enter(scope, enter.Node, enter.Flow); break;
            case Move.Begin begin when State.Elements.GetValueOrDefault(begin.Key) is { Phase: Phase.Entering } element: Begin(element); break;
            case Move.Leave leave when State.Elements.GetValueOrDefault(leave.Key) is { Phase: Phase.Leaving } element: Leave(element, leave.Mapped); break;
            default: break; // Its scope or element was ended by another move.
        }
    }

    private void Park(Move move)
    {
        var fault = Incident.Of("endless-loop", "一次推进超过了步数上限：模型中有不等待的循环。", "One command led to too many moves: the model loops without waiting.");
        var key = move switch
        {
            Move.Enter enter when State.Elements.GetValueOrDefault(enter.Scope) is { Phase: Phase.Active } scope => Arrive(scope, enter.Node, enter.Flow, ElementKind.Node),
            Move.Begin begin => begin.Key,
            Move.Leave leave => leave.Key,
            _ => 0
        };
        if (State.Elements.ContainsKey(key)) Raise(key, fault);
    }

    private void Emit(ProcessEvent happened)
    {
        events.Add(happened);
        State = Evolution.Evolve(State, happened);
    }

    private ProcessModel Model(Element element) => release[element.Process];

    private Node NodeOf(Element element) => Model(element)[element.Node];

    /// <summary>A new element for a token.</summary>
    private int Arrive(Element scope, string node, string? flow, ElementKind kind, int? index = null)
    {
        var key = State.NextKey;
        Emit(new ElementEntered(key, scope.Key, scope.Process, node, kind, index, flow));
        return key;
    }

    private void Raise(int element, Incident fault, string? node = null) =>
        Emit(new IncidentRaised(fault with { Key = State.NextKey, Element = element, Node = node ?? State.Elements[element].Node }));

    /// <summary>The value of a variable as an element sees it: its own, then those around it, up to its process.</summary>
    private Func<string, FeelValue?> From(int key) => name =>
    {
        for (var at = State.Elements.GetValueOrDefault(key); at is not null; at = at.Parent is null ? null : State.Elements[at.Parent.Value])
        {
            if ((at.Results.Find(name) ?? at.Variables.Find(name)) is { } value) return value;
            if (at.Kind == ElementKind.Body && NodeOf(at).Loop!.Outputs == name) return new FeelValue.List(at.Items!.Outputs);
            if (at.Kind == ElementKind.Process) return null;
        }

        return null;
    };

    /// <summary>
    /// Sets variables from inside a scope: each where it already is, else in the process. An item keeps its variables to itself, and a
    /// called process its own.
    /// </summary>
    private void Assign(int from, Variables values)
    {
        foreach (var group in values.GroupBy(value => Owner(from, value.Key)).OrderBy(group => group.Key))
        {
            Emit(new VariablesSet(group.Key, Variables.Of(group.Select(value => (value.Key, value.Value)))));
        }
    }

    private int Owner(int from, string name)
    {
        var at = State.Elements[from];
        while (at is { Kind: not ElementKind.Process, Index: null } && !at.Variables.Has(name)) at = State.Elements[at.Parent!.Value];
        return at.Key;
    }
}
