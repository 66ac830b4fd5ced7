using System.Text;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>The hash tree of RFC 6962 §2.1 and the proofs of RFC 9162 §2.1.3 and §2.1.4.</summary>
public sealed class MerkleTests
{
    [Fact]
    public void An_empty_tree_has_the_hash_of_nothing() =>
        Assert.Equal("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", Merkle.EmptyRoot.ToString());

    [Fact]
    public void An_empty_entry_has_the_hash_of_its_prefix() =>
        Assert.Equal(Convert.FromHexString("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"), Merkle.Leaf([]).ToArray());

    [Fact]
    public void A_leaf_never_passes_for_a_node()
    {
        var (left, right) = (Trees.Leaf(0), Trees.Leaf(1));
        Assert.NotEqual(Merkle.Node(left, right), Merkle.Leaf([.. left.ToArray(), .. right.ToArray()]));
    }

    [Fact]
    public void Every_entry_of_every_tree_up_to_three_hundred_is_proven_and_by_no_other_place()
    {
        for (var size = 1; size <= Trees.Largest; size++)
        {
            var root = Trees.Root(0, size);
            for (var index = 0; index < size; index++)
            {
                var proof = Trees.Path(index, 0, size);
                Assert.True(MerkleProof.IncludesLeaf((ulong)index, (ulong)size, Trees.Leaf(index), proof, root), $"{index} of {size}");
                Assert.False(MerkleProof.IncludesLeaf((ulong)index + 1, (ulong)size, Trees.Leaf(index), proof, root), $"{index} of {size} as the next");
            }
        }
    }

    [Fact]
    public void Every_tree_up_to_three_hundred_extends_every_smaller_one()
    {
        for (var size = 1; size <= Trees.Largest; size++)
        {
            for (var old = 1; old <= size; old++)
            {
                var (oldRoot, root, proof) = (Trees.Root(0, old), Trees.Root(0, size), Trees.Proof(old, size));
                Assert.True(MerkleProof.Extends((ulong)old, (ulong)size, proof, oldRoot, root), $"{old} to {size}");
                Assert.False(MerkleProof.Extends((ulong)old, (ulong)size, proof, Trees.Leaf(999), root), $"{old} to {size} from another root");
                Assert.False(MerkleProof.Extends((ulong)old, (ulong)size, proof, oldRoot, Trees.Leaf(999)), $"{old} to {size} to another root");
            }
        }
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 7)]
    [InlineData(5, 11)]
    [InlineData(8, 13)]
    [InlineData(129, 300)]
    public void A_proof_with_one_bit_changed_one_hash_too_many_or_too_few_or_two_swapped_is_refused(int old, int size)
    {
        var (oldRoot, root) = (Trees.Root(0, old), Trees.Root(0, size));
        foreach (var wrong in Mutations(Trees.Proof(old, size)))
        {
            Assert.False(MerkleProof.Extends((ulong)old, (ulong)size, wrong, oldRoot, root));
        }

        foreach (var wrong in Mutations(Trees.Path(old, 0, size)))
        {
            Assert.False(MerkleProof.IncludesLeaf((ulong)old, (ulong)size, Trees.Leaf(old), wrong, root));
        }
    }

    [Fact]
    public void The_empty_tree_vouches_for_nothing() =>
        Assert.False(MerkleProof.Extends(0, 1, [], Merkle.EmptyRoot, Trees.Leaf(0)));

    [Theory]
    [InlineData("")]
    [InlineData("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU")]
    [InlineData("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=")]
    [InlineData(" 47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hS")]
    public void A_hash_has_one_spelling(string other) => Assert.False(Digest.TryParse(other, out _));

    private static IEnumerable<IReadOnlyList<Digest>> Mutations(List<Digest> proof)
    {
        yield return [.. proof, Merkle.Leaf(Encoding.ASCII.GetBytes("more"))];
        for (var n = 0; n < proof.Count; n++)
        {
            yield return [.. proof[..n], .. proof[(n + 1)..]];
            yield return [.. proof[..n], proof[n], proof[n], .. proof[(n + 1)..]];
            var bytes = proof[n].ToArray();
            bytes[n % Digest.Length] ^= 1;
            yield return [.. proof[..n], new(bytes), .. proof[(n + 1)..]];
            if (n > 0)
            {
                yield return [.. proof[..(n - 1)], proof[n], proof[n - 1], .. proof[(n + 1)..]];
            }
        }
    }
}
