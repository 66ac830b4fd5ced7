using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>Each check has something that only it refuses, and lets pass what lies just within. <c>docs/mutants.md</c> says whether one is missing.</summary>
public sealed class OnlyThisRefusesTests
{
    private const string Line = "— a AAAAAAA=\n";

    [Fact]
    public void A_note_has_a_name_that_can_be_read_at_least_one_signature_and_at_most_128()
    {
        Assert.Equal("\n", SignedNote.Parse($"\n\n{Line}").Text);
        Assert.Equal(128, SignedNote.Parse($"a\n\n{string.Concat(Enumerable.Repeat(Line, 128))}").Signatures.Count);
        foreach (var other in new[] { $"x{Line}", $"a\n\n{string.Concat(Enumerable.Repeat(Line, 129))}", "a\n\n—  AAAAAAA=\n", "a\n\n— a\u3000b AAAAAAA=\n", "a\n\n— a\u007f AAAAAAA=\n", "a\n\n— a+ AAAAAAA=\n" })
        {
            Assert.Throws<FormatException>(() => SignedNote.Parse(other));
        }
    }

    [Fact]
    public void A_note_is_at_most_a_mebibyte_long()
    {
        byte[] end = [.. "\n\n"u8, .. Encoding.UTF8.GetBytes(Line)];
        byte[] largest = [.. Enumerable.Repeat((byte)'a', SignedNote.MostBytes - end.Length), .. end];
        Assert.Equal(SignedNote.MostBytes, SignedNote.Parse(largest).ToBytes().Length);
        Assert.Throws<FormatException>(() => SignedNote.Parse([(byte)'a', .. largest]));
    }

    [Fact]
    public void A_signature_under_another_name_is_nobody_s()
    {
        var note = new Checkpoint(Keys.Origin, 20, Trees.Root(0, 20)).SignedBy(Keys.SecondLog);
        Assert.Empty((note with { Signatures = [note.Signatures[0] with { Name = "other.example" }] }).Verify([Keys.SecondLog.Key]));
        Assert.False(Keys.Log.Key.Equals(null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a\u3000b")]
    [InlineData("a\u007fb")]
    public void A_key_has_a_name_that_can_be_read(string name) =>
        Assert.Throws<FormatException>(() => VerifierKey.Parse(new VerifierKey(name, SignatureType.Ed25519, new byte[32]).ToString()));

    [Fact]
    public void A_key_is_of_a_type_that_is_known_and_of_its_length_and_curve()
    {
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        byte[] longForm = [0x30, 0x81, .. Keys.SecondLog.Key.Key[1..]];
        foreach (var key in new VerifierKey[]
        {
            new("a", SignatureType.Ed25519, new byte[31]), new("a", SignatureType.Cosignature, new byte[33]), new("a", (SignatureType)3, new byte[32]),
            new("a", SignatureType.EcdsaP256, p384.ExportSubjectPublicKeyInfo()), new("a", SignatureType.EcdsaP256, [.. Keys.SecondLog.Key.Key, 0]),
            new("a", SignatureType.EcdsaP256, longForm), new("a", SignatureType.EcdsaP256, new byte[91]),
        })
        {
            Assert.Throws<FormatException>(() => VerifierKey.Parse(key.ToString()));
        }
    }

    [Fact]
    public void A_witness_s_signature_has_72_bytes_and_a_time_that_is_one()
    {
        var witness = Keys.Witness("hunan").Key;
        var (text, last) = (new Checkpoint(Keys.Origin, 20, Trees.Root(0, 20)).ToText(), (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds());
        Assert.Equal(last, (ulong)Signed(last).Verify([witness]).Single().At!.Value.ToUnixTimeSeconds());
        Assert.Throws<FormatException>(() => Signed(last + 1).Verify([witness]));
        foreach (var length in new[] { 4, 71, 73 })
        {
            Assert.Throws<FormatException>(() => new SignedNote(text, [new(witness.Name, witness.Id, ((byte[])[.. Signed(1).Signatures[0].Bytes, 0])[..length])]).Verify([witness]));
        }

        SignedNote Signed(ulong seconds)
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, seconds);
            return new(text, [new(witness.Name, witness.Id, [.. bytes, .. Ed25519.Sign(Keys.Secret("hunan"), VerifierKey.Cosigned(seconds, Encoding.UTF8.GetBytes(text)))])]);
        }
    }

    [Theory]
    [InlineData("# a\u0001", false)]
    [InlineData("# a\u007f", false)]
    [InlineData("# a\tb", true)]
    [InlineData("quorum nobody", false)]
    [InlineData("group x 1 a\nquorum x", true)]
    [InlineData("group x 2 a b\nquorum x", true)]
    [InlineData("group x 3 a b\nquorum x", false)]
    [InlineData("group x 0 a b\nquorum x", false)]
    [InlineData("group x 01 a b\nquorum x", false)]
    [InlineData("group x one a b\nquorum x", false)]
    [InlineData("log {witness}\nquorum none", false)]
    [InlineData("witness c {log}\nquorum none", false)]
    public void A_policy_names_only_what_it_defines(string rest, bool isPolicy)
    {
        var text = $"log {Keys.Log.Key}\nwitness a {Keys.Witness("a").Key}\nwitness b {Keys.Witness("b").Key}\n"
            + rest.Replace("{witness}", Keys.Witness("c").Key.ToString(), StringComparison.Ordinal).Replace("{log}", Keys.Stranger.Key.ToString(), StringComparison.Ordinal)
            + (rest.Contains("quorum", StringComparison.Ordinal) ? "\n" : "\nquorum none\n");
        if (isPolicy)
        {
            Assert.Single(LogPolicy.Parse(text).Logs);
        }
        else
        {
            Assert.StartsWith("Line ", Assert.Throws<FormatException>(() => LogPolicy.Parse(text)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_receipt_has_at_most_63_hashes()
    {
        var note = new Checkpoint(Keys.Origin, 20, Trees.Root(0, 20)).SignedBy(Keys.Log);
        var largest = new LogProof(null, 0, [.. Enumerable.Repeat(Merkle.EmptyRoot, 63)], note);
        Assert.Equal(63, LogProof.Parse(largest.ToString()).Hashes.Count);
        Assert.Throws<FormatException>(() => LogProof.Parse((largest with { Hashes = [.. largest.Hashes, Merkle.EmptyRoot] }).ToString()));
    }

    /// <summary>Roots that a log made up for the purpose: the hashes would lead there, the sizes do not allow them.</summary>
    [Fact]
    public void A_proof_has_no_hash_too_many_even_towards_a_root_made_for_it()
    {
        var (a, b, c, d) = (Trees.Leaf(1), Trees.Leaf(2), Trees.Leaf(3), Trees.Leaf(4));
        Assert.False(MerkleProof.IncludesLeaf(0, 1, a, [b], Merkle.Node(b, a)));
        Assert.False(MerkleProof.Extends(3, 4, [a, b, c, d], Merkle.Node(d, Merkle.Node(c, a)), Merkle.Node(d, Merkle.Node(c, Merkle.Node(a, b)))));
        Assert.False(MerkleProof.Extends(5, 4, [a, b, c], a, Merkle.Node(Merkle.Node(a, b), c)));
        Assert.Empty(ProofShape.Consistency(0, 5));
        Assert.Empty(ProofShape.Consistency(5, 5));
    }

    [Fact]
    public async Task Files_of_another_length_are_no_tiles()
    {
        var short1 = new TiledTree(2, _ => ValueTask.FromResult<ReadOnlyMemory<byte>>(new byte[96]));
        await Assert.ThrowsAsync<InvalidDataException>(short1.RootAsync);
        Assert.Throws<InvalidDataException>(() => GrowingTree.Resume(2, _ => new byte[96]));
        Assert.Throws<ArgumentException>(() => new Digest(new byte[33]));
        Assert.Equal(0, Assert.Single(EntryBundle.ReadAll(new byte[2])).Length);
        var tree = new GrowingTree();
        Enumerable.Range(0, TileAddress.FullWidth).ToList().ForEach(n => tree.Append(Trees.Leaf(n)));
        Assert.Equal("tile/1/000.p/1", Assert.Single(tree.Partial()).Address.Path);
    }

    [Fact]
    public void The_order_of_a_record_is_judged_to_the_millisecond_and_says_what_it_followed()
    {
        var (order, morning) = (new RecordOrder(), PublicFiles.Morning);
        Assert.Empty(Add(0, PublicFiles.Leaf(1, 1, null, morning.AddHours(1))));
        Assert.Empty(Add(1, PublicFiles.Leaf(2, 1, null, morning)));
        Assert.Contains("dated back", Assert.Single(Add(2, PublicFiles.Leaf(3, 1, null, morning.AddMilliseconds(-1)))), StringComparison.Ordinal);
        Assert.Contains("goes from version 0 to 2: something was taken away", Assert.Single(Add(3, PublicFiles.Leaf(4, 2, Merkle.EmptyRoot, morning))), StringComparison.Ordinal);
        Assert.Contains(Add(4, PublicFiles.Leaf(4, 4, Merkle.EmptyRoot, morning)), w => w.Contains("from version 2 (entry 3) to 4", StringComparison.Ordinal));
        Assert.Equal(morning.AddHours(1), order.Latest);

        IReadOnlyList<string> Add(int index, Leaf leaf)
        {
            var entry = leaf.Write();
            return order.Add((ulong)index, entry, Merkle.Leaf(entry), out _);
        }
    }
}
