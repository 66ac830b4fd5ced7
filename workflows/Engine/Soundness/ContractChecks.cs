namespace PilotRegistry.Workflows.Engine;

/// <summary>Whether a drawing keeps to its slot's contract.</summary>
internal static class ContractChecks
{
    private static readonly string[] Counted = ["loopCounter", "numberOfInstances", "numberOfActiveInstances", "numberOfCompletedInstances", "numberOfTerminatedInstances"];

    public static void Run(ProcessModel model, SlotContract contract, Findings problems)
    {
        foreach (var node in model.Nodes)
        {
            Jobs(node, contract, problems);
            Ends(node, contract, problems);
            if (node.Kind == NodeKind.CallActivity)
            {
                problems.Refuse(node.Id, "call-in-slot", "插槽内的流程不能再调用其他流程。", "A slot's process cannot call another.");
            }
        }

        var known = Known(model, contract);
        foreach (var (owner, expression) in model.Nodes.SelectMany(Expressions))
        {
            foreach (var name in expression.Names.Where(name => !known.Contains(name)))
            {
                problems.Refuse(owner, "unknown-variable", $"变量“{name}”不在插槽约定中，流程中也没有产生它。", $"The variable {name} is not in the slot's contract, and nothing in the process makes it.");
            }
        }
    }

    private static void Jobs(Node node, SlotContract contract, Findings problems)
    {
        if (node.Job is not { } job) return;
        if (job.Type.Fixed is not { } type || !contract.JobTypes.Contains(type))
        {
            problems.Refuse(node.Id, "job-type-not-allowed", $"插槽不允许作业类型“{job.Type.Text}”（允许：{string.Join("、", contract.JobTypes)}）。", $"The slot does not allow the job type {job.Type.Text} (allowed: {string.Join(", ", contract.JobTypes)}).");
        }
    }

    private static void Ends(Node node, SlotContract contract, Findings problems)
    {
        if (node.Kind != NodeKind.EndEvent || node.Within is not null) return;
        if (node.Trigger is Trigger.Error error)
        {
            if (contract.Errors.Contains(error.Code!)) return;
            problems.Refuse(node.Id, "error-not-allowed", $"插槽不允许以错误“{error.Code}”结束。", $"The slot does not allow the error {error.Code} to leave it.");
            return;
        }

        var outcome = node.Outputs.FirstOrDefault(output => output.Target == "outcome")?.Source.Fixed;
        if (outcome is null || !contract.Outcomes.Contains(outcome))
        {
            problems.Refuse(node.Id, "outcome-not-allowed", $"结束事件须把变量 outcome 设为约定的结果之一（{string.Join("、", contract.Outcomes)}）。", $"An end event must set the variable outcome to one of the agreed outcomes ({string.Join(", ", contract.Outcomes)}).");
        }
    }

    private static HashSet<string> Known(ProcessModel model, SlotContract contract) =>
    [
        .. contract.Inputs, .. contract.Results, "outcome", .. Counted,
        .. model.Nodes.SelectMany(node => node.Inputs.Concat(node.Outputs)).Select(mapping => mapping.Target),
        .. model.Nodes.Where(node => node.Loop is not null).SelectMany(node => new[] { node.Loop!.Item, node.Loop.Outputs }).Where(name => name is not null).Select(name => name!),
    ];

    private static IEnumerable<(string Owner, Expression Expression)> Expressions(Node node)
    {
        var own = new[]
        {
            (node.Trigger as Trigger.Timer)?.When, (node.Trigger as Trigger.Message)?.Key, node.Loop?.Collection, node.Loop?.Output, node.Loop?.Until, node.Job?.Type, node.Job?.Retries,
            node.Task?.Assignee, node.Task?.CandidateGroups, node.Task?.CandidateUsers, node.Task?.Due, node.Task?.FollowUp,
        };
        return own.Concat(node.Inputs.Concat(node.Outputs).Select(mapping => mapping.Source)).Where(each => each is not null).Select(each => (node.Id, each!))
            .Concat(node.Outgoing.Where(flow => flow.Condition is not null).Select(flow => (flow.Id, flow.Condition!)));
    }
}
