using System.Globalization;
using System.Xml.Linq;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Reads the nodes and flows of a process and of the subprocesses in it.</summary>
internal sealed class ScopeReader(DefinitionsReader definitions)
{
    /// <summary>What only draws or explains.</summary>
    private static readonly HashSet<string> Drawn =
    [
        "documentation", "extensionElements", "laneSet", "incoming", "outgoing", "textAnnotation", "association", "group", "dataObject", "dataObjectReference",
        "dataStoreReference", "dataInputAssociation", "dataOutputAssociation", "ioSpecification", "property", "auditing", "monitoring", "category",
        "multiInstanceLoopCharacteristics", "standardLoopCharacteristics",
    ];

    private readonly NodeReader reader = new(definitions);
    private readonly List<Node> nodes = [];
    private readonly List<(Flow Flow, string? Within)> flows = [];
    private readonly List<string> refused = [];

    public IReadOnlyList<Node> Nodes(XElement process)
    {
        Read(process, within: null);
        var known = nodes.Select(node => node.Id).Concat(refused).ToHashSet(StringComparer.Ordinal);
        foreach (var (flow, _) in flows.Where(f => !known.Contains(f.Flow.Source) || !known.Contains(f.Flow.Target)))
        {
            definitions.Problems.Refuse(flow.Id, "dangling-flow", "连线的一端没有连到节点。", "The flow does not lead from a node to a node.");
        }

        foreach (var (flow, within) in flows.Where(f => nodes.Exists(n => (n.Id == f.Flow.Source || n.Id == f.Flow.Target) && n.Within != f.Within)))
        {
            definitions.Problems.Refuse(flow.Id, "flow-crosses-scope", "连线穿过了子流程的边界。", "The flow crosses the border of a subprocess.");
        }

        var (from, to) = (flows.ToLookup(f => f.Flow.Source, f => f.Flow), flows.ToLookup(f => f.Flow.Target, f => f.Flow));
        return nodes.ConvertAll(node => node with { Outgoing = [.. from[node.Id]], Incoming = [.. to[node.Id]] });
    }

    private void Read(XElement scope, string? within)
    {
        foreach (var element in scope.Elements().Where(e => e.Name.Namespace == Names.Bpmn))
        {
            var kind = element.Name.LocalName;
            if (Drawn.Contains(kind)) continue;
            if (element.Id().Length == 0) definitions.Problems.Refuse(scope.Id(), "id-missing", $"其中的 {kind} 没有 id。", $"A {kind} in it has no id.");
            if (kind == "sequenceFlow") flows.Add((Flow(element), within));
            else if (reader.Node(element) is { } node) nodes.Add(node with { Within = within });
            else refused.Add(element.Id());
            if (kind == "subProcess") Read(element, element.Id());
        }
    }

    private Flow Flow(XElement element)
    {
        var condition = element.Bpmn("conditionExpression") is { } text ? definitions.Expression(element.Id(), Formal(element, text.Value)) : null;
        return new(element.Id(), (string?)element.Attribute("sourceRef") ?? "", (string?)element.Attribute("targetRef") ?? "", condition, MostRounds(element));
    }

    /// <summary>A condition is always FEEL: without <c>=</c> it is another engine's language.</summary>
    private string Formal(XElement flow, string text)
    {
        if (!text.TrimStart().StartsWith('='))
        {
            definitions.Problems.Refuse(flow.Id(), "condition-not-feel", "条件必须是以“=”开头的 FEEL 表达式。", "A condition is FEEL and begins with \"=\".");
        }

        return text;
    }

    private int? MostRounds(XElement flow)
    {
        var stated = flow.Extension("properties")?.Elements(Names.Zeebe + "property").FirstOrDefault(p => (string?)p.Attribute("name") == "mostRounds").Value("value");
        if (stated is null) return null;
        if (int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) && rounds is >= 1 and <= 1000) return rounds;
        definitions.Problems.Refuse(flow.Id(), "most-rounds", "mostRounds 应为 1 到 1000 的整数。", "mostRounds is a whole number from 1 to 1000.");
        return null;
    }
}
