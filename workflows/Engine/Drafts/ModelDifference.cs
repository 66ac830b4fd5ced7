using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>One part of a drawing that another version has differently.</summary>
/// <param name="Element">Id of a node or a flow.</param>
/// <param name="Change"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="What">
/// Of what changed, in this order: <c>kind</c>, <c>name</c>, <c>people</c>, <c>deadline</c>, <c>form</c>, <c>work</c>, <c>event</c>,
/// <c>items</c>, <c>values</c>, <c>way</c> (where a flow goes, or which is the default), <c>condition</c>, <c>rounds</c>.
/// </param>
/// <param name="Name">As the newer version calls it, the older one where it is gone.</param>
public sealed record ModelDifference(string Element, bool IsFlow, string Change, ImmutableArray<string> What, string? Name)
{
    /// <summary>What two versions of a process do differently; where the parts stand on the paper does not count.</summary>
    public static ImmutableArray<ModelDifference> Between(ProcessModel before, ProcessModel after) =>
    [
        .. Compared(before.Nodes.ToDictionary(node => node.Id), after.Nodes.ToDictionary(node => node.Id), Changes, node => node.Name, isFlow: false),
        .. Compared(Flows(before), Flows(after), Changes, _ => null, isFlow: true),
    ];

    private static Dictionary<string, Flow> Flows(ProcessModel model) => model.Nodes.SelectMany(node => node.Outgoing).ToDictionary(flow => flow.Id);

    private static IEnumerable<ModelDifference> Compared<T>(
        Dictionary<string, T> before, Dictionary<string, T> after, Func<T, T, IEnumerable<string>> changes, Func<T, string?> name, bool isFlow)
    {
        foreach (var (id, now) in after)
        {
            if (!before.TryGetValue(id, out var then)) yield return new(id, isFlow, "added", [], name(now));
            else if (changes(then, now).ToImmutableArray() is { IsEmpty: false } what) yield return new(id, isFlow, "changed", what, name(now));
        }

        foreach (var (id, then) in before) if (!after.ContainsKey(id)) yield return new(id, isFlow, "removed", [], name(then));
    }

    private static IEnumerable<string> Changes(Node then, Node now)
    {
        if (then.Kind != now.Kind || then.Interrupting != now.Interrupting || then.AttachedTo != now.AttachedTo || then.Within != now.Within) yield return "kind";
        if (then.Name != now.Name) yield return "name";
        if (!People(then).Equals(People(now))) yield return "people";
        if (!(then.Task?.Due, then.Task?.FollowUp).Equals((now.Task?.Due, now.Task?.FollowUp))) yield return "deadline";
        if (then.Task?.Form != now.Task?.Form) yield return "form";
        if (!Same(then.Job, now.Job) || then.Call != now.Call) yield return "work";
        if (then.Trigger != now.Trigger) yield return "event";
        if (then.Loop != now.Loop) yield return "items";
        if (!then.Inputs.SequenceEqual(now.Inputs) || !then.Outputs.SequenceEqual(now.Outputs)) yield return "values";
        if (then.Default != now.Default) yield return "way";
    }

    private static IEnumerable<string> Changes(Flow then, Flow now)
    {
        if ((then.Source, then.Target) != (now.Source, now.Target)) yield return "way";
        if (!Equals(then.Condition, now.Condition)) yield return "condition";
        if (then.MostRounds != now.MostRounds) yield return "rounds";
    }

    private static (Expression?, Expression?, Expression?) People(Node node) => (node.Task?.Assignee, node.Task?.CandidateGroups, node.Task?.CandidateUsers);

    private static bool Same(JobPlan? then, JobPlan? now) => then is null || now is null
        ? then is null && now is null
        : then.Type.Equals(now.Type) && then.Retries.Equals(now.Retries) && then.Headers.SequenceEqual(now.Headers);
}
