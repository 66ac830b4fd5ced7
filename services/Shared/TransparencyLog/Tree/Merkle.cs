using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PilotRegistry.TransparencyLog;

/// <summary>The hash tree of RFC 6962 §2.1: leaves and nodes are hashed with different prefixes, so that one never passes for the other.</summary>
public static class Merkle
{
    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    public static Digest EmptyRoot { get; } = new(SHA256.HashData([]));

    /// <summary>SHA-256(0x00 ‖ entry).</summary>
    public static Digest Leaf(ReadOnlySpan<byte> entry)
    {
        Span<byte> prefixed = entry.Length < 1024 ? stackalloc byte[entry.Length + 1] : new byte[entry.Length + 1];
        prefixed[0] = 0;
        entry.CopyTo(prefixed[1..]);
        return Sha256(prefixed);
    }

    /// <summary>SHA-256(0x01 ‖ left ‖ right).</summary>
    public static Digest Node(in Digest left, in Digest right)
    {
        Span<byte> children = stackalloc byte[1 + (2 * Digest.Length)];
        children[0] = 1;
        Digest.Bytes(in left).CopyTo(children[1..]);
        Digest.Bytes(in right).CopyTo(children[(1 + Digest.Length)..]);
        return Sha256(children);
    }

    /// <summary>The root over hashes of subtrees of the same size; the last alone may be of a smaller one.</summary>
    public static Digest Root(ReadOnlySpan<Digest> subtrees) => subtrees.Length switch
    {
        0 => EmptyRoot,
        1 => subtrees[0],
        var n => Node(Root(subtrees[..(int)Split((ulong)n)]), Root(subtrees[(int)Split((ulong)n)..]))
    };

    /// <summary>Where a tree of n ≥ 2 leaves is divided: the largest power of two smaller than n.</summary>
    public static ulong Split(ulong n) => 1UL << BitOperations.Log2(n - 1);

    private static Digest Sha256(ReadOnlySpan<byte> bytes)
    {
        Digest digest = default;
        SHA256.HashData(bytes, MemoryMarshal.AsBytes(new Span<Digest>(ref digest)));
        return digest;
    }
}
