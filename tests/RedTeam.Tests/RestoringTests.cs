using PilotRegistry.Ledger.Publishing;
using PilotRegistry.Ledger.Sequencing;

namespace PilotRegistry.RedTeam;

/// <summary>The log begins again from what it was, or is run twice.</summary>
public sealed class RestoringTests : IAsyncLifetime
{
    private Registry registry = null!;
    private Auditor auditor = null!;

    public async Task InitializeAsync()
    {
        registry = await Registry.StartAsync();
        auditor = new(registry);
        await registry.GrowAsync(200);
        await auditor.VisitAsync();
    }

    public async Task DisposeAsync() => await registry.DisposeAsync();

    [Fact]
    public async Task An_old_backup_of_database_and_files_is_not_signed_upon()
    {
        var backup = registry.Copy("backup");
        await registry.GrowAsync(300);
        await auditor.VisitAsync();
        await RestoreAsync(backup);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => registry.GrowAsync(250));
        Assert.True(refused is GuardException or IOException, refused.ToString());
        (await auditor.AuditAsync()).Names(null, "200 entries, less than the 300 seen before", "a past taken back");
    }

    [Fact]
    public async Task An_old_backup_with_the_guard_rolled_back_too_is_named_a_fork()
    {
        var (backup, guard) = (registry.Copy("backup"), await File.ReadAllBytesAsync(registry.GuardFile));
        await registry.GrowAsync(300);
        auditor.Keep(registry.Feed[285]);
        await auditor.VisitAsync();
        await RestoreAsync(backup);
        await File.WriteAllBytesAsync(registry.GuardFile, guard);
        registry.Feed = Story.Chained(Enumerable.Range(0, 320).Select(n => n == 285 ? Story.Honest(n).Accepted() : Story.Honest(n)));
        Assert.Equal(320UL, (await registry.PublishAsync()).Size);
        var findings = await auditor.AuditAsync();
        findings.Names(null, "does not begin with the 300 entries seen before", "(a fork)");
        findings.Names(285, "changed after it was accepted");
    }

    [Fact]
    public async Task Of_two_sequencers_one_advances()
    {
        using var guard = new Guard(registry.GuardFile);
        Assert.Throws<IOException>(() => new Guard(registry.GuardFile));
        var older = await registry.Table.BeginAsync(default);
        var newer = await registry.Table.BeginAsync(default);
        registry.Feed = Story.Of(300);
        using var sequencer = registry.Sequencer(registry.Publisher(guard));
        await Assert.ThrowsAsync<SupersededException>(() => sequencer.RoundAsync(older, default));
        while (await sequencer.RoundAsync(newer, default))
        {
        }

        Assert.Equal(300UL, guard.Last!.Size);
        await auditor.VisitAsync();
    }

    [Fact]
    public async Task Two_sequencers_each_with_a_copy_of_the_guard_are_named_a_fork()
    {
        var (files, guardFile, entries) = (registry.Copy("second"), Path.Combine(registry.Home, "second guard"), Story.Of(200));
        File.Copy(registry.GuardFile, guardFile);
        await registry.GrowAsync(300);
        await auditor.VisitAsync();

        // The second runs on a copy of everything and is given other events.
        var other = Story.Chained([.. Enumerable.Range(0, 200).Select(Story.Honest), .. Enumerable.Range(200, 110).Select(n => Story.Honest(n).Accepted())]);
        Assert.Equal(entries, other.Take(200));
        using var guard = new Guard(guardFile);
        var second = new Publisher(
            Registry.Origin, new LogFolder(files), guard, registry.Identity.Signers, (_, note) => Task.FromResult(note),
            (from, count, _) => Task.FromResult<IReadOnlyList<byte[]>>([.. other.Skip((int)from).Take(count)]));
        await second.PublishAsync((ulong)other.Count);

        auditor.Hear(files);
        (await auditor.AuditAsync()).Names(null, "300 entries, less than the 310 of another reader", "(a fork)");
        (await auditor.AuditAsync(files)).Names(null, "does not begin with the 300 entries seen before", "(a fork)");
    }

    private async Task RestoreAsync(string backup)
    {
        Directory.Delete(registry.Public, recursive: true);
        Registry.CopyFolder(backup, registry.Public);
        await registry.FillAsync(Story.Of(200));
        await registry.AsSuperuserAsync("insert into cursors values ('acceptance', '0.200')");
        registry.Feed = Story.Of(200);
        await registry.AsSuperuserAsync(
            """
            insert into tips select 'acceptance', convert_from(leaf, 'utf8')::jsonb ->> 'stream', max((convert_from(leaf, 'utf8')::jsonb ->> 'ver')::bigint),
                (array_agg(sha256('\x00'::bytea || leaf) order by index desc))[1] from entries group by 2
            """);
    }
}
