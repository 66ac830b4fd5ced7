using System.Security.Cryptography;
using PilotRegistry.Cli.Verification;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli;

/// <summary>What a reader brings along: promises, and what others were shown.</summary>
public sealed class EvidenceTests : IDisposable
{
    private readonly Reader reader = new();

    public void Dispose() => reader.Dispose();

    [Fact]
    public async Task Promises_that_were_kept_are_counted_and_without_a_witness_nobody_knows_how_soon()
    {
        var entries = Reader.Entries(300);
        reader.Publish("log", entries);
        reader.Write("promises/a", Reader.PromiseOf(entries[7]).ToBytes());
        reader.Write("promises/b", Reader.PromiseOf(entries[270]).ToBytes());
        var findings = await reader.CheckAsync("audit", reader.At("log"), "--promise", reader.At("promises"));
        Assert.True(findings.Ok, findings.ToText());
        Assert.Contains(findings.Checked, c => c.StartsWith("2 promises: 2 in the log (0 seen there in time; of 2 the delay is not checkable)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_that_was_accepted_and_dropped_is_named_once_the_log_went_on_past_its_deadline()
    {
        var all = Reader.Entries(300, secondsApart: 30);
        var promise = reader.Write("promise", Reader.PromiseOf(all[100]).ToBytes());
        reader.Publish("early", [.. all[..100], .. all[101..120]]);
        var early = await Verify.CheckAsync(["audit", reader.At("early"), "--promise", promise, "--state", reader.At("other state")]);
        Assert.True(early!.Ok, early.ToText());
        Assert.Contains(early.Checked, c => c.Contains("1 not due yet", StringComparison.Ordinal));

        reader.Publish("log", [.. all[..100], .. all[101..]]);
        var fault = Assert.Single((await reader.CheckAsync("audit", reader.At("log"), "--promise", promise)).Faults);
        Assert.Contains($"{LeafHead.Read(all[100]).Id} of verification was promised", fault.What, StringComparison.Ordinal);
        Assert.EndsWith("accepted and dropped.", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_that_is_not_the_promised_one_is_named()
    {
        reader.Publish("log", Reader.Entries(300, changed: 17));
        var promise = reader.Write("promise", Reader.PromiseOf(Reader.Entries(300)[17]).ToBytes());
        var fault = Assert.Single((await reader.CheckAsync("audit", reader.At("log"), "--promise", promise)).Faults);
        Assert.Equal(17UL, fault.Index);
        Assert.Contains("changed after it was accepted", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_that_no_service_signed_accuses_nobody()
    {
        var entries = Reader.Entries(20);
        reader.Publish("log", entries[..19]);
        var forged = NoteSigner.Ed25519(LeafPromise.KeyName(Reader.Origin), SHA256.HashData("a thief"u8));
        foreach (var note in new[] { Reader.PromiseOf(entries[19], forged), Reader.PromiseOf(entries[19], Reader.Log), new Checkpoint(Reader.Origin, 1, Merkle.EmptyRoot).SignedBy(Reader.Promiser) })
        {
            var file = reader.Write("promise", note.ToBytes());
            await Assert.ThrowsAsync<RegistryException>(() => reader.CheckAsync("audit", reader.At("log"), "--promise", file));
        }

        Assert.Equal(2, await Verify.RunAsync(["audit", reader.At("log"), "--promise", reader.At("promise"), "--state", reader.At("state")]));
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("consistency")]
    public async Task What_another_reader_was_shown_must_be_the_same_past(string check)
    {
        var same = reader.Write("same", reader.Publish("other", Reader.Entries(250)).ToBytes());
        var forked = reader.Write("forked", reader.Publish("other", Reader.Entries(250, changed: 3)).ToBytes());
        var longer = reader.Write("longer", reader.Publish("other", Reader.Entries(400)).ToBytes());
        reader.Publish("log", Reader.Entries(300));
        Assert.True((await reader.CheckAsync(check, reader.At("log"), "--checkpoint", same)).Ok);
        Assert.Contains("250 entries of forked", Assert.Single((await reader.CheckAsync(check, reader.At("log"), "--checkpoint", same, forked)).Faults).What, StringComparison.Ordinal);
        Assert.Contains("less than the 400 of longer", Assert.Single((await reader.CheckAsync(check, reader.At("log"), "--checkpoint", longer)).Faults).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_differs_between_two_pasts_is_narrowed_down_by_every_checkpoint_that_still_fits()
    {
        var small = reader.Write("small", reader.Publish("other", Reader.Entries(200)).ToBytes());
        var large = reader.Write("large", reader.Publish("other", Reader.Entries(260)).ToBytes());
        reader.Publish("log", Reader.Entries(300, changed: 230));
        var findings = await reader.CheckAsync("audit", reader.At("log"), "--checkpoint", large, small);
        Assert.EndsWith("from entry 200 on, before entry 260.", Assert.Single(findings.Faults).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_of_nobody_accuses_nobody()
    {
        reader.Publish("log", Reader.Entries(30));
        var forged = reader.Write("forged", reader.Publish("other", Reader.Entries(20), NoteSigner.Ed25519(Reader.Origin, SHA256.HashData("a thief"u8))).ToBytes());
        await Assert.ThrowsAsync<RegistryException>(() => reader.CheckAsync("audit", reader.At("log"), "--checkpoint", forged));
    }

    [Fact]
    public async Task A_witness_shows_what_came_in_time_and_what_came_late()
    {
        var entries = Reader.Entries(300);
        var (soon, late) = (WitnessAt(Reader.Morning.AddMinutes(10)), WitnessAt(Reader.Morning.AddHours(5)));
        var promises = new[] { 100, 250 }.Select(n => reader.Write($"promise {n}", Reader.PromiseOf(entries[n]).ToBytes())).ToArray();
        reader.Publish("log", entries[..200], more: soon);
        Assert.True((await reader.CheckAsync("consistency", reader.At("log"))).Ok);
        reader.Publish("log", entries[..240], more: late);
        var other = reader.Write("other", (await File.ReadAllBytesAsync(reader.At("log/checkpoint"))));
        reader.Publish("log", entries, more: late);
        var findings = await reader.CheckAsync("audit", reader.At("log"), "--checkpoint", other, "--promise", promises[0], promises[1]);
        Assert.Contains(findings.Checked, c => c.StartsWith("2 promises: 2 in the log (1 seen there in time", StringComparison.Ordinal));
        Assert.Equal((250UL, true), (Assert.Single(findings.Faults).Index, findings.Faults[0].What.EndsWith("late.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_signatures_of_witnesses_are_asked_for_by_the_policy()
    {
        var (witness, other) = (WitnessAt(Reader.Morning), NoteSigner.Witness("other.example", SHA256.HashData("other"u8), TimeProvider.System));
        reader.Publish("log", Reader.Entries(20), more: [witness, other]);
        var both = await reader.CheckAsync("witness", reader.At("log"));
        Assert.True(both.Ok, both.ToText());
        Assert.Contains("witness.example signed", both.Checked);

        var alone = new Checkpoint(Reader.Origin, 20, (await CheckpointAsync()).Root).SignedBy(Reader.Log, other);
        reader.Write("log/checkpoint", alone.ToBytes());
        Assert.Contains("quorum", Assert.Single((await reader.CheckAsync("witness", reader.At("log"))).Faults).What, StringComparison.Ordinal);
    }

    private async Task<Checkpoint> CheckpointAsync() => Checkpoint.Parse(SignedNote.Parse(await File.ReadAllBytesAsync(reader.At("log/checkpoint"))).Text);

    private static NoteSigner WitnessAt(DateTimeOffset when) => NoteSigner.Witness("witness.example", SHA256.HashData("witness"u8), new At(when));

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
