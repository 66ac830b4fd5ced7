using System.Numerics;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// Whether a proof holds: the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2, which read a proof without the tree it came from.
/// A proof is checked whole: one hash too many is as wrong as one too few.
/// </summary>
public static class MerkleProof
{
    /// <summary>Whether <paramref name="leaf"/> is the entry at <paramref name="index"/> of the tree of <paramref name="size"/> entries with this root.</summary>
    public static bool IncludesLeaf(ulong index, ulong size, in Digest leaf, IReadOnlyList<Digest> proof, in Digest root)
    {
        if (index >= size)
        {
            return false;
        }

        var (node, last, hash) = (index, size - 1, leaf);
        foreach (var sibling in proof)
        {
            if (last == 0)
            {
                return false;
            }

            var right = IsRight(node, last);
            hash = right ? Merkle.Node(sibling, hash) : Merkle.Node(hash, sibling);
            (node, last) = Parent(node, last, right);
        }

        return last == 0 && hash == root;
    }

    /// <summary>
    /// Whether the tree of <paramref name="newSize"/> begins with the one of <paramref name="oldSize"/>: nothing of the old one was
    /// changed, taken away or moved. The empty tree says nothing about what followed it, so a proof from size 0 never holds.
    /// </summary>
    public static bool Extends(ulong oldSize, ulong newSize, IReadOnlyList<Digest> proof, in Digest oldRoot, in Digest newRoot)
    {
        if (oldSize == 0 || oldSize > newSize)
        {
            return false;
        }

        if (oldSize == newSize)
        {
            return proof.Count == 0 && oldRoot == newRoot;
        }

        // A complete old tree is a node of the new one and is left out of the proof.
        var whole = BitOperations.IsPow2(oldSize);
        if (proof.Count == 0)
        {
            return false;
        }

        var start = whole ? oldRoot : proof[0];
        var shift = BitOperations.TrailingZeroCount(oldSize);
        var (node, last, old, grown) = ((oldSize - 1) >> shift, (newSize - 1) >> shift, start, start);
        foreach (var sibling in proof.Skip(whole ? 0 : 1))
        {
            if (last == 0)
            {
                return false;
            }

            var right = IsRight(node, last);
            old = right ? Merkle.Node(sibling, old) : old;
            grown = right ? Merkle.Node(sibling, grown) : Merkle.Node(grown, sibling);
            (node, last) = Parent(node, last, right);
        }

        return last == 0 && old == oldRoot && grown == newRoot;
    }

    private static bool IsRight(ulong node, ulong last) => (node & 1) == 1 || node == last;

    /// <summary>One level up; a last node without sibling rises until it has one.</summary>
    private static (ulong Node, ulong Last) Parent(ulong node, ulong last, bool right)
    {
        var levels = right ? BitOperations.TrailingZeroCount(node) + 1 : 1;
        return (node >> levels, last >> levels);
    }
}
