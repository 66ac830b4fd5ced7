using System.Runtime.InteropServices;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// A tree that only grows: it holds the hashes of the last, not yet full tile of each level (at most 8 kB a level), which is all
/// that the next root and the next files need.
/// </summary>
public sealed class GrowingTree
{
    private readonly List<List<Digest>> edge = [];

    public ulong Size { get; private set; }

    /// <summary>The tree of this size again, from the partial tiles that were written for it.</summary>
    /// <param name="read">The bytes of one partial tile.</param>
    public static GrowingTree Resume(ulong size, Func<TileAddress, ReadOnlySpan<byte>> read)
    {
        var tree = new GrowingTree { Size = size };
        for (var (level, hashes) = (0, size); hashes > 0; level++, hashes >>= TileAddress.Height)
        {
            var width = (int)(hashes % TileAddress.FullWidth);
            var tile = width == 0 ? [] : read(new(level, hashes / TileAddress.FullWidth, width));
            if (tile.Length != width * Digest.Length)
            {
                throw new InvalidDataException($"The tile at the edge of level {level} has {tile.Length} bytes, not {width * Digest.Length}.");
            }

            tree.edge.Add([.. MemoryMarshal.Cast<byte, Digest>(tile)]);
        }

        return tree;
    }

    /// <summary>Adds an entry's hash.</summary>
    /// <param name="full">Receives each tile that became full by it, lowest level first.</param>
    public void Append(in Digest leaf, Action<TileAddress, ReadOnlySpan<byte>>? full = null)
    {
        var (hash, hashes) = (leaf, ++Size);
        for (var level = 0; ; level++, hashes >>= TileAddress.Height)
        {
            if (level == edge.Count)
            {
                edge.Add([]);
            }

            edge[level].Add(hash);
            if (edge[level].Count < TileAddress.FullWidth)
            {
                return;
            }

            var tile = CollectionsMarshal.AsSpan(edge[level]);
            full?.Invoke(new(level, (hashes / TileAddress.FullWidth) - 1, TileAddress.FullWidth), MemoryMarshal.AsBytes(tile));
            hash = Merkle.Root(tile);
            edge[level].Clear();
        }
    }

    /// <summary>The partial tiles of this size.</summary>
    public IEnumerable<(TileAddress Address, byte[] Bytes)> Partial() => edge
        .Select((hashes, level) => (new TileAddress(level, (Size >> (TileAddress.Height * level)) / TileAddress.FullWidth, hashes.Count), hashes))
        .Where(t => t.hashes.Count > 0)
        .Select(t => (t.Item1, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(t.hashes)).ToArray()));

    /// <summary>Levels from the lowest: what is left over below a level is the last, smaller subtree of that level.</summary>
    public Digest Root()
    {
        Digest[] rest = [];
        foreach (var level in edge)
        {
            rest = level.Count + rest.Length == 0 ? [] : [Merkle.Root([.. level, .. rest])];
        }

        return Merkle.Root(rest);
    }
}
