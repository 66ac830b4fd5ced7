using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using PilotRegistry.Ledger.Keys;
using PilotRegistry.Ledger.Publishing;
using PilotRegistry.Ledger.Sequencing;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.Testing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger;

/// <summary>The log changes its keys in public: the next ones are announced, sign beside the old ones for ninety days, and only then replace them.</summary>
public sealed class KeyChangeTests : IAsyncLifetime, IDisposable
{
    private static readonly string OldPair = NewKeys.Write(next: false), NextPair = NewKeys.Write(next: true);

    private readonly SettableClock clock = new();
    private readonly LogWorks works = new();
    private LedgerDatabase database = null!;

    private LogTable Table => database.Table;

    public async Task InitializeAsync() => database = await LedgerDatabase.CreateAsync();

    public async Task DisposeAsync() => await database.DisposeAsync();

    public void Dispose() => works.Dispose();

    [Fact]
    public void Secrets_are_made_anew_each_time_and_nowhere_by_default()
    {
        Assert.NotEqual(NewKeys.Write(next: false), NewKeys.Write(next: false));
        Assert.StartsWith("Ledger__NextEd25519Key=", NextPair, StringComparison.Ordinal);
        Assert.Equal(2, Identity(OldPair).Signers.Count);
    }

    [Fact]
    public async Task Keys_are_announced_in_the_log_once_before_they_sign()
    {
        await StartAsync(Identity(OldPair));
        await StartAsync(Identity(OldPair));
        await StartAsync(Identity(OldPair, NextPair));
        var record = await Table.KeysAsync(default);
        Assert.Equal(Identity(OldPair, NextPair).Signers.Select(s => s.Key.ToString()), record.Leaves.Select(l => (string?)l.Public["key"]));
        Assert.Equal([1L, 2, 3, 4], record.Leaves.Select(l => l.Version));
        Assert.All(record.Leaves, l => Assert.Equal(("ledger", "ledger.key-announced.v1", "keys"), (l.Source, l.Type, l.StreamType)));
    }

    [Fact]
    public async Task While_both_sign_a_reader_of_the_old_policy_and_one_of_the_new_are_content()
    {
        var (before, during) = (Identity(OldPair), Identity(OldPair, NextPair));
        await StartAsync(before);
        await PublishAsync(before);
        await StartAsync(during);
        var note = await PublishAsync(during);
        Assert.Equal(4, note.Signatures.Count);
        Assert.Equal(2, before.Policy.Check(note).Signatures.Count);
        Assert.Equal(4, during.Policy.Check(note).Signatures.Count);
        Assert.Contains(Identity(NextPair.Replace("Next", "", StringComparison.Ordinal)).Signers[0].Key.ToString(), during.KeysText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_keys_are_not_retired_before_ninety_days()
    {
        await RefusedAsync(Identity(OldPair), "There are no next keys");
        await RefusedAsync(Identity(OldPair, NextPair), "not announced");
        await StartAsync(Identity(OldPair, NextPair));
        clock.Advance(TimeSpan.FromDays(89.9));
        await RefusedAsync(Identity(OldPair, NextPair), "sign until");
        Assert.Equal(4UL, await Table.SizeAsync(default));
    }

    [Fact]
    public async Task After_ninety_days_the_log_says_that_they_are_retired_and_they_never_sign_again()
    {
        var (during, after) = (Identity(OldPair, NextPair), Identity(NextPair.Replace("Next", "", StringComparison.Ordinal)));
        await StartAsync(during);
        await PublishAsync(during);
        clock.Advance(TimeSpan.FromDays(90));
        await new KeyChange(Table, during, clock).RetireAsync(default);
        await new KeyChange(Table, during, clock).RetireAsync(default);
        Assert.Equal(6UL, await Table.SizeAsync(default));
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(during));
        Assert.Contains("was retired", refused.Message, StringComparison.Ordinal);

        await StartAsync(after);
        var note = await PublishAsync(after);
        Assert.Equal(2, after.Policy.Check(note).Signatures.Count);
        Assert.Throws<FormatException>(() => Identity(OldPair).Policy.Check(note));
        var report = await new LogAudit(Checkpoint.Parse(note.Text), works.Folder.ReadAsync).RunAsync();
        Assert.Empty(report.Faults);
        Assert.Equal(after.PolicyText, report.Keys.Follow(Identity(OldPair).PolicyText));
    }

    private async Task StartAsync(LogIdentity identity) => await new KeyChange(Table, identity, clock).AnnounceAsync(await Table.BeginAsync(default), default);

    private async Task<SignedNote> PublishAsync(LogIdentity identity)
    {
        using var guard = works.OpenGuard();
        var publisher = new Publisher(LogWorks.Origin, works.Folder, guard, identity.Signers, (_, note) => Task.FromResult(note), Table.ReadAsync);
        await publisher.PublishAsync(await Table.SizeAsync(default));
        return SignedNote.Parse(works.Folder.Read("checkpoint"));
    }

    private async Task RefusedAsync(LogIdentity identity, string why)
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => new KeyChange(Table, identity, clock).RetireAsync(default));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    }

    /// <param name="pairs">As the program writes them.</param>
    private static LogIdentity Identity(params string[] pairs)
    {
        var set = string.Concat(pairs).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('=', 2)).ToDictionary(l => l[0]["Ledger__".Length..], l => l[1], StringComparer.Ordinal);
        return new(Options.Create(new LedgerSettings
        {
            Origin = LogWorks.Origin,
            Folder = "public",
            Guard = "guard",
            ClientSecret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            Ed25519Key = set["Ed25519Key"],
            EcdsaKey = set["EcdsaKey"],
            NextEd25519Key = set.GetValueOrDefault("NextEd25519Key", ""),
            NextEcdsaKey = set.GetValueOrDefault("NextEcdsaKey", ""),
        }), Options.Create(new PromiseSettings { Origin = LogWorks.Origin, Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }));
    }
}
