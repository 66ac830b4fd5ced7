using System.Text.Json;
using System.Text.Json.Nodes;
using PilotRegistry.Cli.Verification;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli;

/// <summary>A reader with a copy of the log and a saved timeline finds out what the timeline leaves out, adds or changes.</summary>
public sealed class VerifyParkTests : IDisposable
{
    private static readonly Guid Park = new("018f0000-0000-7000-8000-000000000001"), Other = new("018f0000-0000-7000-8000-000000000002");
    private static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly Reader reader = new();
    private readonly List<Leaf> leaves = [];
    private readonly List<ShownEvent> shown = [];

    public VerifyParkTests()
    {
        Happens("registration.application-started.v1", "park", new());
        Happens("registration.application-submitted.v1", "park", new() { ["round"] = 1 }, new() { ["round"] = "1" });
        Happens("acceptance.acceptance-refused.v1", "national", new() { ["reasons"] = "另一园区" }, park: Other);
        Happens("submission.year-submitted.v1", "park", Year(1), new() { ["year"] = "2025", ["version"] = "1" });
        Happens("submission.year-submitted.v1", "park", Year(2));
        Happens("verification.statement-signed.v1", "verifier-lead", new() { ["year"] = 2025, ["submission_version"] = 1 }, new() { ["version"] = "1", ["opinion"] = "unmodified" });
        Happens("submission.year-disclosed.v1", "park", Year(1), new() { ["year"] = "2025", ["version"] = "1" });
        Happens("acceptance.acceptance-refused.v1", "national", new() { ["reasons"] = "现场核实不符" }, new() { ["reasons"] = "现场核实不符" });
        Happens("disclosure.dispute-raised.v1", "public", new() { ["number"] = "D-2026-000001" });
    }

    public void Dispose() => reader.Dispose();

    [Fact]
    public async Task A_timeline_that_tells_what_the_log_holds_is_confirmed()
    {
        Happens("workflows.process-stepped.v1", "service", new() { ["process"] = "application", ["steps"] = 4 });
        var findings = await CheckAsync();
        Assert.True(findings.Ok, findings.ToText());
        Assert.Contains(findings.Checked, c => c.Contains("9 entries name the park, 5 events are on its timeline", StringComparison.Ordinal));
        Assert.Contains((await CheckAsync()).Checked, c => c.Contains("entries seen before", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refusal_that_the_timeline_hides_is_named_with_its_entry_and_reasons()
    {
        shown.RemoveAt(shown.Count - 1);
        var fault = await FaultAsync();
        Assert.Equal(7UL, fault.Index);
        Assert.Contains("acceptance-refused", fault.What, StringComparison.Ordinal);
        Assert.Contains("it is hidden. Its reasons: 现场核实不符", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_public_event_that_is_missing_from_the_timeline_is_named()
    {
        foreach (var hidden in shown.ToArray())
        {
            shown.Remove(hidden);
            Assert.Equal(hidden.LogIndex, (await FaultAsync()).Index);
            shown.Add(hidden);
        }
    }

    [Fact]
    public async Task A_park_that_is_not_shown_at_all_is_named()
    {
        shown.Clear();
        Assert.Equal(5, (await CheckAsync()).Faults.Count);
    }

    [Fact]
    public async Task An_event_that_the_log_does_not_hold_is_named()
    {
        shown.Add(new(Guid.CreateVersion7(), Morning, "acceptance.acceptance-granted.v1", "national", new Dictionary<string, string>(), LogIndex: null));
        Assert.Contains("of which the log holds nothing", (await FaultAsync()).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_of_this_hour_may_still_be_waiting_for_the_log()
    {
        shown.Add(new(Guid.CreateVersion7(), DateTimeOffset.UtcNow, "acceptance.acceptance-granted.v1", "national", new Dictionary<string, string>(), LogIndex: null));
        var findings = await CheckAsync();
        Assert.True(findings.Ok, findings.ToText());
        Assert.Contains(findings.Checked, c => c.Contains("not in the log yet", StringComparison.Ordinal));
        shown[^1] = shown[^1] with { LogIndex = 3 };
        Assert.False((await CheckAsync()).Ok, "What has a place must be there.");
    }

    [Fact]
    public async Task An_event_of_this_minute_may_still_be_on_its_way_to_the_timeline()
    {
        (leaves[^2], leaves[^1]) = (leaves[^2] with { At = DateTimeOffset.UtcNow }, leaves[^1] with { At = DateTimeOffset.UtcNow });
        shown.RemoveAt(shown.Count - 1);
        var findings = await CheckAsync();
        Assert.True(findings.Ok, findings.ToText());
        Assert.Contains(findings.Checked, c => c.Contains("on its way to the timeline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whatever_the_timeline_says_otherwise_is_named()
    {
        var refused = shown[^1];
        ShownEvent[] otherwise =
        [
            refused with { Type = "acceptance.acceptance-granted.v1" }, refused with { Actor = "province" }, refused with { At = refused.At.AddMilliseconds(1) },
            refused with { LogIndex = 6 }, refused with { Facts = new Dictionary<string, string> { ["reasons"] = "达到要求" } },
        ];
        foreach (var other in otherwise)
        {
            shown[^1] = other;
            var fault = await FaultAsync();
            Assert.Equal(7UL, fault.Index);
            Assert.Contains("the timeline says", fault.What, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_event_of_another_park_is_not_this_one_s()
    {
        shown.Add(new(leaves[2].Id, leaves[2].At, leaves[2].Type, "national", new Dictionary<string, string> { ["reasons"] = "另一园区" }, 2));
        Assert.Contains("parkId", (await FaultAsync()).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_event_twice_is_named()
    {
        shown.Add(shown[0]);
        Assert.Contains("more than once", (await FaultAsync()).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_later_version_of_a_year_is_public_once_it_is_disclosed()
    {
        Happens("submission.year-disclosed.v1", "park", Year(2), new() { ["year"] = "2025", ["version"] = "2" });
        Assert.Equal(4UL, (await FaultAsync()).Index);
    }

    [Fact]
    public async Task A_long_reason_is_compared_by_its_hash()
    {
        JsonObject hashed = new() { ["reasons_sha256"] = "2CPfyq4ZR5ja59shG4e7s59bFbebbVxBqyE2mHRg3kE" };
        Happens("acceptance.acceptance-granted.v1", "national", hashed, new() { ["reasons"] = "a reason that is not that long" });
        Assert.Contains("reasons_sha256", (await FaultAsync()).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_entry_is_named_by_the_audit_that_comes_first()
    {
        reader.Publish("log", [.. leaves.Select(l => l.Write())]);
        var file = reader.At($"log/tile/entries/000.p/{leaves.Count}");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[60] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        Assert.NotEmpty((await RunAsync()).Faults);
    }

    [Fact]
    public async Task What_cannot_be_asked_is_said()
    {
        reader.Publish("log", []);
        await Assert.ThrowsAsync<RegistryException>(() => reader.CheckAsync("park", reader.At("log"), Park.ToString()));
        await Assert.ThrowsAsync<RegistryException>(() => reader.CheckAsync("park", reader.At("log"), "a park"));
        await Assert.ThrowsAsync<RegistryException>(() => reader.CheckAsync("park", reader.At("log"), Park.ToString(), "--timeline", reader.At("none")));
        Assert.Null(await Verify.CheckAsync(["park", reader.At("log")]));
    }

    private async Task<AuditFault> FaultAsync() => Assert.Single((await CheckAsync()).Faults);

    private async Task<Findings> CheckAsync()
    {
        reader.Publish("log", [.. leaves.Select(l => l.Write())]);
        return await RunAsync();
    }

    private async Task<Findings> RunAsync()
    {
        await File.WriteAllTextAsync(reader.At("timeline.json"), JsonSerializer.Serialize(new ShownTimeline(shown), JsonSerializerOptions.Web));
        return await reader.CheckAsync("park", reader.At("log"), Park.ToString(), "--timeline", reader.At("timeline.json"));
    }

    private static JsonObject Year(int version) => new() { ["year"] = 2025, ["version"] = version };

    /// <summary>One stream an event, a minute apart.</summary>
    /// <param name="facts">What the timeline says; null when it does not show the event.</param>
    private void Happens(string type, string actor, JsonObject pub, Dictionary<string, string>? facts = null, Guid? park = null)
    {
        var n = leaves.Count;
        pub["park_id"] = (park ?? Park).ToString();
        var (id, stream) = (new Guid(n, 1, 0, new byte[8]), new Guid(n, 0, 0, new byte[8]));
        var leaf = new Leaf(type.Split('.')[0], id, "stream", stream, 1, Previous: null, type, Morning.AddMinutes(n), actor, pub, new Dictionary<string, Digest>(), [], Corrects: null);
        leaves.Add(leaf);
        if (facts is not null) shown.Add(new(leaf.Id, leaf.At, type, actor, facts, (ulong)n));
    }
}
