using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PilotRegistry.Cli.Verification;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli;

/// <summary>What a reader with a folder of public files, the keys, and what was seen before, finds out.</summary>
public sealed class VerifyTests : IDisposable
{
    private const string Origin = "registry.example/log";
    private static readonly DateTimeOffset Morning = new(2026, 11, 21, 1, 0, 0, TimeSpan.Zero);
    private static readonly NoteSigner Log = NoteSigner.Ed25519(Origin, SHA256.HashData("the log"u8));

    private readonly string folder = Directory.CreateTempSubdirectory("verify").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_honest_log_is_audited_and_remembered()
    {
        Publish("log", Entries(300));
        var first = await CheckAsync("audit", At("log"));
        Assert.True(first.Ok, first.ToText());
        Assert.Equal((Origin, 300UL), (first.Origin, first.Size));
        Publish("log", Entries(520));
        var second = await CheckAsync("audit", At("log"));
        Assert.True(second.Ok, second.ToText());
        Assert.Contains(second.Checked, c => c.Contains("300 entries seen before", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_byte_changed_in_a_file_is_named_with_its_entry()
    {
        Publish("log", Entries(300));
        var file = At("log/tile/entries/001.p/44");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[60] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        var findings = await CheckAsync("audit", At("log"));
        Assert.Contains(findings.Faults, f => f.Index == 256);
        Assert.False(File.Exists(At("state")), "A visit that failed is not remembered.");
    }

    [Fact]
    public async Task A_past_that_was_rewritten_and_signed_again_does_not_begin_with_what_was_seen()
    {
        Publish("log", Entries(300));
        await CheckAsync("consistency", At("log"));
        Publish("log", Entries(520, changed: 17));
        var findings = await CheckAsync("consistency", At("log"));
        Assert.Contains("its past was rewritten", Assert.Single(findings.Faults).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_past_and_a_second_one_of_the_same_size_are_found_out()
    {
        Publish("log", Entries(300));
        await CheckAsync("consistency", At("log"));
        foreach (var other in new[] { Entries(200), Entries(300, changed: 299) })
        {
            Publish("log", other);
            Assert.Contains("fork", Assert.Single((await CheckAsync("consistency", At("log"))).Faults).What, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Keys_once_remembered_are_not_taken_from_the_log_again()
    {
        Publish("log", Entries(20));
        await CheckAsync("consistency", At("log"));
        Publish("log", Entries(20), NoteSigner.Ed25519(Origin, SHA256.HashData("a thief"u8)));
        Assert.False((await CheckAsync("consistency", At("log"))).Ok);
    }

    [Fact]
    public async Task A_receipt_holds_for_its_entry_and_for_no_other()
    {
        var entries = Entries(20);
        Publish("log", entries);
        await CheckAsync("consistency", At("log"));
        var note = SignedNote.Parse(await File.ReadAllBytesAsync(At("log/checkpoint")));
        using var files = new PublicLog(At("log"));
        var hashes = await new TiledTree(20, files.ReadAsync).InclusionAsync(7);
        await File.WriteAllTextAsync(At("right"), new LogProof(entries[7], 7, hashes, note).ToString());
        await File.WriteAllTextAsync(At("wrong"), new LogProof(entries[8], 7, hashes, note).ToString());
        var right = await CheckAsync("proof", At("right"));
        Assert.True(right.Ok, right.ToText());
        Assert.Equal(7UL, Assert.Single((await CheckAsync("proof", At("wrong"))).Faults).Index);
    }

    [Fact]
    public async Task A_copy_can_be_audited_by_others_as_the_log_itself()
    {
        Publish("log", Entries(300));
        Assert.True((await CheckAsync("mirror", At("log"), At("copy"))).Ok);
        var copy = await Verify.CheckAsync(["audit", At("copy"), "--state", At("another reader")]);
        Assert.True(copy!.Ok, copy.ToText());
    }

    [Fact]
    public async Task A_partial_file_that_was_replaced_by_the_whole_one_is_cut_from_it()
    {
        Publish("log", Entries(300));
        var checkpoint = await File.ReadAllBytesAsync(At("log/checkpoint"));
        Publish("log", Entries(520));
        await File.WriteAllBytesAsync(At("log/checkpoint"), checkpoint);
        File.Delete(At("log/tile/entries/001.p/44"));
        File.Delete(At("log/tile/0/001.p/44"));
        var findings = await CheckAsync("audit", At("log"));
        Assert.True(findings.Ok, findings.ToText());
    }

    [Fact]
    public async Task A_question_that_is_none_is_answered_with_what_can_be_asked()
    {
        Assert.Null(await Verify.CheckAsync(["audit"]));
        Assert.Null(await Verify.CheckAsync(["prove", "it"]));
        Assert.Null(await Verify.CheckAsync(["audit", At("log"), "--trust-me"]));
        await Assert.ThrowsAsync<RegistryException>(() => Verify.CheckAsync(["audit", At("nowhere")]));
    }

    private async Task<Findings> CheckAsync(params string[] words) => (await Verify.CheckAsync([.. words, "--state", At("state")]))!;

    private string At(string name) => Path.Combine(folder, name);

    private void Publish(string name, byte[][] entries, NoteSigner? signer = null)
    {
        var tree = new GrowingTree();
        entries.ToList().ForEach(e => tree.Append(Merkle.Leaf(e), (address, hashes) => Write(address.Path, hashes.ToArray())));
        tree.Partial().ToList().ForEach(p => Write(p.Address.Path, p.Bytes));
        foreach (var bundle in TileAddress.OfLevel(level: null, tree.Size))
        {
            Write(bundle.Path, EntryBundle.Write([.. entries.Skip((int)bundle.Index * TileAddress.FullWidth).Take(bundle.Width).Select(e => new ReadOnlyMemory<byte>(e))]));
        }

        signer ??= Log;
        Write("policy", Encoding.UTF8.GetBytes($"log {signer.Key}\nquorum none\n"));
        Write("keys.txt", Encoding.UTF8.GetBytes($"{signer.Key}\n"));
        Write("checkpoint", new Checkpoint(Origin, tree.Size, tree.Root()).SignedBy(signer).ToBytes());

        void Write(string path, byte[] bytes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name, path))!);
            File.WriteAllBytes(Path.Combine(folder, name, path), bytes);
        }
    }

    /// <summary>One stream an entry, a second apart.</summary>
    private static byte[][] Entries(int count, int? changed = null) =>
    [
        .. Enumerable.Range(0, count).Select(n => new Leaf(
            "verification", new Guid(n, 1, 0, new byte[8]), "verification", new Guid(n, 0, 0, new byte[8]), 1, Previous: null, "verification.finding-raised.v1",
            Morning.AddSeconds(n), n == changed ? "park" : "verifier", new JsonObject(), new Dictionary<string, Digest>(), [], Corrects: null).Write())
    ];
}
