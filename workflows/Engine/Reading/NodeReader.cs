using System.Collections.Immutable;
using System.Xml.Linq;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Reads one node, or refuses it with what to draw instead.</summary>
internal sealed class NodeReader(DefinitionsReader definitions)
{
    private readonly TriggerReader triggers = new(definitions);
    private readonly ActivityReader activities = new(definitions);

    public Node? Node(XElement element)
    {
        var kind = element.Name.LocalName switch
        {
            "startEvent" => NodeKind.StartEvent,
            "endEvent" => NodeKind.EndEvent,
            "intermediateCatchEvent" => NodeKind.CatchEvent,
            "intermediateThrowEvent" => NodeKind.ThrowEvent,
            "boundaryEvent" => NodeKind.BoundaryEvent,
            "userTask" => NodeKind.UserTask,
            "serviceTask" or "sendTask" => NodeKind.ServiceTask,
            "receiveTask" => NodeKind.ReceiveTask,
            "subProcess" => NodeKind.SubProcess,
            "callActivity" => NodeKind.CallActivity,
            "exclusiveGateway" => NodeKind.ExclusiveGateway,
            "parallelGateway" => NodeKind.ParallelGateway,
            "eventBasedGateway" => NodeKind.EventGateway,
            _ => (NodeKind?)null
        };
        if (kind is null)
        {
            Subset.Refuse(element, definitions.Problems);
            return null;
        }

        Subset.Check(element, definitions.Problems);
        return Parts(element, new Node(element.Id(), kind.Value)
        {
            Name = (string?)element.Attribute("name"),
            Default = element.Value("default"),
            AttachedTo = kind == NodeKind.BoundaryEvent ? (string?)element.Attribute("attachedToRef") ?? "" : null,
            Interrupting = element.Flag("cancelActivity") ?? true,
            Inputs = Mappings(element, "input"),
            Outputs = Mappings(element, "output"),
        });
    }

    private Node Parts(XElement element, Node node) => node.Kind switch
    {
        NodeKind.UserTask => node with { Task = activities.Task(element), Loop = activities.Loop(element) },
        NodeKind.ServiceTask when element.Name.LocalName == "sendTask" && activities.Job(element) is null =>
            node with { Trigger = definitions.Message(element, node.Id, start: false), Loop = activities.Loop(element) },
        NodeKind.ServiceTask => node with { Job = activities.Job(element) ?? activities.NoJob(element), Loop = activities.Loop(element) },
        NodeKind.ReceiveTask => node with { Trigger = definitions.Message(element, node.Id, start: false), Loop = activities.Loop(element) },
        NodeKind.CallActivity => node with { Call = activities.Call(element), Loop = activities.Loop(element) },
        NodeKind.SubProcess => node with { Loop = activities.Loop(element) },
        NodeKind.ThrowEvent or NodeKind.EndEvent => node with { Trigger = triggers.Of(element, node.Kind), Job = activities.Job(element) },
        NodeKind.StartEvent or NodeKind.CatchEvent or NodeKind.BoundaryEvent => node with { Trigger = triggers.Of(element, node.Kind) },
        _ => node
    };

    private ImmutableArray<Mapping> Mappings(XElement element, string kind)
    {
        var mappings = ImmutableArray.CreateBuilder<Mapping>();
        foreach (var each in element.Extension("ioMapping")?.Elements(Names.Zeebe + kind) ?? [])
        {
            if (each.Value("source") is { } source && each.Value("target") is { } target && IsName(target))
            {
                mappings.Add(new(definitions.Expression(element.Id(), source), target));
                continue;
            }

            definitions.Problems.Refuse(element.Id(), "mapping", "变量映射缺少来源，或目标不是变量名。", "A mapping lacks its source, or its target is no name of a variable.");
        }

        return mappings.ToImmutable();
    }

    /// <summary>Letters, digits and underscores, so that expressions can speak of it.</summary>
    internal static bool IsName(string text) => (char.IsLetter(text[0]) || text[0] == '_') && text.All(c => char.IsLetterOrDigit(c) || c == '_');
}
