using System.Text.Json.Nodes;
using static PilotRegistry.TransparencyLog.Tests.PublicFiles;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>What an auditor with nothing but the public files finds.</summary>
public sealed class AuditTests
{
    private static readonly DateTimeOffset Morning = PublicFiles.Morning;

    [Fact]
    public async Task An_honest_log_has_no_faults()
    {
        var log = PublicFiles.Of(Entries(700));
        var report = await log.AuditAsync();
        Assert.Empty(report.Faults);
        Assert.Equal((700UL, log.Checkpoint.Root), (report.Entries, report.Root));
    }

    [Fact]
    public async Task An_empty_log_has_no_faults() => Assert.Empty((await PublicFiles.Of([]).AuditAsync()).Faults);

    [Fact]
    public async Task One_bit_changed_in_an_entry_is_named()
    {
        var log = PublicFiles.Of(Entries(700));
        log.Files["tile/entries/001"][40] ^= 1;
        Assert.Contains((await log.AuditAsync()).Faults, f => f.Index == 256);
    }

    [Fact]
    public async Task An_entry_changed_together_with_its_hash_is_named_by_the_version_after_it_and_by_the_level_above()
    {
        var entries = Entries(700);
        var log = PublicFiles.Of(entries);
        var forged = PublicFiles.Of([.. entries[..300], Changed(entries[300]), .. entries[301..]]);
        log.Files["tile/entries/001"] = forged.Files["tile/entries/001"];
        log.Files["tile/0/001"] = forged.Files["tile/0/001"];
        var faults = (await log.AuditAsync()).Faults;
        Assert.Contains(faults, f => f.Index == 310 && f.What.Contains("version 32 follows another version 31", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Index == 256 && f.What.StartsWith("tile/1/000.p/2", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Index is null);
    }

    [Fact]
    public async Task An_entry_taken_away_inserted_or_moved_leaves_a_hole_in_its_stream()
    {
        var entries = Entries(40);
        Assert.Contains((await PublicFiles.Of([.. entries[..15], .. entries[16..]]).AuditAsync()).Faults, f => f.Index == 24);
        Assert.Contains((await PublicFiles.Of([.. entries, entries[3]]).AuditAsync()).Faults, f => f.Index == 40 && f.What.Contains("twice", StringComparison.Ordinal));
        Assert.Contains((await PublicFiles.Of([.. entries[..5], entries[15], .. entries[6..15], entries[5], .. entries[16..]]).AuditAsync()).Faults, f => f.Index == 5);
    }

    [Fact]
    public async Task An_entry_dated_back_is_named_unless_it_says_that_it_is_older_than_the_log()
    {
        var early = Leaf(stream: 99, version: 1, previous: null, Morning.AddHours(-3));
        var said = early with { Public = new JsonObject { ["backfilled"] = true } };
        Assert.Contains((await PublicFiles.Of([.. Entries(20), early.Write()]).AuditAsync()).Faults, f => f.Index == 20);
        Assert.Empty((await PublicFiles.Of([said.Write(), .. Entries(20)]).AuditAsync()).Faults);
    }

    [Fact]
    public async Task Nobody_calls_an_entry_old_once_its_service_has_written_new_ones()
    {
        var said = Leaf(stream: 99, version: 1, previous: null, Morning) with { Public = new JsonObject { ["backfilled"] = true } };
        var (mine, another) = (said.Write(), (said with { Source = "acceptance" }).Write());
        Assert.Contains((await PublicFiles.Of([.. Entries(20), mine]).AuditAsync()).Faults, f => f.Index == 20 && f.What.EndsWith("dated back.", StringComparison.Ordinal));
        Assert.Empty((await PublicFiles.Of([.. Entries(20), another]).AuditAsync()).Faults);
    }

    [Fact]
    public async Task A_version_that_is_older_than_the_one_before_it_is_named()
    {
        var first = Leaf(stream: 99, version: 1, previous: null, Morning).Write();
        var second = Leaf(stream: 99, version: 2, Merkle.Leaf(first), Morning.AddMilliseconds(-1));
        Assert.Contains((await PublicFiles.Of([first, second.Write()]).AuditAsync()).Faults, f => f.Index == 1 && f.What.EndsWith("dated back.", StringComparison.Ordinal));
        Assert.Empty((await PublicFiles.Of([first, (second with { At = Morning }).Write()]).AuditAsync()).Faults);
    }

    [Fact]
    public async Task A_file_of_entries_that_cannot_be_read_does_not_move_the_others()
    {
        var log = PublicFiles.Of(Entries(700));
        log.Files["tile/entries/000"] = log.Files["tile/entries/000"][..^1];
        log.Files["tile/entries/002.p/188"][^2] ^= 1;
        var faults = (await log.AuditAsync()).Faults;
        Assert.Equal(0UL, faults[0].Index);
        Assert.Contains(faults, f => f.Index == 699);
        Assert.DoesNotContain(faults, f => f.What.Contains("root", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_of_the_profile_is_named() =>
        Assert.Contains((await PublicFiles.Of([.. Entries(3), "{}"u8.ToArray()]).AuditAsync()).Faults, f => f.Index == 3);

    [Fact]
    public async Task A_missing_file_is_named()
    {
        var log = PublicFiles.Of(Entries(700));
        log.Files.Remove("tile/entries/001");
        var faults = (await log.AuditAsync()).Faults;
        Assert.Contains(faults, f => f.What.StartsWith("tile/entries/001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_root_that_was_signed_for_other_entries_is_named()
    {
        var log = PublicFiles.Of(Entries(20)) with { Checkpoint = PublicFiles.Of(Entries(20, Morning.AddMinutes(1))).Checkpoint };
        Assert.Contains((await log.AuditAsync()).Faults, f => f.Index is null);
    }
}
