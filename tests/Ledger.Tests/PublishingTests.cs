using PilotRegistry.Ledger.Publishing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger;

/// <summary>From the database to the public: every step may be the last one before the power goes.</summary>
public sealed class PublishingTests : IDisposable
{
    private readonly LogWorks log = new();

    public void Dispose() => log.Dispose();

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(255, 256, 257)]
    [InlineData(300, 1024, 2000)]
    public async Task What_is_published_step_by_step_is_the_log_of_its_entries(int first, int second, int third)
    {
        foreach (var size in new[] { first, second, third })
        {
            var checkpoint = await log.PublishAsync(size);
            Assert.Equal(new(LogWorks.Origin, (ulong)size, LogWorks.RootOf(log.Entries.Take(size))), checkpoint);
            Assert.Empty((await log.AuditAsync()).Faults);
        }
    }

    [Fact]
    public async Task Root_and_whole_files_do_not_depend_on_how_often_was_published()
    {
        using var other = new LogWorks();
        foreach (var size in new[] { 17, 300, 301, 700, 1300 })
        {
            await log.PublishAsync(size);
        }

        await other.PublishAsync(1300);
        foreach (var file in Directory.EnumerateFiles(other.Folder.Root, "*", SearchOption.AllDirectories).Where(f => f.Contains("tile", StringComparison.Ordinal)))
        {
            Assert.Equal(await File.ReadAllBytesAsync(file), log.Folder.Read(Path.GetRelativePath(other.Folder.Root, file)));
        }
    }

    [Fact]
    public async Task An_empty_log_is_published_too()
    {
        Assert.Equal(new(LogWorks.Origin, 0, Merkle.EmptyRoot), await log.PublishAsync(0));
        Assert.Equal(5UL, (await log.PublishAsync(5)).Size);
    }

    [Fact]
    public async Task A_process_that_dies_after_the_guard_moved_signs_the_same_again()
    {
        await log.PublishAsync(300);
        await Assert.ThrowsAsync<QuorumException>(() => log.PublishAsync(700, _ => throw new QuorumException("The witnesses are away.")));
        Assert.Equal(300UL, Checkpoint.Parse(SignedNote.Parse(log.Folder.Read("checkpoint")).Text).Size);

        // More has come meanwhile; what the guard remembers goes out first, and the rest follows.
        var checkpoint = await log.PublishAsync(900);
        Assert.Equal(900UL, checkpoint.Size);
        Assert.True(log.Folder.Has("checkpoints/700"));
        Assert.Empty((await log.AuditAsync()).Faults);
    }

    [Fact]
    public async Task A_process_that_dies_while_it_writes_files_begins_again_from_what_was_signed()
    {
        await log.PublishAsync(300);
        var honest = log.Entries;
        using (var guard = log.OpenGuard())
        {
            // Half of what it wants to write is there, then it is gone.
            log.Folder.Write("tile/entries/001", EntryBundle.Write([.. honest.Skip(256).Take(256).Select(e => new ReadOnlyMemory<byte>(e))]));
            log.Folder.Write("tile/0/001", new byte[TileAddress.FullWidth * Digest.Length]);
        }

        Assert.Equal(LogWorks.RootOf(honest.Take(900)), (await log.PublishAsync(900)).Root);
        Assert.Empty((await log.AuditAsync()).Faults);
    }

    [Fact]
    public async Task What_was_changed_on_the_disk_since_it_was_signed_is_not_signed_again()
    {
        await log.PublishAsync(300);
        var tile = log.Folder.Read("tile/0/001.p/44");
        tile[3] ^= 1;
        log.Folder.Write("tile/0/001.p/44", tile);
        await Assert.ThrowsAsync<GuardException>(() => log.PublishAsync(700));
    }

    [Fact]
    public async Task What_cannot_be_read_back_as_it_was_written_is_not_signed()
    {
        await log.PublishAsync(300);
        var upper = log.Folder.Read("tile/1/000.p/1");
        upper[0] ^= 1;
        using var guard = log.OpenGuard();
        var publisher = log.Publisher(guard);
        await publisher.PublishAsync(300);

        // A disk that lies: the whole tile below was written, its hash above is another.
        log.Folder.Write("tile/0/000", new byte[TileAddress.FullWidth * Digest.Length]);
        await Assert.ThrowsAsync<InvalidDataException>(async () => await SelfCheck.RunAsync(log.Folder, last: null, publisher.Last!));
    }

    [Fact]
    public async Task An_old_backup_of_the_database_is_refused()
    {
        await log.PublishAsync(700);
        var refused = await Assert.ThrowsAsync<GuardException>(() => log.PublishAsync(600));
        Assert.Contains("old backup", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_old_backup_of_the_public_files_is_refused()
    {
        await log.PublishAsync(300);
        var older = Snapshot();
        await log.PublishAsync(700);
        Directory.Delete(log.Folder.Root, recursive: true);
        foreach (var (path, bytes) in older)
        {
            log.Folder.Write(path, bytes);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => log.PublishAsync(900));
        Assert.Equal(300UL, Checkpoint.Parse(SignedNote.Parse(log.Folder.Read("checkpoint")).Text).Size);
    }

    [Fact]
    public async Task Another_database_under_the_same_guard_is_refused()
    {
        await log.PublishAsync(300);
        log.Entries = LogWorks.EntriesOf(2000, actor: "park");
        await Assert.ThrowsAsync<InvalidDataException>(() => log.PublishAsync(700));
    }

    [Fact]
    public void Two_processes_do_not_hold_one_guard()
    {
        using var first = log.OpenGuard();
        Assert.Throws<IOException>(log.OpenGuard);
    }

    [Fact]
    public void The_guard_moves_only_forward_and_only_from_what_it_remembers()
    {
        using var guard = log.OpenGuard();
        var (small, large) = (At(3), At(8));
        guard.Move(null, small);
        guard.Move(small, large);
        Assert.Throws<GuardException>(() => guard.Move(small, At(9)));
        Assert.Throws<GuardException>(() => guard.Move(large, small));
        Assert.Throws<GuardException>(() => guard.Move(large, large with { Root = Merkle.EmptyRoot }));
        Assert.Throws<GuardException>(() => guard.Move(large, At(9) with { Origin = "other.example" }));
        Assert.Equal(large, guard.Last);
    }

    private Checkpoint At(int size) => new(LogWorks.Origin, (ulong)size, LogWorks.RootOf(log.Entries.Take(size)));

    private Dictionary<string, byte[]> Snapshot() => Directory.EnumerateFiles(log.Folder.Root, "*", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(log.Folder.Root, f), File.ReadAllBytes, StringComparer.Ordinal);
}
