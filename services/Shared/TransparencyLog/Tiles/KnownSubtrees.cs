using System.Collections.Concurrent;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// Hashes of complete subtrees of one log, which never change once they are there: whoever makes many proofs computes each of them once.
/// Holds some 20 MB at most.
/// </summary>
public sealed class KnownSubtrees
{
    /// <summary>Smaller ones are computed faster than found.</summary>
    private const int LeastHashes = 8;

    private const int Most = 1 << 18;

    private readonly ConcurrentDictionary<EntryRange, Digest> hashes = [];

    public bool TryFind(EntryRange range, out Digest hash) => hashes.TryGetValue(range, out hash);

    /// <summary>The root over hashes of one tile, whole halves taken from what is known.</summary>
    /// <param name="range">The entries below them: a complete subtree.</param>
    public Digest Root(EntryRange range, ReadOnlySpan<Digest> of)
    {
        if (of.Length < LeastHashes)
        {
            return Merkle.Root(of);
        }

        if (hashes.TryGetValue(range, out var known))
        {
            return known;
        }

        var (left, right) = ProofShape.Halves(range);
        var hash = Merkle.Node(Root(left, of[..(of.Length / 2)]), Root(right, of[(of.Length / 2)..]));
        if (hashes.Count >= Most)
        {
            hashes.Clear();
        }

        hashes[range] = hash;
        return hash;
    }
}
