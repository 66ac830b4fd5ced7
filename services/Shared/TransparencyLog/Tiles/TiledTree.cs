using System.Runtime.InteropServices;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// A tree of a known size whose hashes lie in tiles, on a disk or behind an address: roots and proofs from a few files.
/// Nothing read is trusted by itself: a proof made of it is checked against a signed root.
/// </summary>
/// <param name="size">Entries in the tree.</param>
/// <param name="read">The bytes of one file; it is asked for each at most once.</param>
/// <param name="known">What earlier proofs of the same log computed; nothing when left out.</param>
public sealed class TiledTree(ulong size, Func<TileAddress, ValueTask<ReadOnlyMemory<byte>>> read, KnownSubtrees? known = null)
{
    private readonly Dictionary<TileAddress, ReadOnlyMemory<byte>> tiles = [];

    public ulong Size => size;

    public Task<Digest> RootAsync() => size == 0 ? Task.FromResult(Merkle.EmptyRoot) : HashAsync(new(0, size));

    public Task<IReadOnlyList<Digest>> InclusionAsync(ulong index) => HashAllAsync(ProofShape.Inclusion(index, size));

    public Task<IReadOnlyList<Digest>> ConsistencyAsync(ulong oldSize) => HashAllAsync(ProofShape.Consistency(oldSize, size));

    private async Task<IReadOnlyList<Digest>> HashAllAsync(IReadOnlyList<EntryRange> ranges)
    {
        var hashes = new List<Digest>(ranges.Count);
        foreach (var range in ranges)
        {
            hashes.Add(await HashAsync(range));
        }

        return hashes;
    }

    /// <summary>The root of a subtree. A complete one lies within one tile; any other is divided as the tree is.</summary>
    private async Task<Digest> HashAsync(EntryRange range)
    {
        if (ulong.PopCount(range.Count) == 1)
        {
            return await HashOfCompleteAsync(range);
        }

        var (left, right) = ProofShape.Halves(range);
        return Merkle.Node(await HashAsync(left), await HashAsync(right));
    }

    private async Task<Digest> HashOfCompleteAsync(EntryRange range)
    {
        if (known is not null && known.TryFind(range, out var hash))
        {
            return hash;
        }

        var level = (int)ulong.Log2(range.Count) / TileAddress.Height;
        var (first, count) = (range.Begin >> (TileAddress.Height * level), (int)(range.Count >> (TileAddress.Height * level)));
        var (index, place) = (first / TileAddress.FullWidth, (int)(first % TileAddress.FullWidth));
        var tile = await TileAsync(level, index);
        var hashes = MemoryMarshal.Cast<byte, Digest>(tile.Span).Slice(place, count);
        return known is null ? Merkle.Root(hashes) : known.Root(range, hashes);
    }

    private async ValueTask<ReadOnlyMemory<byte>> TileAsync(int level, ulong index)
    {
        var hashes = size >> (TileAddress.Height * level);
        var address = new TileAddress(level, index, (int)Math.Min(TileAddress.FullWidth, hashes - (index * TileAddress.FullWidth)));
        if (!tiles.TryGetValue(address, out var bytes))
        {
            bytes = await read(address);
            if (bytes.Length != address.Width * Digest.Length)
            {
                throw new InvalidDataException($"{address.Path} has {bytes.Length} bytes, not {address.Width * Digest.Length}.");
            }

            tiles.Add(address, bytes);
        }

        return bytes;
    }
}
