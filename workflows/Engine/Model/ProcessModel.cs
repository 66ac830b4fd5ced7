using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>One process of a file, as a graph.</summary>
public sealed class ProcessModel
{
    private readonly FrozenDictionary<string, Node> nodes;
    private readonly FrozenDictionary<string, ImmutableArray<Node>> boundaries;
    private readonly FrozenDictionary<string, Flow> flows;

    internal ProcessModel(string id, string? name, string hash, IReadOnlyList<Node> nodes)
    {
        (Id, Name, Hash, Nodes) = (id, name, hash, nodes);
        this.nodes = nodes.ToFrozenDictionary(node => node.Id);
        flows = nodes.SelectMany(node => node.Outgoing).ToFrozenDictionary(flow => flow.Id);
        boundaries = nodes.Where(node => node.AttachedTo is not null).GroupBy(node => node.AttachedTo!)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    public string Id { get; }

    public string? Name { get; }

    /// <summary>SHA-256 of the file it stands in, in hex.</summary>
    public string Hash { get; }

    /// <summary>In document order.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    public Node this[string id] => nodes[id];

    public Node? Find(string id) => nodes.GetValueOrDefault(id);

    public Flow Flow(string id) => flows[id];

    public ImmutableArray<Node> BoundariesOf(string host) => boundaries.GetValueOrDefault(host, []);

    /// <summary>The start without a trigger, of the process or of one of its subprocesses.</summary>
    public Node? PlainStart(string? within) => Nodes.FirstOrDefault(node => node.Kind == NodeKind.StartEvent && node.Within == within && node.Trigger is null);

    /// <summary>The starts by message.</summary>
    public IEnumerable<Node> MessageStarts => Nodes.Where(node => node is { Kind: NodeKind.StartEvent, Within: null, Trigger: Trigger.Message });
}

/// <summary>A file that was read without a refusal.</summary>
/// <param name="Source">Its text as it came: what this engine does not know in it is kept.</param>
/// <param name="Hash">SHA-256 of the text in UTF-8, in hex.</param>
public sealed record BpmnFile(string Source, string Hash, IReadOnlyList<ProcessModel> Processes);

/// <summary>The processes an instance runs on, with those it calls: chosen once when it starts, never changed under it.</summary>
public sealed class Release
{
    private readonly FrozenDictionary<string, ProcessModel> processes;

    private Release(string id, FrozenDictionary<string, ProcessModel> processes) => (Id, this.processes) = (id, processes);

    /// <summary>SHA-256 over the processes' ids and hashes, in hex: the same files give the same release.</summary>
    public string Id { get; }

    public IEnumerable<ProcessModel> Processes => processes.Values.OrderBy(process => process.Id, StringComparer.Ordinal);

    public ProcessModel this[string process] => processes[process];

    public ProcessModel? Find(string process) => processes.GetValueOrDefault(process);

    public static Release Of(params IEnumerable<ProcessModel> processes)
    {
        var all = processes.ToFrozenDictionary(process => process.Id);
        var lines = all.Values.OrderBy(process => process.Id, StringComparer.Ordinal).Select(process => $"{process.Id} {process.Hash}\n");
        return new(Sha256.Hex(string.Concat(lines)), all);
    }
}
