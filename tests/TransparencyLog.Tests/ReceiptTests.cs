using System.Text;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>C2SP tlog-proof and tlog-policy.</summary>
public sealed class ReceiptTests
{
    private static readonly Checkpoint Published = new(Keys.Origin, 20, Trees.Root(0, 20));

    private static readonly string Provinces =
        $"""
         # who must have seen a checkpoint
         log {Keys.Log.Key} https://registry.example
         log {Keys.SecondLog.Key}
         witness hunan {Keys.Witness("hunan").Key} https://witness.hunan.example
         witness hubei {Keys.Witness("hubei").Key}
         witness henan	{Keys.Witness("henan").Key}
         group provinces 2 hunan hubei henan

         witness university {Keys.Witness("university").Key}
         group universities any university
         group all-of-them all provinces universities
         quorum all-of-them
         """;

    [Fact]
    public void A_receipt_is_read_as_it_is_written()
    {
        var receipt = new LogProof(Encoding.UTF8.GetBytes("entry 7"), 7, Trees.Path(7, 0, 20), Published.SignedBy(Keys.Log));
        Assert.StartsWith("c2sp.org/tlog-proof@v1\nextra ZW50cnkgNw==\nindex 7\n", receipt.ToString(), StringComparison.Ordinal);
        var read = LogProof.Parse(receipt.ToString());
        Assert.Equal(receipt.ToString(), read.ToString());
        Assert.True(MerkleProof.IncludesLeaf(read.Index, 20, Merkle.Leaf(read.Extra), read.Hashes, Published.Root));
    }

    [Fact]
    public void A_receipt_without_extra_data_of_a_log_with_one_entry_has_no_hashes()
    {
        var receipt = new LogProof(Extra: null, 0, [], new Checkpoint(Keys.Origin, 1, Trees.Leaf(0)).SignedBy(Keys.Log));
        Assert.Equal(receipt.ToString(), LogProof.Parse(receipt.ToString()).ToString());
    }

    [Theory]
    [InlineData("index 7\n", "index 07\n")]
    [InlineData("index 7\n", "index -7\n")]
    [InlineData("index 7\n", "")]
    [InlineData("tlog-proof@v1", "tlog-proof@v2")]
    [InlineData("extra ZW50cnkgNw==", "extra ZW50cnkgNx==")]
    [InlineData("extra ", "Extra ")]
    [InlineData("\n\n", "\n\n\n")]
    public void A_receipt_has_one_spelling(string part, string other)
    {
        var receipt = new LogProof(Encoding.UTF8.GetBytes("entry 7"), 7, Trees.Path(7, 0, 20), Published.SignedBy(Keys.Log)).ToString();
        var at = receipt.IndexOf(part, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => LogProof.Parse(receipt[..at] + other + receipt[(at + part.Length)..]));
    }

    [Theory]
    [InlineData("hunan henan university", true)]
    [InlineData("hunan hubei henan university", true)]
    [InlineData("hunan university", false)]
    [InlineData("hunan hubei henan", false)]
    [InlineData("", false)]
    public void A_checkpoint_counts_once_the_quorum_saw_it(string seenBy, bool counts)
    {
        NoteSigner[] signers = [Keys.Log, .. seenBy.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Keys.Witness)];
        var note = Published.SignedBy(signers);
        if (counts)
        {
            Assert.Equal(Published, LogPolicy.Parse(Provinces).Check(note).Checkpoint);
        }
        else
        {
            Assert.Throws<FormatException>(() => LogPolicy.Parse(Provinces).Check(note));
        }
    }

    [Fact]
    public void Witnesses_do_not_stand_in_for_the_log()
    {
        var note = Published.SignedBy(Keys.Witness("hunan"), Keys.Witness("hubei"), Keys.Witness("university"));
        Assert.Throws<FormatException>(() => LogPolicy.Parse(Provinces).Check(note));
        Assert.Throws<FormatException>(() => LogPolicy.Parse(Provinces).Check(new Checkpoint("other.example", 20, Published.Root).SignedBy(Keys.Log)));
    }

    [Fact]
    public void Without_witnesses_the_log_alone_is_believed_only_where_the_policy_says_so()
    {
        var alone = LogPolicy.Parse($"log {Keys.Log.Key}\nquorum none\n");
        Assert.Equal(Published, alone.Check(Published.SignedBy(Keys.Log)).Checkpoint);
        Assert.Throws<FormatException>(() => LogPolicy.Parse($"log {Keys.Log.Key}\n"));
    }

    [Theory]
    [InlineData("quorum all-of-them\n")]
    [InlineData("group more 2 university\n")]
    [InlineData("group more 0 hunan\n")]
    [InlineData("group more 01 hunan\n")]
    [InlineData("group more 1 nobody\n")]
    [InlineData("group more 1 hunan\n")]
    [InlineData("group hunan 1 all-of-them\n")]
    [InlineData("group none 1 all-of-them\n")]
    [InlineData("witness again {key}\n")]
    [InlineData("log {key}\n")]
    [InlineData("watcher\n")]
    [InlineData("\r\n")]
    public void A_policy_that_is_not_plain_is_refused_with_its_line(string more)
    {
        var wrong = Assert.Throws<FormatException>(() =>
            LogPolicy.Parse($"{Provinces}\n{more.Replace("{key}", Keys.Witness("hunan").Key.ToString(), StringComparison.Ordinal)}"));
        Assert.StartsWith("Line 13:", wrong.Message, StringComparison.Ordinal);
    }
}
