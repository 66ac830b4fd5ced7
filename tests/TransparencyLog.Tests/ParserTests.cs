using System.Text;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>
/// Whatever a stranger hands in, each reader of a format takes it in the one spelling that would be written again, or refuses it with
/// its own refusal. Random inputs are the same on every run.
/// </summary>
public sealed class ParserTests
{
    private const int Tries = 4000;

    private static readonly Leaf Leaf = new(
        "verification", Guid.Parse("0193503a-7b1c-7d0e-8f00-0123456789ab"), "verification", Guid.Parse("0193503a-7b1c-7d0e-8f00-000000000001"), 2, Merkle.EmptyRoot,
        "verification.finding-raised.v1", new DateTimeOffset(2026, 11, 21, 9, 0, 0, 123, TimeSpan.Zero), "verifier",
        new JsonObject { ["finding_number"] = 1, ["text"] = "一\n\"二\"\\", ["flags"] = new JsonArray(true, -3, "e\u0301".Normalize()) },
        new Dictionary<string, Digest> { ["body"] = Merkle.EmptyRoot }, [new("报告.pdf", 20, Merkle.EmptyRoot)], Guid.Parse("0193503a-7b1c-7d0e-8f00-0123456789ac"));

    private static readonly SignedNote Note = new Checkpoint(Keys.Origin, 20, Trees.Root(0, 20)).SignedBy(Keys.Log, Keys.SecondLog, Keys.Witness("hunan"));

    private static readonly LeafPromise Promise = new(Keys.Origin, "verification", Leaf.Id, Merkle.EmptyRoot, Leaf.At);

    /// <summary>By name: something right, and what reads it and writes it again.</summary>
    private static readonly Dictionary<string, (byte[] Right, Func<byte[], byte[]?> Again)> Readers = new()
    {
        ["note"] = (Note.ToBytes(), bytes => SignedNote.Parse(bytes).ToBytes()),
        ["note of one letter"] = ("a\n\n— b AAAAAAA=\n"u8.ToArray(), bytes => SignedNote.Parse(bytes).ToBytes()),
        ["key"] = Text(Keys.Log.Key.ToString(), text => VerifierKey.Parse(text).ToString()),
        ["second key"] = Text(Keys.SecondLog.Key.ToString(), text => VerifierKey.Parse(text).ToString()),
        ["key of a witness"] = Text(Keys.Witness("hunan").Key.ToString(), text => VerifierKey.Parse(text).ToString()),
        ["checkpoint"] = Text(Note.Text, text => Checkpoint.Parse(text).ToText()),
        ["promise"] = Text(Promise.ToText(), text => LeafPromise.Parse(text).ToText()),
        ["receipt"] = Text(new LogProof(Leaf.Write(), 7, Trees.Path(7, 0, 20), Note).ToString(), text => LogProof.Parse(text).ToString()),
        ["receipt without its entry"] = Text(new LogProof(null, 0, [], Note).ToString(), text => LogProof.Parse(text).ToString()),
        ["digest"] = Text(Merkle.EmptyRoot.ToString(), text => Digest.Parse(text).ToString()),
        ["base64"] = Text("AAECAw==", text => StrictBase64.TryDecode(text, out var bytes) ? Convert.ToBase64String(bytes) : null),
        ["base64url"] = Text("_-8", text => Base64Url.Encode(Base64Url.Decode(text))),
        ["path"] = Text("tile/3/x001/234.p/56", text => TileAddress.TryParse(text, out var address) ? address.Path : null),
        ["path of entries"] = Text("tile/entries/x001/234", text => TileAddress.TryParse(text, out var address) ? address.Path : null),
        ["leaf"] = (Leaf.Write(), bytes => TransparencyLog.Leaf.Read(bytes).Write()),
        ["entries"] = (EntryBundle.Write([new byte[3], Array.Empty<byte>(), new byte[5]]), bytes => EntryBundle.Write(EntryBundle.ReadAll(bytes))),
    };

    public static TheoryData<string> Names => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_right_is_read_and_written_again(string name) => Assert.Equal(Readers[name].Right, Readers[name].Again(Readers[name].Right));

    [Theory]
    [MemberData(nameof(Names))]
    public void Whatever_is_taken_is_spelled_as_it_would_be_written(string name)
    {
        var (right, again) = Readers[name];
        foreach (var other in Neighbours(right))
        {
            Assert.True(Read(again, other) is not { } written || written.AsSpan().SequenceEqual(other), $"{Encoding.UTF8.GetString(other)} is taken as {name}.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Random_bytes_are_refused_and_nothing_breaks(string name)
    {
        var random = new Random(20261121);
        for (var n = 0; n < Tries; n++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Assert.True(Read(Readers[name].Again, bytes) is not { } written || written.AsSpan().SequenceEqual(bytes), name);
        }
    }

    /// <summary>A policy is written by people and has no single spelling; whatever it is, it is understood or refused.</summary>
    [Fact]
    public void A_policy_is_understood_or_refused()
    {
        var policy = Encoding.UTF8.GetBytes(
            $"log {Keys.Log.Key}\nlog {Keys.SecondLog.Key}\nwitness a {Keys.Witness("hunan").Key} https://a.example/\nwitness b {Keys.Witness("hubei").Key}\ngroup c 1 a b\nquorum c\n");
        foreach (var other in Neighbours(policy).Append(policy))
        {
            _ = Read(bytes => LogPolicy.Parse(Encoding.UTF8.GetString(bytes)).Logs.Count > 3 ? null : [], other);
        }
    }

    /// <summary>What its commitment was to, or a refusal; never another value.</summary>
    [Fact]
    public void A_disclosure_opens_its_commitment_or_is_refused()
    {
        var secret = Commitment.To("person", "王");
        var right = Encoding.ASCII.GetBytes(secret.Disclosure);
        foreach (var other in Neighbours(right).Where(o => !o.AsSpan().SequenceEqual(right)))
        {
            Assert.Throws<FormatException>(() => Commitment.Open("person", secret.Digest, Encoding.Latin1.GetString(other)));
            _ = Read(bytes => Encoding.UTF8.GetBytes(Commitment.Open("person", new Commitment("", Encoding.Latin1.GetString(bytes)).Digest, Encoding.Latin1.GetString(bytes)).ToJsonString()), other);
        }
    }

    /// <summary>Null for its own refusal; every other exception fails the test.</summary>
    private static byte[]? Read(Func<byte[], byte[]?> again, byte[] bytes)
    {
        try
        {
            return again(bytes);
        }
        catch (Exception refusal) when (refusal is FormatException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Every byte changed, left out, doubled and followed by others; every pair exchanged; ends cut off; parts from elsewhere put in.</summary>
    private static IEnumerable<byte[]> Neighbours(byte[] right)
    {
        var random = new Random(20261121);
        byte[] odd = [.. "\0\t\n\r +-=/\\\"{}[],:.0159AZaz_\u007f"u8, 0x80, 0xa0, 0xc2, 0xe2, 0xff];
        for (var at = 0; at <= right.Length; at++)
        {
            var (before, after) = (right[..at], right[at..]);
            yield return before;
            yield return after;
            yield return [.. before, .. after.Take(1), .. after];
            yield return [.. before, .. after.Skip(1)];
            yield return [.. before, .. after.Skip(1).Take(1), .. after.Take(1), .. after.Skip(2)];
            for (var n = 0; n < 4; n++)
            {
                yield return [.. before, odd[random.Next(odd.Length)], .. after];
                yield return [.. before, odd[random.Next(odd.Length)], .. after.Skip(1)];
                yield return [.. before, (byte)random.Next(256), .. after.Skip(1)];
                yield return [.. before, .. right.AsSpan(random.Next(right.Length)).ToArray().Take(random.Next(8)), .. after.Skip(random.Next(8))];
            }
        }
    }

    /// <summary>Readers of text are handed text: other bytes never come to them.</summary>
    private static (byte[], Func<byte[], byte[]?>) Text(string right, Func<string, string?> again) => (
        Encoding.UTF8.GetBytes(right), bytes => Utf8.IsValid(bytes) && again(Encoding.UTF8.GetString(bytes)) is { } written ? Encoding.UTF8.GetBytes(written) : null);
}
