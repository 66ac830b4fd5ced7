namespace PilotRegistry.Workflows.Engine;

/// <summary>Elements beginning. Everything is computed first: with a fault nothing is half done.</summary>
internal sealed partial class Run
{
    private void Begin(Element element)
    {
        var node = NodeOf(element);
        if (element.Kind == ElementKind.Body) BeginBody(element, node);
        else if (node is { Kind: NodeKind.EndEvent, Trigger: Trigger.Error error }) Fail(element, error.Code!, null, Variables.None);
        else if (Waiting(node)) BeginNode(element, node);
        else Again(element);
    }

    /// <summary>Whether it has something to wait for or to compute; a token goes through the others at once.</summary>
    private static bool Waiting(Node node) => node switch
    {
        { Kind: NodeKind.ExclusiveGateway or NodeKind.ParallelGateway } => false,
        { Kind: NodeKind.StartEvent } => !node.Outputs.IsEmpty,
        { Kind: NodeKind.EndEvent, Trigger: Trigger.Terminate } => false,
        { Kind: NodeKind.EndEvent or NodeKind.ThrowEvent, Trigger: null, Job: null } => !node.Outputs.IsEmpty,
        _ => true
    };

    private void BeginNode(Element element, Node node)
    {
        var locals = Locals(element, node, out var fault);
        var waits = fault is null ? Waits(element, node, locals, out fault) : null;
        if (waits is null)
        {
            Raise(element.Key, fault!);
            return;
        }

        Emit(new ElementActivated(element.Key, locals));
        foreach (var wait in waits) Emit(Numbered(wait));
        if (node.Kind == NodeKind.SubProcess)
        {
            moves.Enqueue(new Move.Enter(element.Key, Model(element).PlainStart(node.Id)!.Id, null));
        }
        else if (node.Kind == NodeKind.CallActivity)
        {
            var called = State.ChildrenOf(element.Key).Single();
            moves.Enqueue(new Move.Enter(called.Key, release[called.Process].PlainStart(null)!.Id, null));
        }
        else if (Sends(node) || node is { Kind: NodeKind.StartEvent } or { Kind: NodeKind.EndEvent or NodeKind.ThrowEvent, Job: null })
        {
            Done(element.Key, Variables.None);
        }
    }

    /// <summary>Whether it publishes a message itself, without a worker.</summary>
    private static bool Sends(Node node) =>
        node is { Kind: NodeKind.ServiceTask or NodeKind.ThrowEvent or NodeKind.EndEvent, Job: null, Trigger: Trigger.Message };

    private ProcessEvent Numbered(ProcessEvent wait) => wait switch
    {
        TimerSet set => new TimerSet(set.Timer with { Key = State.NextKey }),
        SubscriptionOpened opened => new SubscriptionOpened(opened.Subscription with { Key = State.NextKey }),
        MessageThrown thrown => thrown with { Key = State.NextKey },
        CalledInstanceStarted called => called with { Key = State.NextKey },
        _ => wait
    };

    /// <summary>A token that was held before a node which does not wait goes there again.</summary>
    private void Again(Element element)
    {
        Emit(new ElementCompleted(element.Key));
        moves.Enqueue(new Move.Enter(element.Parent!.Value, element.Node, element.Flow));
    }

    /// <summary>The variables an element begins with: the item, then the input mappings, each seeing those before it.</summary>
    private Variables Locals(Element element, Node node, out Incident? fault)
    {
        fault = null;
        var locals = element.Index is { } index ? ItemLocals(State.Elements[element.Parent!.Value], node, index) : Variables.None;
        var around = From(element.Key);
        foreach (var input in Sends(node) ? [] : node.Inputs)
        {
            var known = locals;
            var value = meaning.Value(input.Source, name => known.Find(name) ?? around(name), out fault);
            if (fault is not null) return locals;
            locals = locals.With(input.Target, value.AsData());
        }

        return locals;
    }

    /// <summary>What the element will wait for, with keys still to be given.</summary>
    private List<ProcessEvent>? Waits(Element element, Node node, Variables locals, out Incident? fault)
    {
        var around = From(element.Key);
        Func<string, FeelValue?> find = name => locals.Find(name) ?? around(name);
        List<ProcessEvent> waits = [];
        fault = null;
        var triggers = Model(element).BoundariesOf(node.Id).Where(_ => element.Index is null).Concat(node.Kind switch
        {
            NodeKind.CatchEvent or NodeKind.ReceiveTask => [node],
            NodeKind.EventGateway => node.Outgoing.Select(flow => Model(element)[flow.Target]),
            _ => []
        });
        foreach (var trigger in triggers)
        {
            if (Wait(element, trigger, find, out fault) is { } wait) waits.Add(wait);
            if (fault is not null) return null;
        }

        if (Work(element, node, locals, find, out fault) is { } work) waits.Add(work);
        return fault is null ? waits : null;
    }

    private ProcessEvent? Wait(Element element, Node trigger, Func<string, FeelValue?> find, out Incident? fault)
    {
        fault = null;
        switch (trigger.Trigger)
        {
            case Trigger.Timer timer when meaning.Timer(trigger, timer, find, out fault) is { } set:
                return new TimerSet(new(0, element.Key, trigger.Id, set.Due, set.Every, set.Repeats));
            case Trigger.Message message:
                var key = message.Key is null ? "" : meaning.Text(message.Key, find, out fault);
                return fault is null ? new SubscriptionOpened(new(0, element.Key, element.Process, trigger.Id, message.Name, key)) : null;
            default: return null;
        }
    }

    private ProcessEvent? Work(Element element, Node node, Variables locals, Func<string, FeelValue?> find, out Incident? fault)
    {
        fault = null;
        return node switch
        {
            { Kind: NodeKind.UserTask, Task: { } plan } => Task(element, node, plan, find, out fault),
            { Job: { } plan } => Job(element, node, plan, find, out fault),
            { Kind: NodeKind.CallActivity, Call: { } plan } => Called(element, plan, locals, find, out fault),
            { Trigger: Trigger.Message message } when Sends(node) => Thrown(element.Key, node, message, find, out fault),
            _ => null
        };
    }

    private TaskOpened? Task(Element element, Node node, TaskPlan plan, Func<string, FeelValue?> find, out Incident? fault)
    {
        var assignee = meaning.Texts(plan.Assignee, find, out fault).FirstOrDefault();
        var groups = fault is null ? meaning.Texts(plan.CandidateGroups, find, out fault) : [];
        var users = fault is null ? meaning.Texts(plan.CandidateUsers, find, out fault) : [];
        var due = fault is null ? meaning.Due(plan.Due, find, out fault) : null;
        var follow = fault is null ? meaning.Due(plan.FollowUp, find, out fault) : null;
        return fault is null ? new(new(element.Key, node.Id, assignee, groups, users, due, follow, plan.Form)) : null;
    }

    private JobOpened? Job(Element element, Node node, JobPlan plan, Func<string, FeelValue?> find, out Incident? fault)
    {
        var type = meaning.Text(plan.Type, find, out fault);
        var retries = fault is null ? meaning.Text(plan.Retries, find, out fault) : "";
        if (fault is not null) return null;
        var tries = int.TryParse(retries, out var n) && n is >= 1 and <= 100 ? n : 3;
        return new(new(element.Key, node.Id, type, tries, [.. plan.Headers.Select(header => new JobHeader(header.Key, header.Value))], null));
    }
}
