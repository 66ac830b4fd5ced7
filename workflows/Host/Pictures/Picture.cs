using PilotRegistry.EventStore;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>What a node of a drawing is just now. The gravest counts: <c>incident</c>, <c>overdue</c>, <c>suspended</c>, <c>active</c>, <c>done</c>.</summary>
/// <param name="Process">The drawing it is on.</param>
/// <param name="Open">How many tokens are at it; 0 when it is done.</param>
/// <param name="Since">Since when the first of them waits.</param>
/// <param name="Due">The nearest end of a last day.</param>
/// <param name="Roles">Whom it waits for.</param>
public sealed record PicturedNode(string Process, string Node, string State, int Open, DateTimeOffset? Since, DateTimeOffset? Due, IReadOnlyList<string> Roles);

/// <summary>A file that the instance runs on and has reached.</summary>
/// <param name="Sha256">Its name for ever; <c>GET /definitions/{sha256}</c> is its text.</param>
public sealed record PicturedDrawing(string Process, string Sha256);

/// <summary>A step of the story.</summary>
/// <param name="Outcome">What a person decided there; null otherwise.</param>
/// <param name="Role">In which role.</param>
/// <param name="Reasons">Left out where the public reads.</param>
public sealed record PicturedVisit(string Process, string Node, int? Index, DateTimeOffset From, DateTimeOffset? To, VisitEnd End, string? Outcome, string? Role, string? Reasons);

/// <summary>Something that waits for an operator.</summary>
public sealed record PicturedIncident(int Number, string Process, string Node, string Code, Wording Message);

/// <summary>A case on its drawings: where it stands, what each node did. Nobody is named in it.</summary>
public sealed record Picture(
    Guid Id, string Process, string? BusinessKey, Guid? Park, string? Province, Guid? Case, InstanceStatus Status, long Version, DateTimeOffset Started, DateTimeOffset? Ended,
    IReadOnlyList<PicturedDrawing> Drawings, IReadOnlyList<PicturedNode> Nodes, IReadOnlyList<PicturedVisit> History, IReadOnlyList<PicturedIncident> Incidents)
{
    public static Picture Of(IReadOnlyList<Recorded> record, KnownInstance known, Release release, DateTimeOffset now)
    {
        var process = known.State.Process;
        var (facts, visits) = (CaseFacts.Of(process), NodeVisits.Of(record.SelectMany(each => each.Event is ProcessStepped stepped ? stepped.Steps.Select(step => (each.At, step)) : [])));
        var decided = record.Where(each => each.Event is CompletionRequested).ToLookup(each => ((CompletionRequested)each.Event).Element);
        var refused = record.Select(each => each.Event).OfType<CompletionRefused>().Select(each => each.Command).ToHashSet();
        var drawings = visits.Select(visit => visit.Process).Prepend(process.Process).Distinct().Where(each => release.Find(each) is not null).Select(each => new PicturedDrawing(each, release[each].Hash));
        return new(
            process.Instance, process.Process, process.BusinessKey, facts.Park, facts.Province, facts.Thing, process.Status, known.Version, record[0].At,
            process.Status is InstanceStatus.Completed or InstanceStatus.Cancelled ? record[^1].At : null,
            [.. drawings], [.. visits.GroupBy(visit => (visit.Process, visit.Node)).Select(group => NodeOf(group.Key.Process, group.Key.Node, [.. group], process, now))],
            [.. visits.Select(visit => Told(visit, visit.Key is { } key ? decided[key].LastOrDefault(each => !refused.Contains(((CompletionRequested)each.Event).Command)) : null))],
            [.. process.Incidents.Values.Select(each => new PicturedIncident(each.Key, process.Elements[each.Element].Process, each.Node, each.Code, each.Message))]);
    }

    /// <summary>For everybody: where and when, without reasons.</summary>
    public Picture WithoutReasons() => this with { History = [.. History.Select(visit => visit with { Reasons = null })], Incidents = [] };

    private static PicturedVisit Told(NodeVisit visit, Recorded? decision)
    {
        var asked = decision?.Event as CompletionRequested;
        return new(visit.Process, visit.Node, visit.Index, visit.From, visit.To, visit.End, asked?.Outcome, asked is null ? null : decision!.Envelope.Role, asked?.Reasons);
    }

    private static PicturedNode NodeOf(string drawing, string node, IReadOnlyList<NodeVisit> visits, ProcessState process, DateTimeOffset now)
    {
        var open = visits.Where(visit => visit is { End: VisitEnd.Open, Key: { } key } && process.Elements.ContainsKey(key)).ToList();
        var tasks = open.Select(visit => process.Tasks.GetValueOrDefault(visit.Key!.Value)).OfType<OpenTask>().ToList();
        var due = tasks.Select(task => task.Due?.At).Where(at => at is not null).Min();
        var isStuck = process.Incidents.Values.Any(each => each.Node == node && process.Elements[each.Element].Process == drawing);
        var state = isStuck ? "incident" : open.Count == 0 ? "done" : due < now ? "overdue" : process.Status == InstanceStatus.Suspended ? "suspended" : "active";
        return new(drawing, node, state, open.Count, open.Count == 0 ? null : open.Min(visit => visit.From), due, [.. tasks.SelectMany(task => task.Groups).Distinct()]);
    }
}
