using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger.Sequencing;

/// <summary>A source gave what cannot follow what it gave before: it is not read any further until a person has looked.</summary>
public sealed class BrokenSourceException(string source, string what) : Exception($"The leaves of {source} are not read any further: {what}");

/// <summary>Whether leaves may follow: each of the profile, of this source, once, upon the version before it in its stream.</summary>
public static class Succession
{
    /// <summary>The events, and where their streams stand then.</summary>
    /// <exception cref="BrokenSourceException">Says which leaf and why.</exception>
    public static (IReadOnlyList<Guid> Events, IReadOnlyDictionary<string, StreamTip> Moved) Check(
        string source, IReadOnlyList<(byte[] Leaf, LeafHead Head)> leaves, IReadOnlyDictionary<string, StreamTip> tips)
    {
        var (events, moved) = (new List<Guid>(leaves.Count), new Dictionary<string, StreamTip>(StringComparer.Ordinal));
        foreach (var (leaf, head) in leaves)
        {
            var tip = moved.GetValueOrDefault(head.Stream) ?? tips.GetValueOrDefault(head.Stream);
            if (head.Source != source || head.Version != (tip?.Version ?? 0) + 1 || head.Previous != tip?.Hash)
            {
                throw new BrokenSourceException(source, $"event {head.Id} is version {head.Version} of {head.Stream}, which stands at {tip?.Version ?? 0}, or follows another leaf.");
            }

            events.Add(head.Id);
            moved[head.Stream] = new(head.Version, Merkle.Leaf(leaf));
        }

        return (events, moved);
    }

    /// <exception cref="BrokenSourceException">A leaf is not of the profile.</exception>
    public static IReadOnlyList<(byte[] Leaf, LeafHead Head)> Read(string source, IReadOnlyList<byte[]> leaves)
    {
        try
        {
            return [.. leaves.Select(l => (l, LeafHead.Read(l)))];
        }
        catch (OutOfProfileException outside)
        {
            throw new BrokenSourceException(source, outside.Message);
        }
    }
}
