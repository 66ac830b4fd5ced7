using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>
/// Receipts with which the browser check (<c>web/src/check</c>) is tested. They are written here, by the code that writes the log
/// (<c>UPDATE_APPROVED=1</c>; a signature on P-256 is another one every time), and what lies there is checked by this code on every run.
/// </summary>
public sealed class BrowserCasesTests
{
    private const int Old = 20, Grown = 52, Told = 7;

    private static readonly string Place = Path.Combine(Folder(), "../../web/src/check/cases.json");
    private static readonly LogPolicy Policy = LogPolicy.Parse(PolicyText);

    private static string PolicyText => $"log {Keys.Log.Key}\nlog {Keys.SecondLog.Key}\nwitness hunan {Keys.Witness("hunan").Key}\nquorum hunan\n";

    [Fact]
    public void The_receipts_that_the_browser_is_tested_with_hold_here()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            File.WriteAllText(Place, Write());
        }

        var cases = JsonNode.Parse(File.ReadAllText(Place))!;
        Assert.Equal(PolicyText, (string)cases["policy"]!);
        foreach (var receipt in cases["receipts"]!.AsArray())
        {
            var proof = LogProof.Parse((string)receipt!["text"]!);
            var (checkpoint, signatures) = Policy.Check(proof.Checkpoint);
            Assert.Equal(3, signatures.Count);
            Assert.Equal((string)receipt["event"]!, LeafHead.Read(proof.Extra!).Id.ToString());
            Assert.True(MerkleProof.IncludesLeaf(proof.Index, checkpoint.Size, Merkle.Leaf(proof.Extra!), proof.Hashes, checkpoint.Root));
        }
    }

    private static string Write()
    {
        var cases = new JsonObject
        {
            ["policy"] = PolicyText,
            ["receipts"] = new JsonArray([.. new[] { (Told, Old), (Told, Grown), (0, Grown), (Grown - 1, Grown) }.Select(r => Receipt(r.Item1, r.Item2))]),
            ["consistency"] = $"old {Old}\n{string.Concat(Proofs.Consistency(Old, Grown).Select(h => $"{h}\n"))}\n{Signed(Grown)}",
        };
        return cases.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
    }

    private static JsonObject Receipt(int index, int size) => new()
    {
        ["event"] = EventOf(index).ToString(),
        ["size"] = size,
        ["text"] = new LogProof(Entry(index), (ulong)index, Proofs.Inclusion(index, size), Signed(size)).ToString(),
    };

    private static SignedNote Signed(int size) =>
        new Checkpoint(Keys.Origin, (ulong)size, Proofs.RootOf(size)).SignedBy(Keys.Log, Keys.SecondLog, Keys.Witness("hunan"));

    private static Guid EventOf(int n) => new(n + 1, 0x1c2d, 0x7abc, [0x80, 0, 0, 0, 0, 0, 0, (byte)n]);

    /// <summary>One stream an entry; the one that is told about has every kind of member.</summary>
    private static byte[] Entry(int n) => new Leaf(
        "acceptance", EventOf(n), "acceptance", EventOf(n), n == Told ? 3 : 1, n == Told ? Merkle.Leaf("before"u8) : null,
        "acceptance.acceptance-granted.v1", new DateTimeOffset(2026, 11, 21, 1, 2, 3, 45, TimeSpan.Zero).AddSeconds(n), "national",
        new JsonObject { ["park_id"] = "018f0000-0000-7000-8000-000000000001", ["year"] = 2025, ["reasons"] = "达到验收要求：\"核心指标\"\n现场评估 \\ 通过 \U0001F33F" },
        new Dictionary<string, Digest> { ["body"] = Merkle.Leaf("body"u8), ["person"] = Merkle.Leaf("person"u8) },
        n == Told ? [new LeafFile("意见.pdf", 1024, Merkle.Leaf("file"u8))] : [], n == Told ? EventOf(1) : null).Write();

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    /// <summary>Proofs of this log, from the definitions.</summary>
    private static class Proofs
    {
        public static Digest RootOf(int size) => Root(0, size);

        public static IReadOnlyList<Digest> Inclusion(int index, int size) => [.. ProofShape.Inclusion((ulong)index, (ulong)size).Select(Root)];

        public static IReadOnlyList<Digest> Consistency(int old, int size) => [.. ProofShape.Consistency((ulong)old, (ulong)size).Select(Root)];

        private static Digest Root(EntryRange range) => Root((int)range.Begin, (int)range.End);

        private static Digest Root(int begin, int end) => Merkle.Root([.. Enumerable.Range(begin, end - begin).Select(n => Merkle.Leaf(Entry(n)))]);
    }
}
