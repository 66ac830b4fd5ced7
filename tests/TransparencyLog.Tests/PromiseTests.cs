using System.Text;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>The signed promise of a service.</summary>
public sealed class PromiseTests
{
    private static readonly NoteSigner Key = NoteSigner.Ed25519(LeafPromise.KeyName(Keys.Origin), Keys.Secret("promises"));

    private static readonly LeafPromise Promise = new(
        Keys.Origin, "verification", Guid.Parse("0193503a-7b1c-7d0e-8f00-0123456789ab"), Merkle.EmptyRoot, new DateTimeOffset(2026, 11, 21, 10, 0, 0, 123, TimeSpan.Zero));

    private const string Text =
        "registry.example/log/promise\nverification\n0193503a-7b1c-7d0e-8f00-0123456789ab\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n2026-11-21T10:00:00.123Z\n";

    [Fact]
    public void A_promise_is_five_lines_and_a_signature()
    {
        Assert.Equal(Text, Promise.ToText());
        Assert.Equal(Promise, LeafPromise.Open(SignedNote.Parse(Promise.SignedBy(Key).ToBytes()), [Key.Key]));
    }

    [Fact]
    public void The_deadline_is_an_hour_after_the_event()
    {
        var leaf = LeafHead.Read(Encoding.UTF8.GetBytes(
            """{"actor":"verifier","at":"2026-11-21T09:00:00.123Z","id":"0193503a-7b1c-7d0e-8f00-0123456789ab","src":"verification","stream":"verification/0193503a-7b1c-7d0e-8f00-000000000001","type":"verification.finding-raised.v1","v":1,"ver":1}"""));
        Assert.Equal(Promise, LeafPromise.Of(Keys.Origin, leaf, Merkle.EmptyRoot));
    }

    [Fact]
    public void Only_a_key_that_promises_for_this_log_is_believed()
    {
        var note = Promise.SignedBy(Key);
        var another = NoteSigner.Ed25519(LeafPromise.KeyName("other.example"), Keys.Secret("promises"));
        var witness = NoteSigner.Witness(LeafPromise.KeyName(Keys.Origin), Keys.Secret("promises"), TimeProvider.System);
        Assert.Throws<FormatException>(() => LeafPromise.Open(note, []));
        Assert.Throws<FormatException>(() => LeafPromise.Open(Promise.SignedBy(Keys.Log), [Keys.Log.Key]));
        Assert.Throws<FormatException>(() => LeafPromise.Open(Promise.SignedBy(another), [another.Key]));
        Assert.Throws<FormatException>(() => LeafPromise.Open(Promise.SignedBy(witness), [witness.Key]));
        Assert.Throws<FormatException>(() => LeafPromise.Open(note with { Text = Text.Replace("10:00", "11:00", StringComparison.Ordinal) }, [Key.Key]));
    }

    [Theory]
    [InlineData("registry.example/log/promise", "/promise")]
    [InlineData("registry.example/log/promise", "registry.example/log")]
    [InlineData("\nverification\n", "\nVerification\n")]
    [InlineData("\nverification\n", "\n\n")]
    [InlineData("0193503a-7b1c-7d0e-8f00-0123456789ab", "0193503A-7b1c-7d0e-8f00-0123456789ab")]
    [InlineData("0193503a-7b1c-7d0e-8f00-0123456789ab", "{0193503a-7b1c-7d0e-8f00-0123456789ab}")]
    [InlineData("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=")]
    [InlineData("2026-11-21T10:00:00.123Z", "2026-11-21T10:00:00Z")]
    [InlineData("2026-11-21T10:00:00.123Z", "2026-11-21T18:00:00.123+08:00")]
    [InlineData("2026-11-21T10:00:00.123Z\n", "2026-11-21T10:00:00.123Z")]
    [InlineData("2026-11-21T10:00:00.123Z\n", "2026-11-21T10:00:00.123Z\nmore\n")]
    public void A_promise_has_one_spelling(string part, string other) =>
        Assert.Throws<FormatException>(() => LeafPromise.Parse(Text.Replace(part, other, StringComparison.Ordinal)));
}
