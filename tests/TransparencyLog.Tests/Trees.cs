using System.Collections.Concurrent;
using System.Text;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>Trees of known entries, and their roots and proofs by the definitions of RFC 6962 §2.1, written down as they stand there.</summary>
internal static class Trees
{
    public const int Largest = 300;

    public static Digest Leaf(int n) => Merkle.Leaf(Encoding.ASCII.GetBytes($"entry {n}"));

    private static readonly ConcurrentDictionary<(int, int), Digest> Roots = [];

    /// <summary>MTH(D[begin:end]); hashes once computed are kept, the definition is not shortened.</summary>
    public static Digest Root(int begin, int end) => Roots.GetOrAdd((begin, end), range =>
    {
        if (end - begin < 2)
        {
            return end == begin ? Merkle.EmptyRoot : Leaf(begin);
        }

        var k = LargestPowerBelow(end - begin);
        return Merkle.Node(Root(begin, begin + k), Root(begin + k, end));
    });

    /// <summary>PATH(m, D[begin:end]).</summary>
    public static List<Digest> Path(int m, int begin, int end)
    {
        if (end - begin == 1)
        {
            return [];
        }

        var k = LargestPowerBelow(end - begin);
        return m < k ? [.. Path(m, begin, begin + k), Root(begin + k, end)] : [.. Path(m - k, begin + k, end), Root(begin, begin + k)];
    }

    /// <summary>PROOF(m, D[0:size]) = SUBPROOF(m, D[0:size], true).</summary>
    public static List<Digest> Proof(int m, int size) => Subproof(m, 0, size, whole: true);

    private static List<Digest> Subproof(int m, int begin, int end, bool whole)
    {
        if (m == end - begin)
        {
            return whole ? [] : [Root(begin, end)];
        }

        var k = LargestPowerBelow(end - begin);
        return m <= k
            ? [.. Subproof(m, begin, begin + k, whole), Root(begin + k, end)]
            : [.. Subproof(m - k, begin + k, end, whole: false), Root(begin, begin + k)];
    }

    private static int LargestPowerBelow(int n)
    {
        var k = 1;
        while (k * 2 < n)
        {
            k *= 2;
        }

        return k;
    }

    /// <summary>The files of a log of this many entries, by their address.</summary>
    public static Dictionary<string, byte[]> Files(int size)
    {
        var (tree, files) = (new GrowingTree(), new Dictionary<string, byte[]>());
        for (var n = 0; n < size; n++)
        {
            tree.Append(Leaf(n), (address, bytes) => files.Add(address.Path, bytes.ToArray()));
        }

        foreach (var (address, bytes) in tree.Partial())
        {
            files.Add(address.Path, bytes);
        }

        return files;
    }

    public static TiledTree Tiled(int size, KnownSubtrees? known = null)
    {
        var files = Files(size);
        return new((ulong)size, address => ValueTask.FromResult<ReadOnlyMemory<byte>>(files[address.Path]), known);
    }
}
