using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>How a token's stay at a node ended.</summary>
public enum VisitEnd
{
    /// <summary>It is there still.</summary>
    Open,

    /// <summary>The ordinary way.</summary>
    Done,

    /// <summary>Ended before its work was done.</summary>
    Ended,

    /// <summary>The node does not wait: a token went through.</summary>
    Passed,
}

/// <summary>A token's stay at a node.</summary>
/// <param name="Key">Of the element; null at a node that does not wait.</param>
/// <param name="Process">The process whose drawing the node is on.</param>
/// <param name="Index">The item's place in its collection, from 0; null outside a multi-instance.</param>
public sealed record NodeVisit(int? Key, string Process, string Node, int? Index, DateTimeOffset From, DateTimeOffset? To, VisitEnd End);

/// <summary>The story of an instance, node by node, as its events tell it: what a page shows beside the drawing.</summary>
public static class NodeVisits
{
    /// <summary>In the order in which tokens arrived.</summary>
    public static ImmutableArray<NodeVisit> Of(IEnumerable<(DateTimeOffset At, ProcessEvent Happened)> events)
    {
        var (visits, places, processes) = (new List<NodeVisit>(), new Dictionary<int, int>(), new Dictionary<int, string>());
        foreach (var (at, happened) in events)
        {
            switch (happened)
            {
                case InstanceStarted e: processes[1] = e.Process; break;
                case CalledInstanceStarted e: processes[e.Key] = e.Process; break;
                case ElementEntered e:
                    processes[e.Key] = e.Process;
                    if (e.Kind != ElementKind.Node) break;
                    places[e.Key] = visits.Count;
                    visits.Add(new(e.Key, e.Process, e.Node, e.Index, at, null, VisitEnd.Open));
                    break;
                case NodePassed e: visits.Add(Passed(e.Scope, e.Node, at)); break;
                case JoinFired e: visits.Add(Passed(e.Scope, e.Gateway, at)); break;
                case ElementCompleted e: Close(e.Key, at, VisitEnd.Done); break;
                case ElementTerminated e: Close(e.Key, at, VisitEnd.Ended); break;
            }
        }

        return [.. visits];

        NodeVisit Passed(int scope, string node, DateTimeOffset at) => new(null, processes.GetValueOrDefault(scope, processes.GetValueOrDefault(1, "")), node, null, at, at, VisitEnd.Passed);

        void Close(int key, DateTimeOffset at, VisitEnd end)
        {
            if (places.TryGetValue(key, out var place)) visits[place] = visits[place] with { To = at, End = end };
        }
    }
}
