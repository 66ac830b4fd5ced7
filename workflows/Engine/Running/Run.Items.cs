using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Rule 8: multi-instance activities.</summary>
internal sealed partial class Run
{
    /// <summary>The collection is evaluated once; an empty one completes at once.</summary>
    private void BeginBody(Element body, Node node)
    {
        var find = From(body.Key);
        var values = meaning.Collection(node.Id, node.Loop!.Collection, find, out var fault);
        List<ProcessEvent> waits = [];
        foreach (var trigger in fault is null ? Model(body).BoundariesOf(node.Id) : [])
        {
            if (Wait(body, trigger, find, out fault) is { } wait) waits.Add(wait);
            if (fault is not null) break;
        }

        if (fault is not null)
        {
            Raise(body.Key, fault);
            return;
        }

        Emit(new ItemsPlanned(body.Key, values));
        Emit(new ElementActivated(body.Key, Variables.None));
        foreach (var wait in waits) Emit(Numbered(wait));
        if (values.IsEmpty) FinishBody(State.Elements[body.Key], node);
        else for (var index = 0; index < (node.Loop.Sequential ? 1 : values.Length); index++) BeginItem(body, index);
    }

    private void BeginItem(Element body, int index) => moves.Enqueue(new Move.Begin(Arrive(body, body.Node, null, ElementKind.Node, index)));

    private static Variables ItemLocals(Element body, Node node, int index)
    {
        var counter = Variables.Of(("loopCounter", FeelValue.Of(index + 1)));
        return node.Loop!.Item is { } name ? counter.With(name, body.Items!.Values[index]) : counter;
    }

    /// <summary>An item is done: its output goes to its input's place, then it is decided whether the others are still wanted.</summary>
    private void LeaveItem(Element item, Node node, Variables results, out Incident? fault)
    {
        fault = null;
        var (loop, around) = (node.Loop!, From(item.Key));
        Func<string, FeelValue?> find = name => results.Find(name) ?? around(name);
        var output = loop.Output is null ? FeelValue.Null : meaning.Value(loop.Output, find, out fault).AsData();
        if (fault is not null) return;
        var body = State.Elements[item.Parent!.Value];
        var outputs = body.Items!.Outputs.SetItem(item.Index!.Value, output);
        var counted = Counted(body.Items with { Completed = body.Items.Completed + 1 }).With(loop.Outputs is null ? Variables.None : Variables.Of((loop.Outputs, FeelValue.Of(outputs))));
        var decided = loop.Until is not null && meaning.Holds(node.Id, loop.Until, name => counted.Find(name) ?? find(name), out fault);
        if (fault is not null) return;
        Emit(new ItemCompleted(body.Key, item.Index.Value, output));
        Emit(new ElementCompleted(item.Key));
        if (decided) FinishBody(State.Elements[body.Key], node);
        else GoOn(State.Elements[body.Key], node);
    }

    private static Variables Counted(Items items) => Variables.Of(
        ("numberOfInstances", FeelValue.Of(items.Values.Length)), ("numberOfActiveInstances", FeelValue.Of(items.Active)),
        ("numberOfCompletedInstances", FeelValue.Of(items.Completed)), ("numberOfTerminatedInstances", FeelValue.Of(items.Terminated)));

    /// <summary>The next of a sequence, or the end when every item was done or removed.</summary>
    private void GoOn(Element body, Node node)
    {
        var items = body.Items!;
        if (items.Active == 0 && items.Started == items.Values.Length) FinishBody(body, node);
        else if (node.Loop!.Sequential && items.Active == 0) BeginItem(body, items.Started);
    }

    private void FinishBody(Element body, Node node)
    {
        foreach (var item in State.ChildrenOf(body.Key).ToImmutableArray()) End(item.Key);
        Done(body.Key, node.Loop!.Outputs is { } name ? Variables.Of((name, FeelValue.Of(State.Elements[body.Key].Items!.Outputs))) : Variables.None);
    }
}
