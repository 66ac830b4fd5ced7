using System.Globalization;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// Whether the log holds what was promised: the event, with the leaf that was promised, and in time as far as anybody saw when. What
/// nobody can know from what there is, is said to be so.
/// </summary>
internal sealed class PromiseCheck(IEnumerable<HeldPromise> promises)
{
    private readonly ILookup<(string, Guid), HeldPromise> byEvent = promises.ToLookup(p => (p.Promise.Source, p.Promise.Event));
    private readonly Dictionary<HeldPromise, ulong> kept = [];

    /// <summary>What is wrong with an entry that was promised otherwise.</summary>
    public IEnumerable<string> Add(ulong index, LeafHead head, Digest hash)
    {
        foreach (var held in byEvent[(head.Source, head.Id)])
        {
            kept.TryAdd(held, index);
            if (held.Promise.Leaf != hash)
            {
                yield return $"The event {head.Id} of {head.Source} stands here with the leaf {hash}; promised was {held.Promise.Leaf} ({held.Name}): it was changed after it was accepted.";
            }
        }
    }

    /// <summary>What is missing or came late.</summary>
    /// <param name="seen">Who saw which size when.</param>
    /// <param name="until">Until when the log is known to have gone on; null when nobody knows.</param>
    public IEnumerable<AuditFault> Missing(IReadOnlyList<SeenCheckpoint> seen, DateTimeOffset? until)
    {
        foreach (var held in byEvent.SelectMany(p => p))
        {
            if (!kept.TryGetValue(held, out var index))
            {
                if (until > held.Promise.Deadline)
                {
                    yield return new(Index: null, string.Create(
                        CultureInfo.InvariantCulture,
                        $"The event {held.Promise.Event} of {held.Promise.Source} was promised by {held.Promise.Deadline:u} ({held.Name}); at {until:u} it is not in the log: it was accepted and dropped."));
                }
            }
            else if (seen.FirstOrDefault(s => s.Checkpoint.Size <= index && s.At > held.Promise.Deadline) is { } late)
            {
                yield return new(index, string.Create(
                    CultureInfo.InvariantCulture,
                    $"The event {held.Promise.Event} of {held.Promise.Source} was promised by {held.Promise.Deadline:u} and was not among the {late.Checkpoint.Size} entries at {late.At:u}: late."));
            }
        }
    }

    /// <summary>What became of the promises, in a sentence; null when there are none.</summary>
    public string? Summary(IReadOnlyList<SeenCheckpoint> seen, DateTimeOffset? until)
    {
        var all = byEvent.SelectMany(p => p).ToList();
        var inTime = kept.Count(k => seen.Any(s => s.Checkpoint.Size > k.Value && s.At <= k.Key.Promise.Deadline));
        var notDue = all.Count(p => !kept.ContainsKey(p) && until <= p.Promise.Deadline);
        var unknown = until is null ? all.Count : 0;
        return all.Count == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Count} promises: {kept.Count} in the log ({inTime} seen there in time; of {kept.Count - inTime} the delay is not checkable), {notDue} not due yet, {unknown} not checkable");
    }
}
