namespace PilotRegistry.Workflows.Engine;

/// <summary>What can be said about a drawing without running it.</summary>
internal static class ModelChecks
{
    public static void Run(ProcessModel model, Findings problems)
    {
        foreach (var node in model.Nodes)
        {
            Shape(model, node, problems);
            NodeChecks.Run(model, node, problems);
        }

        Starts(model, null, model.Id, problems);
        foreach (var subprocess in model.Nodes.Where(node => node.Kind == NodeKind.SubProcess)) Starts(model, subprocess.Id, subprocess.Id, problems);
        Unreachable(model, problems);
        Loops(model, problems);
    }

    private static void Shape(ProcessModel model, Node node, Findings problems)
    {
        if (node.Kind is NodeKind.StartEvent or NodeKind.BoundaryEvent && !node.Incoming.IsEmpty)
        {
            problems.Refuse(node.Id, "flow-into-start", "不能有连线进入开始事件或边界事件。", "No flow may lead into a start or boundary event.");
        }

        if (node.Kind == NodeKind.EndEvent && !node.Outgoing.IsEmpty)
        {
            problems.Refuse(node.Id, "flow-out-of-end", "结束事件之后不能再有连线。", "No flow may lead out of an end event.");
        }

        if (node.Kind != NodeKind.EndEvent && node.Outgoing.IsEmpty)
        {
            problems.Refuse(node.Id, "no-way-on", "从这里没有连线继续。请连到下一步或结束事件。", "No flow leads on from here. Connect it to the next step or to an end event.");
        }

        if (node.Default is not null && node.DefaultFlow is null)
        {
            problems.Refuse(node.Id, "default-not-outgoing", "默认连线不是从这里出发的。", "The default flow does not leave from here.");
        }

        if (node.AttachedTo is { } host && (model.Find(host) is not { IsActivity: true } attached || attached.Within != node.Within))
        {
            problems.Refuse(node.Id, "boundary-without-host", "边界事件没有附着在同一层的活动上。", "The boundary event does not sit on an activity of the same scope.");
        }
    }

    private static void Starts(ProcessModel model, string? within, string owner, Findings problems)
    {
        var starts = model.Nodes.Where(node => node.Kind == NodeKind.StartEvent && node.Within == within).ToList();
        var plain = starts.Count(start => start.Trigger is null);
        if (starts.Count == 0) problems.Refuse(owner, "start-missing", "没有开始事件。", "There is no start event.");
        if (plain > 1) problems.Refuse(owner, "several-starts", "有多个无触发条件的开始事件，只能有一个。", "There are several start events without a trigger; there can be one.");
        if (within is not null && starts.Count > plain) problems.Refuse(owner, "start-in-subprocess", "子流程只能有一个无触发条件的开始事件。", "A subprocess has one start event without a trigger, and no other.");
        foreach (var twice in starts.Where(start => start.Trigger is Trigger.Message).GroupBy(start => ((Trigger.Message)start.Trigger!).Name).Where(group => group.Count() > 1))
        {
            problems.Refuse(owner, "message-starts-twice", $"消息“{twice.Key}”有两个开始事件。", $"The message {twice.Key} has two start events.");
        }
    }

    private static void Unreachable(ProcessModel model, Findings problems)
    {
        var (seen, open) = (new HashSet<string>(), new Stack<Node>(model.Nodes.Where(node => node.Kind == NodeKind.StartEvent && node.Within is null)));
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node.Id)) continue;
            foreach (var flow in node.Outgoing) open.Push(model[flow.Target]);
            foreach (var boundary in model.BoundariesOf(node.Id)) open.Push(boundary);
            if (node.Kind == NodeKind.SubProcess && model.PlainStart(node.Id) is { } start) open.Push(start);
        }

        foreach (var node in model.Nodes.Where(node => !seen.Contains(node.Id)))
        {
            problems.Refuse(node.Id, "unreachable", "从开始事件走不到这里。", "It cannot be reached from a start event.");
        }
    }

    /// <summary>A loop through gateways alone changes nothing that its conditions could see: it never ends.</summary>
    private static void Loops(ProcessModel model, Findings problems)
    {
        var left = model.Nodes.Where(node => node.Kind is NodeKind.ExclusiveGateway or NodeKind.ParallelGateway).ToDictionary(node => node.Id);
        while (left.Values.FirstOrDefault(node => !node.Outgoing.Any(flow => left.ContainsKey(flow.Target))) is { } ending) left.Remove(ending.Id);
        while (left.Values.FirstOrDefault(node => !node.Incoming.Any(flow => left.ContainsKey(flow.Source))) is { } beginning) left.Remove(beginning.Id);
        if (left.Values.FirstOrDefault(node => node.Outgoing.All(flow => flow.MostRounds is null)) is { } gateway)
        {
            problems.Refuse(gateway.Id, "endless-loop", "只经过网关的循环永远不会结束。请在循环中加入一个任务或等待。", "A loop through gateways alone never ends. Put a task or a wait into it.");
        }
    }
}
