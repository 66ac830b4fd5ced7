using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Host.Features;

namespace PilotRegistry.Workflows.Host;

/// <summary>Where the tokens of a case are, and where an operator may move each: within its own scope, as the engine allows.</summary>
internal static class Tokens
{
    public static IReadOnlyList<ReadSteering.Token> Of(ProcessState process, Release release) => [.. At(process, release), .. Stranded(process, release)];

    private static IEnumerable<ReadSteering.Token> At(ProcessState process, Release release) =>
        from element in process.Elements.Values
        where element.Kind != ElementKind.Process && element.Index is null && !IsScope(process, element)
        let node = release.Find(element.Process)?.Find(element.Node)
        where node is not null
        select new ReadSteering.Token(element.Key, element.Process, element.Node, null, Targets(release[element.Process], node.Within, element.Node));

    private static IEnumerable<ReadSteering.Token> Stranded(ProcessState process, Release release) =>
        from incident in process.Incidents.Values
        where incident.Code == "deadlock"
        let scope = process.Elements[incident.Element]
        from waiting in scope.Waiting
        let at = release[scope.Process].Flow(waiting.Key).Target
        select new ReadSteering.Token(scope.Key, scope.Process, at, waiting.Key, Targets(release[scope.Process], scope.Kind == ElementKind.Process ? null : scope.Node, at));

    /// <summary>A subprocess or a call with something in it; what is in it is moved, not the whole.</summary>
    private static bool IsScope(ProcessState process, Element element) => element.Kind == ElementKind.Node && process.ChildrenOf(element.Key).Any();

    private static IReadOnlyList<string> Targets(ProcessModel model, string? within, string from) =>
        [.. model.Nodes.Where(node => node.Within == within && node.Id != from && node.Kind is not (NodeKind.StartEvent or NodeKind.BoundaryEvent)).Select(node => node.Id)];
}
