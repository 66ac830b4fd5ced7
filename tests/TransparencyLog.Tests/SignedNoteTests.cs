using System.Globalization;
using System.Text;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>C2SP signed-note, tlog-checkpoint and tlog-cosignature.</summary>
public sealed class SignedNoteTests
{
    private const string Poem = "Il porto sepolto\nVi arriva il poeta\n\ne poi torna alla luce\n";

    private static readonly Checkpoint Published = new(Keys.Origin, 20, Trees.Root(0, 20));

    /// <summary>RFC 8032 §7.1, the first three cases.</summary>
    [Theory]
    [InlineData(
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Ed25519_computes_what_its_standard_publishes(string secret, string open, string text, string signature)
    {
        Assert.Equal(Convert.FromHexString(open), Ed25519.PublicKey(Convert.FromHexString(secret)));
        Assert.Equal(Convert.FromHexString(signature), Ed25519.Sign(Convert.FromHexString(secret), Convert.FromHexString(text)));
        Assert.True(Ed25519.Verify(Convert.FromHexString(open), Convert.FromHexString(text), Convert.FromHexString(signature)));
    }

    /// <summary>The note of the specification, whose key its authors publish with it.</summary>
    [Fact]
    public void The_published_note_is_read_and_written_again_byte_for_byte()
    {
        const string published =
            "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n"
            + "— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";
        var note = SignedNote.Parse(published);
        Assert.Equal("Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n", note.Text);
        Assert.Equal("367ba04b", Assert.Single(note.Signatures).KeyId.ToString("x8", CultureInfo.InvariantCulture));
        Assert.Equal(published, note.ToString());
    }

    [Fact]
    public void A_log_signs_with_both_keys_and_anybody_who_knows_one_can_check()
    {
        var note = SignedNote.Parse(Published.SignedBy(Keys.Log, Keys.SecondLog, Keys.Stranger).ToBytes());
        Assert.Equal([Keys.Log.Key], note.Verify([Keys.Log.Key]).Select(s => s.Key));
        Assert.Equal([Keys.SecondLog.Key, Keys.Log.Key], note.Verify([Keys.SecondLog.Key, Keys.Log.Key]).Select(s => s.Key));
        Assert.Equal(Published, Checkpoint.Parse(note.Text));
    }

    [Fact]
    public void A_changed_text_spoils_every_kind_of_signature()
    {
        foreach (var signer in new[] { Keys.Log, Keys.SecondLog, Keys.Witness("university") })
        {
            var note = new SignedNote(Poem, [signer.Sign(Poem)]);
            Assert.Single(note.Verify([signer.Key]));
            Assert.Throws<FormatException>(() => (note with { Text = Poem.Replace("luce", "lucе", StringComparison.Ordinal) }).Verify([signer.Key]));
        }
    }

    [Fact]
    public void A_witness_says_when_it_saw_the_checkpoint_and_the_time_cannot_be_changed()
    {
        var witness = Keys.Witness("university");
        var note = Published.SignedBy(Keys.Log, witness);
        Assert.Equal(Keys.SeenAt, note.Verify([witness.Key]).Single().At);
        var later = note.Signatures[1].Bytes.ToArray();
        later[7]++;
        Assert.Throws<FormatException>(() => new SignedNote(note.Text, [note.Signatures[1] with { Bytes = later }]).Verify([witness.Key]));
    }

    [Fact]
    public void The_key_of_a_witness_cannot_sign_as_a_log()
    {
        var asLog = NoteSigner.Ed25519("university.example", Keys.Secret("university"));
        Assert.NotEqual(asLog.Key.Id, Keys.Witness("university").Key.Id);
        Assert.Empty(Published.SignedBy(asLog).Verify([Keys.Witness("university").Key]));
    }

    [Fact]
    public void Keys_are_pinned_in_one_spelling()
    {
        foreach (var signer in new[] { Keys.Log, Keys.SecondLog, Keys.Witness("university") })
        {
            var text = signer.Key.ToString();
            Assert.Equal(signer.Key, VerifierKey.Parse(text));
            Assert.Throws<FormatException>(() => VerifierKey.Parse(text + " "));
            Assert.Throws<FormatException>(() => VerifierKey.Parse(text[..^4]));
        }
    }

    [Fact]
    public void The_id_of_a_key_that_is_under_another_name_is_refused() =>
        Assert.Throws<FormatException>(() => VerifierKey.Parse($"x{Keys.Log.Key}"));

    [Theory]
    [InlineData("no signature\n")]
    [InlineData("no line end\n\n— a AAAAAAA=")]
    [InlineData("another dash\n\n- a AAAAAAA=\n")]
    [InlineData("two spaces\n\n—  a AAAAAAA=\n")]
    [InlineData("a name with plus\n\n— a+b AAAAAAA=\n")]
    [InlineData("only an id\n\n— a AAAAAA==\n")]
    [InlineData("stray bits\n\n— a AAAAAAB=\n")]
    [InlineData("a return\r\n\n— a AAAAAAA=\n")]
    [InlineData("an empty line after\n\n— a AAAAAAA=\n\n")]
    public void Whatever_is_no_note_is_refused(string other) => Assert.Throws<FormatException>(() => SignedNote.Parse(other));

    [Fact]
    public void A_note_is_utf_8() => Assert.Throws<FormatException>(() => SignedNote.Parse([.. Encoding.UTF8.GetBytes("text"), 0xff, (byte)'\n']));

    [Theory]
    [InlineData("registry.example/log\n020\n{root}\n")]
    [InlineData("registry.example/log\n+20\n{root}\n")]
    [InlineData("registry.example/log\n20\n{root}")]
    [InlineData("registry.example/log\n20\n{root}\nextension\n")]
    [InlineData("\n20\n{root}\n")]
    [InlineData("registry.example/log\n18446744073709551616\n{root}\n")]
    [InlineData("registry.example/log\n20\n{root}=\n")]
    public void A_checkpoint_has_one_spelling(string other) => Assert.Throws<FormatException>(() =>
        Checkpoint.Parse(other.Replace("{root}", Trees.Root(0, 20).ToString(), StringComparison.Ordinal)));
}
