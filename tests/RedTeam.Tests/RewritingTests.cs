using Npgsql;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.RedTeam;

/// <summary>The past is changed by somebody who has the database, the disk and the log's keys, and everything is signed again.</summary>
public sealed class RewritingTests : IAsyncLifetime
{
    private const int Published = 300, Later = 330;

    private Registry registry = null!;
    private Auditor auditor = null!;

    /// <summary>Three hundred decisions are public, an auditor was there, keeps two promises and knows what another reader saw at two hundred.</summary>
    public async Task InitializeAsync()
    {
        registry = await Registry.StartAsync();
        auditor = new(registry);
        await registry.GrowAsync(200);
        auditor.Hear(registry.Public);
        await registry.GrowAsync(Published);
        auditor.Keep(registry.Feed[123]);
        auditor.Keep(registry.Feed[285]);
        await auditor.VisitAsync();
    }

    public async Task DisposeAsync() => await registry.DisposeAsync();

    [Fact]
    public async Task An_honest_log_that_grew_is_found_honest()
    {
        await registry.GrowAsync(Later);
        await auditor.VisitAsync();
    }

    [Fact]
    public async Task An_edited_row_of_the_database_is_not_signed_by_the_log_itself()
    {
        await registry.AsSuperuserAsync("update entries set leaf = $1 where index = 285", new NpgsqlParameter { Value = Story.Honest(285).Accepted().WithPlaceOf(registry.Feed[285]) });
        await Assert.ThrowsAsync<InvalidDataException>(() => registry.GrowAsync(Later));
        await auditor.VisitAsync();
    }

    [Fact]
    public async Task An_edited_entry_is_named_by_the_version_after_it_and_by_its_promise()
    {
        var entries = Story.Of(Later);
        entries[123] = Story.Honest(123).Accepted().WithPlaceOf(entries[123]);
        await registry.RewriteAsync(entries);
        var findings = await auditor.AuditAsync();
        findings.Names(153, "entry 123 was changed");
        findings.Names(123, "changed after it was accepted");
        findings.Names(null, "does not begin with the 300 entries seen before", "rewritten and signed again");
    }

    [Fact]
    public async Task A_deleted_entry_is_named_by_the_hole_it_leaves()
    {
        var entries = Story.Of(Later);
        entries.RemoveAt(100);
        await registry.RewriteAsync(entries);
        var findings = await auditor.AuditAsync();
        findings.Names(129, "from version 3 (entry 70) to 5", "taken away");
        findings.Names(null, "does not begin with the 300 entries seen before");
    }

    [Fact]
    public async Task An_entry_inserted_before_what_was_seen_is_named_by_its_stream()
    {
        var entries = Story.Of(Later);
        entries.Insert(123, Story.Honest(123).Accepted().WithPlaceOf(entries[123], newId: true));
        await registry.RewriteAsync(entries);
        var findings = await auditor.AuditAsync();
        findings.Names(124, "from version 5 (entry 123) to 5", "added");
        findings.Names(null, "does not begin with the 200 entries of another reader", "before entry 200");
    }

    [Fact]
    public async Task An_entry_inserted_with_a_stream_of_its_own_is_found_between_what_two_readers_saw()
    {
        var stranger = Story.Honest(250).Accepted() with { Id = Guid.NewGuid(), Stream = Guid.NewGuid() };
        await registry.RewriteAsync(Story.Chained([.. Enumerable.Range(0, 250).Select(Story.Honest), stranger, .. Enumerable.Range(250, 80).Select(Story.Honest)]));
        var findings = await auditor.AuditAsync();
        findings.Names(null, "does not begin with the 300 entries seen before", "from entry 200 on, before entry 300");
        Assert.Single(findings.Faults);
    }

    [Fact]
    public async Task Two_decisions_of_one_park_in_another_order_are_named()
    {
        var entries = Story.Of(Later);
        (entries[100], entries[130]) = (entries[130], entries[100]);
        await registry.RewriteAsync(entries);
        (await auditor.AuditAsync()).Names(100, "from version 3 (entry 70) to 5", "moved");
    }

    [Fact]
    public async Task Two_decisions_of_different_parks_in_another_order_are_found_between_what_two_readers_saw()
    {
        var entries = Story.Of(Later);
        (entries[250], entries[251]) = (entries[251], entries[250]);
        await registry.RewriteAsync(entries);
        var findings = await auditor.AuditAsync();
        findings.Names(null, "rewritten and signed again", "from entry 200 on, before entry 300");
        Assert.Single(findings.Faults);
    }

    [Fact]
    public async Task A_decision_dated_back_is_named()
    {
        registry.Feed.Add((Story.Honest(Published) with { Id = Guid.NewGuid(), Stream = Guid.NewGuid(), At = Story.Morning, Version = 1 }).Write());
        await registry.PublishAsync();
        (await auditor.AuditAsync()).Names(Published, "more than an hour before", "dated back");
    }

    [Fact]
    public async Task A_decision_dated_back_as_older_than_the_log_is_named()
    {
        var old = Story.Honest(Published).Accepted() with { Id = Guid.NewGuid(), Stream = Guid.NewGuid(), At = Story.Morning, Version = 1 };
        old.Public["backfilled"] = true;
        registry.Feed.Add(old.Write());
        await registry.PublishAsync();
        (await auditor.AuditAsync()).Names(Published, "older than the log", "dated back");
    }

    [Fact]
    public async Task Everything_written_anew_and_signed_again_is_named_with_the_entries_that_were_promised()
    {
        await registry.RewriteAsync(Story.Chained(Enumerable.Range(0, Later).Select(n => n == 285 ? Story.Honest(n).Accepted() : Story.Honest(n))));
        var findings = await auditor.AuditAsync();
        findings.Names(285, "changed after it was accepted");
        findings.Names(null, "does not begin with the 300 entries seen before", "rewritten and signed again", "from entry 200 on, before entry 300");
        Assert.Equal(2, findings.Faults.Count);
    }

    [Fact]
    public async Task Every_actor_of_the_whole_record_written_anew_is_named()
    {
        await registry.RewriteAsync(Story.Chained(Enumerable.Range(0, Later).Select(n => Story.Honest(n) with { Actor = "province" })));
        var findings = await auditor.AuditAsync();
        findings.Names(123, "changed after it was accepted");
        findings.Names(null, "does not begin with the 200 entries of another reader", "from entry 0 on, before entry 200");
    }
}

internal static class Forging
{
    /// <summary>A leaf with the version and the link of the entry whose place it takes.</summary>
    public static byte[] WithPlaceOf(this Leaf leaf, byte[] entry, bool newId = false)
    {
        var head = LeafHead.Read(entry);
        return (leaf with { Id = newId ? Guid.NewGuid() : leaf.Id, Version = head.Version, Previous = head.Previous }).Write();
    }
}
