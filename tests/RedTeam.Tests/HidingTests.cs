namespace PilotRegistry.RedTeam;

/// <summary>Something that was decided is kept from the log, or one reader is shown another log than the others.</summary>
public sealed class HidingTests : IAsyncLifetime
{
    /// <summary>The refusal of a park, the last that was decided of it.</summary>
    private const int Refusal = 285;

    private const int Published = 300, Later = 450;

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
    public async Task A_park_s_refusal_that_is_hidden_is_named_by_the_promise_that_the_park_was_given()
    {
        await registry.GrowAsync(Published);
        auditor.Keep(registry.Feed[Refusal]);
        await registry.RewriteAsync(Story.Chained(Enumerable.Range(0, Later).Where(n => n % Story.Parks != Refusal % Story.Parks || n < Refusal).Select(Story.Honest)));
        var findings = await auditor.AuditAsync();
        findings.Names(null, $"{Story.EventAt(Refusal)} of acceptance was promised", "accepted and dropped");
        Assert.Single(findings.Faults);
    }

    [Fact]
    public async Task A_park_s_refusal_hidden_from_its_history_leaves_a_hole_before_what_came_after_it()
    {
        registry.Feed = Story.Of(Later);
        registry.Feed.RemoveAt(Refusal);
        var stopped = await registry.PublishAsync();
        Assert.Equal((ulong)Published, stopped.Size);
        await registry.RewriteAsync(registry.Feed);
        (await auditor.AuditAsync()).Names(Refusal + Story.Parks - 1, "from version 9", "to 11", "taken away");
    }

    [Fact]
    public async Task A_park_s_refusal_that_is_hidden_from_its_public_timeline_is_named_by_the_log()
    {
        await registry.GrowAsync(Published);
        var timeline = Enumerable.Range(0, Published).Where(n => n % Story.Parks == Refusal % Story.Parks).Select(n => (n, Story.Honest(n))).ToList();
        var honest = await auditor.CompareAsync(Story.Park(Refusal % Story.Parks), timeline);
        Assert.True(honest.Ok, honest.ToText());
        var hidden = await auditor.CompareAsync(Story.Park(Refusal % Story.Parks), timeline[..^1]);
        hidden.Names(Refusal, Story.EventAt(Refusal).ToString(), "it is hidden");
        var changed = await auditor.CompareAsync(Story.Park(Refusal % Story.Parks), [.. timeline[..^1], (Refusal, Story.Honest(Refusal).Accepted())]);
        changed.Names(Refusal, "decision 'accepted'", "the log 'refused'");
    }

    [Fact]
    public async Task An_event_that_was_accepted_and_never_reached_the_log_is_named()
    {
        var all = Story.Chained(Enumerable.Range(0, Later).Select(Story.Honest));
        auditor.Keep(all[440]);
        registry.Feed = [.. Story.Of(440)];
        await registry.PublishAsync();
        var waiting = await auditor.AuditAsync();
        Assert.True(waiting.Ok, waiting.ToText());
        Assert.Contains(waiting.Checked, c => c.Contains("1 not due yet", StringComparison.Ordinal));

        registry.Feed = Story.Chained(Enumerable.Range(0, 600).Where(n => n != 440).Select(Story.Honest));
        await registry.PublishAsync();
        (await auditor.AuditAsync()).Names(null, $"{Story.EventAt(440)} of acceptance was promised", "accepted and dropped");
    }

    [Fact]
    public async Task An_event_that_reached_the_log_otherwise_than_it_was_accepted_is_named()
    {
        auditor.Keep(Story.Of(Published)[Refusal]);
        registry.Feed = Story.Chained(Enumerable.Range(0, Published).Select(n => n == Refusal ? Story.Honest(n).Accepted() : Story.Honest(n)));
        await registry.PublishAsync();
        (await auditor.AuditAsync()).Names(Refusal, "changed after it was accepted");
    }

    [Fact]
    public async Task A_log_made_for_one_reader_is_named_a_fork_by_what_another_was_shown()
    {
        var forged = Story.Chained(Enumerable.Range(0, Published).Select(n => n == Refusal ? Story.Honest(n).Accepted() : Story.Honest(n)));
        auditor.Keep(Story.Of(Published)[Refusal]);
        await registry.GrowAsync(Published);
        var shownToOthers = registry.Copy("others");
        await registry.RewriteAsync(forged);
        auditor.Hear(shownToOthers);
        var findings = await auditor.AuditAsync();
        findings.Names(null, "300 entries of another reader", "(a fork)", "from entry 200 on, before entry 300");
        findings.Names(Refusal, "changed after it was accepted");
    }

    [Fact]
    public async Task A_log_that_is_kept_small_for_one_reader_is_named()
    {
        var shown = registry.Copy("kept small");
        await registry.GrowAsync(Published);
        auditor.Hear(registry.Public);
        (await auditor.AuditAsync(shown)).Names(null, "200 entries, less than the 300 of another reader", "(a fork)");
    }
}
