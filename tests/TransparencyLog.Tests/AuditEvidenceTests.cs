using static PilotRegistry.TransparencyLog.Tests.PublicFiles;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>What an auditor brings along, to the second and to the entry.</summary>
public sealed class AuditEvidenceTests
{
    private static readonly byte[][] All = Entries(700);

    /// <summary>Promised an hour after it happened.</summary>
    private static readonly HeldPromise OfEntry40 = Promise(All[40]);

    private static DateTimeOffset Due => OfEntry40.Promise.Deadline;

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public async Task A_promise_is_broken_once_its_deadline_is_past_and_not_before(int milliseconds, int broken)
    {
        var without = PublicFiles.Of(All[..40]);
        var report = await without.AuditAsync(Evidence(asked: Due.AddMilliseconds(milliseconds), promises: OfEntry40));
        Assert.Equal(broken, report.Faults.Count);
        Assert.Contains(report.Remarks, r => r.EndsWith($"{1 - broken} not due yet, 0 not checkable", StringComparison.Ordinal));
        Assert.Equal(broken, (await without.AuditAsync(Evidence(witnessed: Due.AddMilliseconds(milliseconds), promises: OfEntry40))).Faults.Count);
        Assert.Equal(broken, (await without.AuditAsync(Evidence(seen: Seen(30, Due.AddMilliseconds(milliseconds)), promises: OfEntry40))).Faults.Count);
    }

    [Fact]
    public async Task An_entry_s_own_time_says_that_the_log_went_on()
    {
        var late = Leaf(99, 1, null, Due.AddMilliseconds(1)).Write();
        var on = Leaf(99, 1, null, Due).Write();
        Assert.Contains((await PublicFiles.Of([.. All[..40], late]).AuditAsync(Evidence(promises: OfEntry40))).Faults, f => f.What.EndsWith("dropped.", StringComparison.Ordinal));
        Assert.Empty((await PublicFiles.Of([.. All[..40], on]).AuditAsync(Evidence(promises: OfEntry40))).Faults);
    }

    [Fact]
    public async Task Of_an_empty_log_that_nobody_saw_nothing_is_known()
    {
        var report = await PublicFiles.Of([]).AuditAsync(Evidence(promises: OfEntry40));
        Assert.Empty(report.Faults);
        Assert.Equal("1 promises: 0 in the log (0 seen there in time; of 0 the delay is not checkable), 0 not due yet, 1 not checkable", Assert.Single(report.Remarks));
    }

    [Fact]
    public async Task Without_promises_nothing_is_said_of_them()
    {
        Assert.Empty((await PublicFiles.Of(All).AuditAsync()).Remarks);
        Assert.DoesNotContain((await Broken().AuditAsync()).Remarks, r => r.Contains("promise", StringComparison.Ordinal));
        Assert.Contains("whether promises were kept cannot be told from files that were not signed", (await Broken().AuditAsync(Evidence(promises: OfEntry40))).Remarks);
    }

    [Theory]
    [InlineData(40, 1, 1)]
    [InlineData(40, 0, 0)]
    [InlineData(41, 1, 0)]
    public async Task An_entry_came_late_if_it_was_not_among_those_seen_after_its_deadline(int size, int milliseconds, int late)
    {
        var report = await PublicFiles.Of(All).AuditAsync(Evidence(seen: Seen(size, Due.AddMilliseconds(milliseconds)), promises: OfEntry40));
        Assert.Equal(late, report.Faults.Count);
        Assert.All(report.Faults, f => Assert.Equal((40UL, true), (f.Index, f.What.EndsWith("late.", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(41, 0, 1)]
    [InlineData(41, 1, 0)]
    [InlineData(40, 0, 0)]
    public async Task An_entry_came_in_time_if_it_was_among_those_seen_before_its_deadline(int size, int milliseconds, int inTime)
    {
        var report = await PublicFiles.Of(All).AuditAsync(Evidence(seen: Seen(size, Due.AddMilliseconds(milliseconds)), promises: OfEntry40));
        Assert.Contains(report.Remarks, r => r.StartsWith($"1 promises: 1 in the log ({inTime} seen there in time; of {1 - inTime} the delay is not checkable), 0 not due yet, 0 not", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_leaf_that_was_promised_keeps_a_promise()
    {
        var changed = OfEntry40 with { Promise = OfEntry40.Promise with { Leaf = Merkle.EmptyRoot } };
        Assert.Equal(40UL, Assert.Single((await PublicFiles.Of(All).AuditAsync(Evidence(promises: changed))).Faults).Index);
        Assert.Empty((await PublicFiles.Of(All).AuditAsync(Evidence(asked: Due.AddDays(1), promises: OfEntry40))).Faults);
    }

    [Fact]
    public async Task Entries_that_could_not_be_read_drop_no_promise()
    {
        var files = PublicFiles.Of(All);
        files.Files["tile/entries/000"] = [1];
        var report = await files.AuditAsync(Evidence(asked: Due.AddDays(1), promises: OfEntry40));
        Assert.DoesNotContain(report.Faults, f => f.What.Contains("promised", StringComparison.Ordinal));
        Assert.DoesNotContain(report.Remarks, r => r.StartsWith("the entries are those that were signed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(700)]
    public async Task What_was_seen_must_be_the_beginning_at_every_size(int size)
    {
        var honest = await PublicFiles.Of(All).AuditAsync(Evidence(seen: Seen(size)));
        Assert.Empty(honest.Faults);
        Assert.Equal([$"it begins with the {size} entries seen by a friend, unchanged"], honest.Remarks);
        var forked = await PublicFiles.Of(All).AuditAsync(Evidence(seen: Seen(size) with { Checkpoint = new(Keys.Origin, (ulong)size, Merkle.Leaf([1])) }));
        Assert.Equal(size > 0, forked.Faults.Any(f => f.What.Contains($"does not begin with the {size} entries seen by a friend", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_still_fits_narrows_down_what_does_not_and_what_does_not_fit_narrows_nothing()
    {
        var wrong = new SeenCheckpoint("elsewhere", new(Keys.Origin, 250, Merkle.EmptyRoot), At: null);
        var worse = wrong with { Checkpoint = wrong.Checkpoint with { Size = 260 } };
        var report = await PublicFiles.Of(All).AuditAsync(Evidence(promises: [], seen: [Seen(200), wrong, worse, Seen(300)]));
        Assert.All(report.Faults, f => Assert.Contains("from entry 200 on", f.What, StringComparison.Ordinal));
        Assert.Equal(2, report.Faults.Count);
        var same = wrong with { Checkpoint = wrong.Checkpoint with { Size = 200 } };
        Assert.Contains("from entry 0 on", Assert.Single((await PublicFiles.Of(All).AuditAsync(Evidence(promises: [], seen: [Seen(200), same]))).Faults).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_files_that_were_not_signed_nobody_can_tell_what_they_begin_with()
    {
        var report = await Broken().AuditAsync(Evidence(seen: Seen(400)));
        Assert.Contains("whether it begins with the 400 entries seen by a friend cannot be told from files that were not signed", report.Remarks);
        Assert.DoesNotContain(report.Faults, f => f.What.Contains("friend", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_in_ruins_is_not_read_to_its_end_and_says_nothing_of_its_root()
    {
        var report = await PublicFiles.Of([.. Enumerable.Repeat("{}"u8.ToArray(), 700)]).AuditAsync(Evidence(asked: Due.AddDays(1), promises: OfEntry40));
        Assert.Equal(256UL, report.Entries);
        Assert.DoesNotContain(report.Faults, f => f.What.Contains("root", StringComparison.Ordinal) || f.What.Contains("promised", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Changed_hashes_over_signed_entries_are_said_to_be_that()
    {
        var files = PublicFiles.Of(All);
        files.Files["tile/0/001"] = [.. files.Files["tile/0/001"], 0];
        var longer = await files.AuditAsync();
        Assert.Equal(512UL, Assert.Single(longer.Faults).Index);
        Assert.StartsWith("the entries are those that were signed", Assert.Single(longer.Remarks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public async Task An_unreadable_file_of_entries_over_broken_hashes_is_named_all_the_same(int length)
    {
        var files = PublicFiles.Of(All);
        (files.Files["tile/entries/001"], files.Files["tile/0/001"]) = ([1], new byte[length]);
        var report = await files.AuditAsync();
        Assert.Equal((256UL, 700UL), (report.Faults[0].Index, report.Entries));
    }

    private static PublicFiles Broken()
    {
        var files = PublicFiles.Of(All);
        files.Files["tile/entries/001"] = PublicFiles.Of([.. All[..300], All[301], .. All[301..]]).Files["tile/entries/001"];
        return files;
    }

    private static HeldPromise Promise(byte[] entry) => new("promise", LeafPromise.Of(Keys.Origin, LeafHead.Read(entry), Merkle.Leaf(entry)));

    private static SeenCheckpoint Seen(int size, DateTimeOffset? at = null) => new("seen by a friend", PublicFiles.Of(All[..size]).Checkpoint, at);

    private static AuditEvidence Evidence(SeenCheckpoint? seen = null, DateTimeOffset? witnessed = null, DateTimeOffset? asked = null, params HeldPromise[] promises) =>
        new(seen is null ? [] : [seen], promises, witnessed, asked);

    private static AuditEvidence Evidence(HeldPromise[] promises, params SeenCheckpoint[] seen) => new(seen, promises, Witnessed: null, Asked: null);
}
