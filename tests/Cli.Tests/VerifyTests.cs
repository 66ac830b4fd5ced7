using System.Security.Cryptography;
using PilotRegistry.Cli.Verification;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli;

/// <summary>What a reader with a folder of public files, the keys, and what was seen before, finds out.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly Reader reader = new();

    public void Dispose() => reader.Dispose();

    [Fact]
    public async Task An_honest_log_is_audited_and_remembered()
    {
        reader.Publish("log", Reader.Entries(300));
        var first = await reader.CheckAsync("audit", reader.At("log"));
        Assert.True(first.Ok, first.ToText());
        Assert.Equal((Reader.Origin, 300UL), (first.Origin, first.Size));
        reader.Publish("log", Reader.Entries(520));
        var second = await reader.CheckAsync("audit", reader.At("log"));
        Assert.True(second.Ok, second.ToText());
        Assert.Contains(second.Checked, c => c.Contains("300 entries seen before", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_audits_while_both_keys_sign_follows_to_the_next_key_and_forgets_the_retired_one()
    {
        var next = NoteSigner.Ed25519(Reader.Origin, SHA256.HashData("the next key"u8));
        byte[][] announced = [.. Reader.Entries(300), Said(KeyNews.Announced, next.Key, 1)];
        byte[][] retired = [.. announced, Said(KeyNews.Retired, Reader.Log.Key, 2, announced[^1])];
        reader.Publish("log", announced);
        Assert.True((await reader.CheckAsync("audit", reader.At("log"))).Ok);
        reader.Publish("log", retired, next);
        var followed = await reader.CheckAsync("audit", reader.At("log"));
        Assert.True(followed.Ok, followed.ToText());
        reader.Publish("log", [.. retired, .. Reader.Entries(310)[300..]]);
        Assert.Contains("not signed by a log that the policy names", Assert.Single((await reader.CheckAsync("audit", reader.At("log"))).Faults).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_saw_only_the_old_key_does_not_believe_the_next_one()
    {
        var next = NoteSigner.Ed25519(Reader.Origin, SHA256.HashData("the next key"u8));
        reader.Publish("log", Reader.Entries(300));
        await reader.CheckAsync("audit", reader.At("log"));
        reader.Publish("log", [.. Reader.Entries(300), Said(KeyNews.Announced, next.Key, 1)], next);
        Assert.False((await reader.CheckAsync("audit", reader.At("log"))).Ok);
    }

    [Fact]
    public async Task One_byte_changed_in_a_file_is_named_with_its_entry()
    {
        reader.Publish("log", Reader.Entries(300));
        var file = reader.At("log/tile/entries/001.p/44");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[60] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        var findings = await reader.CheckAsync("audit", reader.At("log"));
        Assert.Contains(findings.Faults, f => f.Index == 256);
        Assert.False(File.Exists(reader.At("state")), "A visit that failed is not remembered.");
    }

    [Fact]
    public async Task A_past_that_was_rewritten_and_signed_again_does_not_begin_with_what_was_seen()
    {
        reader.Publish("log", Reader.Entries(300));
        await reader.CheckAsync("consistency", reader.At("log"));
        reader.Publish("log", Reader.Entries(520, changed: 17));
        var findings = await reader.CheckAsync("consistency", reader.At("log"));
        Assert.Contains("its past was rewritten", Assert.Single(findings.Faults).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_past_and_a_second_one_of_the_same_size_are_found_out()
    {
        reader.Publish("log", Reader.Entries(300));
        await reader.CheckAsync("consistency", reader.At("log"));
        foreach (var other in new[] { Reader.Entries(200), Reader.Entries(300, changed: 299) })
        {
            reader.Publish("log", other);
            Assert.Contains("fork", Assert.Single((await reader.CheckAsync("consistency", reader.At("log"))).Faults).What, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Keys_once_remembered_are_not_taken_from_the_log_again()
    {
        reader.Publish("log", Reader.Entries(20));
        await reader.CheckAsync("consistency", reader.At("log"));
        reader.Publish("log", Reader.Entries(20), NoteSigner.Ed25519(Reader.Origin, SHA256.HashData("a thief"u8)));
        Assert.False((await reader.CheckAsync("consistency", reader.At("log"))).Ok);
    }

    [Fact]
    public async Task A_receipt_holds_for_its_entry_and_for_no_other()
    {
        var entries = Reader.Entries(20);
        reader.Publish("log", entries);
        await reader.CheckAsync("consistency", reader.At("log"));
        var note = SignedNote.Parse(await File.ReadAllBytesAsync(reader.At("log/checkpoint")));
        using var files = new PublicLog(reader.At("log"));
        var hashes = await new TiledTree(20, files.ReadAsync).InclusionAsync(7);
        await File.WriteAllTextAsync(reader.At("right"), new LogProof(entries[7], 7, hashes, note).ToString());
        await File.WriteAllTextAsync(reader.At("wrong"), new LogProof(entries[8], 7, hashes, note).ToString());
        var right = await reader.CheckAsync("proof", reader.At("right"));
        Assert.True(right.Ok, right.ToText());
        Assert.Equal(7UL, Assert.Single((await reader.CheckAsync("proof", reader.At("wrong"))).Faults).Index);
    }

    [Fact]
    public async Task What_was_disclosed_is_shown_only_with_the_entry_that_commits_to_it()
    {
        var (person, other) = (Commitment.To("person", "vera"), Commitment.To("person", "vera"));
        var entry = new Leaf(
            "verification", new Guid(1, 2, 0, new byte[8]), "verification", new Guid(1, 3, 0, new byte[8]), 1, Previous: null, "verification.finding-raised.v1", Reader.Morning,
            "verifier", [], new Dictionary<string, Digest> { ["person"] = person.Digest }, [], Corrects: null).Write();
        var note = reader.Publish("log", [entry]);
        await reader.CheckAsync("consistency", reader.At("log"));
        await File.WriteAllTextAsync(reader.At("receipt"), new LogProof(entry, 0, [], note).ToString());
        var right = await reader.CheckAsync("proof", reader.At("receipt"), person.Disclosure);
        Assert.Contains("the entry commits to person: \"vera\"", right.Checked);
        Assert.Contains("opens no field", Assert.Single((await reader.CheckAsync("proof", reader.At("receipt"), other.Disclosure)).Faults).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_can_be_audited_by_others_as_the_log_itself()
    {
        reader.Publish("log", Reader.Entries(300));
        Assert.True((await reader.CheckAsync("mirror", reader.At("log"), reader.At("copy"))).Ok);
        var copy = await Verify.CheckAsync(["audit", reader.At("copy"), "--state", reader.At("another reader")]);
        Assert.True(copy!.Ok, copy.ToText());
    }

    [Fact]
    public async Task A_partial_file_that_was_replaced_by_the_whole_one_is_cut_from_it()
    {
        reader.Publish("log", Reader.Entries(300));
        var checkpoint = await File.ReadAllBytesAsync(reader.At("log/checkpoint"));
        reader.Publish("log", Reader.Entries(520));
        await File.WriteAllBytesAsync(reader.At("log/checkpoint"), checkpoint);
        File.Delete(reader.At("log/tile/entries/001.p/44"));
        File.Delete(reader.At("log/tile/0/001.p/44"));
        var findings = await reader.CheckAsync("audit", reader.At("log"));
        Assert.True(findings.Ok, findings.ToText());
    }

    [Fact]
    public async Task A_question_that_is_none_is_answered_with_what_can_be_asked()
    {
        Assert.Null(await Verify.CheckAsync(["audit"]));
        Assert.Null(await Verify.CheckAsync(["prove", "it"]));
        Assert.Null(await Verify.CheckAsync(["audit", reader.At("log"), "--trust-me"]));
        await Assert.ThrowsAsync<RegistryException>(() => Verify.CheckAsync(["audit", reader.At("nowhere")]));
    }

    private static byte[] Said(string type, VerifierKey key, long version, byte[]? previous = null) => new Leaf(
        KeyNews.Source, new Guid((int)version, 9, 0, new byte[8]), "keys", new Guid(0, 9, 0, new byte[8]), version, previous is null ? null : Merkle.Leaf(previous), type,
        Reader.Morning.AddSeconds(300 + version), KeyNews.Source, new() { ["key"] = key.ToString() }, new Dictionary<string, Digest>(), [], Corrects: null).Write();
}
