using System.Security.Cryptography;
using System.Text;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli;

/// <summary><c>verify release</c>: a day's open data, checked by whoever downloaded them.</summary>
public sealed class VerifyReleaseTests : IDisposable
{
    private static readonly NoteSigner Key = NoteSigner.Ed25519(ReleaseManifest.KeyName(Reader.Origin), SHA256.HashData("the releases"u8));
    private static readonly DateOnly Day = new(2026, 11, 20), Next = Day.AddDays(1);
    private static readonly byte[] Parks = "id,name\r\n1,one\r\n"u8.ToArray(), Events = "{}\n{}\n"u8.ToArray(), More = "{}\n{}\n{}\n"u8.ToArray();

    private readonly Reader reader = new();

    public void Dispose() => reader.Dispose();

    [Fact]
    public async Task A_release_holds_with_its_files_wherever_the_archive_keeps_them()
    {
        Archive();
        var findings = await reader.CheckAsync("release", reader.At("archive/2026-11-21"));
        Assert.True(findings.Ok, findings.ToText());
        Assert.Contains("2 files against their hashes, sizes and rows", findings.Checked);
        Assert.Contains("it follows the release of 2026-11-20, unchanged", findings.Checked);
        Assert.Contains("first visit", findings.Checked[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_changed_or_is_missing_is_named()
    {
        Archive();
        reader.Write("archive/2026-11-20/parks.csv", "id,name\r\n1,two\r\n"u8.ToArray());
        File.Delete(reader.At("archive/2026-11-21/events.jsonl"));
        var faults = (await reader.CheckAsync("release", reader.At("archive/2026-11-21"))).Faults;
        Assert.Equal(["events.jsonl is not there.", "parks.csv is not the file that was released"], faults.Select(f => f.What.Split(':')[0]));
    }

    [Fact]
    public async Task A_manifest_that_was_changed_or_signed_by_another_is_refused()
    {
        Archive();
        var manifest = await File.ReadAllTextAsync(reader.At("archive/2026-11-21/manifest"));
        reader.Write("archive/2026-11-21/manifest", Encoding.UTF8.GetBytes(manifest.Replace(" 3 ", " 4 ", StringComparison.Ordinal)));
        Assert.False((await reader.CheckAsync("release", reader.At("archive/2026-11-21"))).Ok);
        Archive(NoteSigner.Ed25519(Key.Key.Name, SHA256.HashData("a thief"u8)), keys: false);
        Assert.Contains("not signed by a known key", Assert.Single((await reader.CheckAsync("release", reader.At("archive/2026-11-21"))).Faults).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_once_remembered_is_not_taken_from_the_archive_again()
    {
        Archive();
        await reader.CheckAsync("release", reader.At("archive/2026-11-21"));
        Archive(NoteSigner.Ed25519(Key.Key.Name, SHA256.HashData("a thief"u8)));
        Assert.False((await reader.CheckAsync("release", reader.At("archive/2026-11-21"))).Ok);
        reader.Write("given", Encoding.UTF8.GetBytes($"{Key.Key}\n"));
        Archive();
        Assert.True((await reader.CheckAsync("release", reader.At("archive/2026-11-21"), "--keys", reader.At("given"))).Ok);
    }

    [Fact]
    public async Task A_release_that_was_replaced_later_is_found_out_by_the_one_that_followed_it()
    {
        Archive();
        var other = new ReleaseManifest(Reader.Origin, Day, Before: null, Log: null, [ReleaseFile.Of("parks.csv", Parks, 1, Day)]);
        reader.Write("archive/2026-11-20/manifest", other.SignedBy(Key).ToBytes());
        Assert.True((await reader.CheckAsync("release", reader.At("archive/2026-11-20"))).Ok);
        Assert.Contains("replaced", Assert.Single((await reader.CheckAsync("release", reader.At("archive/2026-11-21"))).Faults).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_that_a_release_names_must_be_the_beginning_of_the_log()
    {
        var named = Checkpoint.Parse(reader.Publish("log", Reader.Entries(200)).Text);
        reader.Publish("log", Reader.Entries(300));
        Archive(log: named);
        var findings = await reader.CheckAsync("release", reader.At("archive/2026-11-21"), "--log", reader.At("log"));
        Assert.True(findings.Ok, findings.ToText());
        Assert.Contains("the log: it begins with the 200 entries that the release names, unchanged", findings.Checked);
        Archive(log: named with { Root = Merkle.EmptyRoot });
        Assert.Contains("rewritten", Assert.Single((await reader.CheckAsync("release", reader.At("archive/2026-11-21"), "--log", reader.At("log"))).Faults).What, StringComparison.Ordinal);
        Archive(log: named with { Size = 400 });
        Assert.False((await reader.CheckAsync("release", reader.At("archive/2026-11-21"), "--log", reader.At("log"))).Ok);
        Archive();
        Assert.Equal("The release names no log.", Assert.Single((await reader.CheckAsync("release", reader.At("archive/2026-11-21"), "--log", reader.At("log"))).Faults).What);
    }

    [Fact]
    public async Task A_place_without_a_release_is_said_so()
    {
        Directory.CreateDirectory(reader.At("empty"));
        Assert.False((await reader.CheckAsync("release", reader.At("empty"))).Ok);
        await Assert.ThrowsAsync<RegistryException>(() => reader.CheckAsync("release", reader.At("nowhere")));
    }

    /// <summary>Two days: parks are of the first alone, events of both.</summary>
    /// <param name="keys">Whether the key lies beside.</param>
    private void Archive(NoteSigner? signer = null, Checkpoint? log = null, bool keys = true)
    {
        signer ??= Key;
        var first = new ReleaseManifest(Reader.Origin, Day, Before: null, log, [ReleaseFile.Of("events.jsonl", Events, 2, Day), ReleaseFile.Of("parks.csv", Parks, 1, Day)]).SignedBy(signer).ToBytes();
        var second = new ReleaseManifest(
            Reader.Origin, Next, new(Day, ReleaseFile.HashOf(first)), log, [ReleaseFile.Of("events.jsonl", More, 3, Next), ReleaseFile.Of("parks.csv", Parks, 1, Day)]).SignedBy(signer).ToBytes();
        reader.Write("archive/2026-11-20/manifest", first);
        reader.Write("archive/2026-11-20/parks.csv", Parks);
        reader.Write("archive/2026-11-20/events.jsonl", Events);
        reader.Write("archive/2026-11-21/manifest", second);
        reader.Write("archive/2026-11-21/events.jsonl", More);
        if (keys)
        {
            reader.Write("archive/keys.txt", Encoding.UTF8.GetBytes($"{signer.Key}\n"));
        }
    }
}
