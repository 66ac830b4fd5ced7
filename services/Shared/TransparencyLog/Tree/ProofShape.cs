namespace PilotRegistry.TransparencyLog;

/// <summary>Entries of the log from <paramref name="Begin"/> up to but not including <paramref name="End"/>.</summary>
public readonly record struct EntryRange(ulong Begin, ulong End)
{
    public ulong Count => End - Begin;
}

/// <summary>
/// Which subtrees a proof names, in its order (RFC 6962 §2.1.1 and §2.1.2). Where their hashes come from is another's business:
/// <see cref="TiledTree"/> has them from tiles.
/// </summary>
public static class ProofShape
{
    /// <summary>From the entry's sibling up to the root's child.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The tree has no such entry.</exception>
    public static IReadOnlyList<EntryRange> Inclusion(ulong index, ulong size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var (ranges, tree) = (new List<EntryRange>(), new EntryRange(0, size));
        while (tree.Count > 1)
        {
            var (left, right) = Halves(tree);
            (tree, var sibling) = index < right.Begin ? (left, right) : (right, left);
            ranges.Add(sibling);
        }

        ranges.Reverse();
        return ranges;
    }

    /// <summary>Empty for two trees of the same size, and for one that had no entries.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The old tree is the larger one.</exception>
    public static IReadOnlyList<EntryRange> Consistency(ulong oldSize, ulong newSize)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        if (oldSize == 0)
        {
            return [];
        }

        var (ranges, tree) = (new List<EntryRange>(), new EntryRange(0, newSize));
        while (tree.End != oldSize)
        {
            var (left, right) = Halves(tree);
            (tree, var sibling) = oldSize <= right.Begin ? (left, right) : (right, left);
            ranges.Add(sibling);
        }

        if (tree.Begin > 0)
        {
            ranges.Add(tree);
        }

        ranges.Reverse();
        return ranges;
    }

    /// <summary>How a tree of two entries or more is divided.</summary>
    internal static (EntryRange Left, EntryRange Right) Halves(EntryRange tree)
    {
        var middle = tree.Begin + Merkle.Split(tree.Count);
        return (tree with { End = middle }, tree with { Begin = middle });
    }
}
