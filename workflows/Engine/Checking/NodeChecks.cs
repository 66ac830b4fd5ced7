namespace PilotRegistry.Workflows.Engine;

/// <summary>What each kind of node needs around it.</summary>
internal static class NodeChecks
{
    public static void Run(ProcessModel model, Node node, Findings problems)
    {
        switch (node.Kind)
        {
            case NodeKind.ExclusiveGateway: Exclusive(node, problems); break;
            case NodeKind.ParallelGateway: Parallel(node, problems); break;
            case NodeKind.EventGateway: Events(model, node, problems); break;
            case NodeKind.BoundaryEvent: Boundary(model, node, problems); break;
            case NodeKind.CatchEvent: Catch(node, problems); break;
            case NodeKind.UserTask when node.Task is { Assignee: null, CandidateGroups: null, CandidateUsers: null }:
                problems.Advise(node.Id, "nobody-assigned", "用户任务没有指定人员或候选组。", "The user task names nobody who could do it.");
                break;
            default: break;
        }

        if (node.Kind is NodeKind.ReceiveTask or NodeKind.CatchEvent or NodeKind.BoundaryEvent && node.Trigger is Trigger.Message { Key: null })
        {
            problems.Refuse(node.Id, "correlation-key-missing", "消息没有关联键（zeebe:subscription correlationKey）。", "The message has no correlation key (zeebe:subscription correlationKey).");
        }

        Implicit(node, problems);
    }

    private static void Exclusive(Node node, Findings problems)
    {
        if (node.Outgoing.Length < 2) return;
        foreach (var flow in node.Outgoing.Where(flow => flow.Condition is null && flow.Id != node.Default))
        {
            problems.Refuse(flow.Id, "condition-missing", "排他网关的连线没有条件，也不是默认连线。", "A flow of an exclusive gateway has no condition and is not the default.");
        }

        if (node.DefaultFlow is null) problems.Advise(node.Id, "missing-default", "排他网关没有默认连线：没有条件成立时案件会停在这里。", "The exclusive gateway has no default flow: when no condition holds, the case stops here.");
        if (node.DefaultFlow?.MostRounds is not null) problems.Refuse(node.Id, "default-limited", "默认连线不能限制次数。", "A default flow cannot be limited in its rounds.");
    }

    private static void Parallel(Node node, Findings problems)
    {
        foreach (var flow in node.Outgoing.Where(flow => flow.Condition is not null))
        {
            problems.Advise(flow.Id, "condition-ignored", "并行网关之后的条件不起作用。", "A condition behind a parallel gateway has no effect.");
        }

        if (node.Default is not null) problems.Advise(node.Id, "default-ignored", "并行网关的默认连线不起作用。", "A default flow of a parallel gateway has no effect.");
    }

    private static void Events(ProcessModel model, Node node, Findings problems)
    {
        if (node.Outgoing.Length < 2) problems.Refuse(node.Id, "event-gateway-alone", "事件网关至少要等待两个事件。", "An event gateway waits for two events or more.");
        foreach (var flow in node.Outgoing)
        {
            if (model.Find(flow.Target) is not { Kind: NodeKind.CatchEvent, Incoming.Length: 1 })
            {
                problems.Refuse(flow.Id, "event-gateway-target", "事件网关之后只能是没有其他来路的捕获事件。", "An event gateway leads to catch events that nothing else leads to.");
            }

            if (flow.Condition is not null) problems.Advise(flow.Id, "condition-ignored", "事件网关之后的条件不起作用。", "A condition behind an event gateway has no effect.");
        }
    }

    private static void Boundary(ProcessModel model, Node node, Findings problems)
    {
        if (node is { Trigger: Trigger.Error, Interrupting: false }) problems.Refuse(node.Id, "error-interrupts", "错误边界事件总是中断的。", "An error boundary event always interrupts.");
        if (node is { Trigger: Trigger.Timer { Kind: TimerKind.Cycle }, Interrupting: true }) problems.Refuse(node.Id, "cycle-interrupts", "周期定时器只能用于非中断边界事件。", "A cycle belongs on a boundary event that does not interrupt.");
        if (node.Trigger is Trigger.Error error && model.BoundariesOf(node.AttachedTo!).Any(other => other.Id != node.Id && other.Trigger is Trigger.Error same && same.Code == error.Code))
        {
            problems.Refuse(node.Id, "error-caught-twice", "同一活动上有两个边界事件捕获同一错误。", "Two boundary events of the activity catch the same error.");
        }
    }

    private static void Catch(Node node, Findings problems)
    {
        if (node.Trigger is Trigger.Timer { Kind: TimerKind.Cycle })
        {
            problems.Refuse(node.Id, "cycle-not-here", "中间定时器不能是周期。请用非中断边界定时器。", "An intermediate timer cannot be a cycle. Use a non-interrupting boundary timer.");
        }
    }

    /// <summary>Flows with conditions that leave a task or an event.</summary>
    private static void Implicit(Node node, Findings problems)
    {
        if (node.Kind is NodeKind.ExclusiveGateway or NodeKind.ParallelGateway or NodeKind.EventGateway || node.Outgoing.IsEmpty) return;
        if (node.Default is null && node.Outgoing.All(flow => flow.Condition is not null))
        {
            problems.Advise(node.Id, "missing-default", "离开这里的每条连线都有条件，且没有默认连线：没有条件成立时案件会停在这里。", "Every flow that leaves has a condition and none is the default: when no condition holds, the case stops here.");
        }
    }
}
