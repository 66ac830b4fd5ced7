namespace PilotRegistry.Workflows.Engine;

/// <summary>Called processes and sent messages.</summary>
internal sealed partial class Run
{
    /// <summary>Processes that call each other deeper than this are a mistake.</summary>
    private const int DeepestCalls = 10;

    /// <summary>Rule 13: the id follows from the caller's, the version is the one of the caller's release.</summary>
    private CalledInstanceStarted? Called(Element element, CallPlan plan, Variables locals, Func<string, FeelValue?> find, out Incident? fault)
    {
        var process = meaning.Text(plan.Process, find, out fault);
        if (fault is not null) return null;
        if (release.Find(process)?.PlainStart(null) is null)
        {
            fault = Incident.Of("process-not-in-release", $"本案的发布版本中没有可调用的流程“{process}”。", $"The case's release holds no process {process} that can be called.");
        }
        else if (Around(element).Count(each => each.Kind == ElementKind.Process) > DeepestCalls)
        {
            fault = Incident.Of("called-too-deep", "流程之间的调用层数过多。", "Processes call each other too deep.");
        }

        var variables = plan.PassAll ? Seen(element).Reverse().Aggregate(Variables.None, (all, each) => all.With(each.Variables)).With(locals) : locals;
        return fault is null ? new(0, element.Key, Sha256.Derived(State.Instance, element.Key), process, variables) : null;
    }

    /// <summary>The element and what it lies in, up to its process and on through its callers.</summary>
    private IEnumerable<Element> Around(Element element)
    {
        for (var at = element; at is not null; at = at.Parent is null ? null : State.Elements[at.Parent.Value]) yield return at;
    }

    /// <summary>Those whose variables it sees.</summary>
    private IEnumerable<Element> Seen(Element element)
    {
        foreach (var each in Around(element))
        {
            yield return each;
            if (each.Kind == ElementKind.Process) yield break;
        }
    }

    /// <summary>A message that the engine publishes itself: what the input mappings name goes with it.</summary>
    private MessageThrown? Thrown(int scope, Node node, Trigger.Message message, Func<string, FeelValue?> find, out Incident? fault)
    {
        fault = null;
        var key = message.Key is null ? "" : meaning.Text(message.Key, find, out fault);
        var sent = Variables.None;
        foreach (var input in node.Inputs)
        {
            if (fault is not null) return null;
            sent = sent.With(input.Target, meaning.Value(input.Source, find, out fault).AsData());
        }

        return fault is null ? new(0, scope, node.Id, message.Name, key, sent) : null;
    }
}
