using System.Diagnostics.Metrics;
using PilotRegistry.Ledger.Publishing;
using PilotRegistry.Testing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger;

/// <summary>Whoever is on duty hears what stands still, and why, and nothing of what mends itself in a moment.</summary>
public sealed class LogHealthTests : IDisposable
{
    private readonly SettableClock clock = new();
    private readonly LogHealth health;

    public LogHealthTests() => health = new(clock);

    public void Dispose() => health.Dispose();

    [Fact]
    public void A_log_that_publishes_is_healthy()
    {
        Publish(700, 700);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(health.Wrong);
    }

    [Fact]
    public void What_only_a_person_can_mend_is_said_at_once_until_it_is_mended()
    {
        health.Trouble(new GuardException("It was restored from an old backup."));
        Assert.Equal(["guard: It was restored from an old backup."], health.Wrong);
        health.Trouble(new InvalidDataException("The stored tiles have another root."));
        Assert.Equal(["self-check: The stored tiles have another root."], health.Wrong);
        Publish(700, 700);
        Assert.Empty(health.Wrong);
    }

    [Fact]
    public void Witnesses_may_be_away_for_a_moment()
    {
        health.Trouble(new QuorumException("Two of three."));
        clock.Advance(TimeSpan.FromSeconds(59));
        health.Trouble(new QuorumException("Two of three."));
        Assert.Empty(health.Wrong);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["quorum: Two of three."], health.Wrong);
    }

    [Fact]
    public void A_source_whose_leaves_do_not_follow_is_named_while_the_others_go_on()
    {
        health.Broken("acceptance", new("acceptance", "event 7 is version 3."));
        Publish(700, 700);
        Assert.Contains("source: The leaves of acceptance", Assert.Single(health.Wrong), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_stays_behind_says_so_after_five_minutes()
    {
        Publish(700, 700);
        Publish(705, 700);
        clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Empty(health.Wrong);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["behind: 5 entries have waited for 5 minutes"], health.Wrong);
    }

    [Fact]
    public void All_of_it_is_measured_under_the_names_of_the_guide()
    {
        var seen = new Dictionary<string, double>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == "PilotRegistry") l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.SetMeasurementEventCallback<int>((instrument, value, _, _) => seen[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => seen[instrument.Name] = value);
        using var measured = new LogHealth(clock);
        listener.Start();
        measured.Trouble(new QuorumException("Two of three."));
        listener.RecordObservableInstruments();
        var guide = File.ReadAllText(Path.Combine(Repository.Root, "docs/guides/run-the-log.md"));
        Assert.Equal(
            ["registry.ledger.broken_sources", "registry.ledger.gap", "registry.ledger.lag", "registry.ledger.troubles", "registry.ledger.witnesses"],
            seen.Keys.Where(n => n.StartsWith("registry.ledger", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(seen.Keys.Where(n => n.StartsWith("registry.ledger", StringComparison.Ordinal)), name => Assert.Contains($"`{name}`", guide, StringComparison.Ordinal));
    }

    private void Publish(ulong size, ulong published)
    {
        health.Numbered(size);
        health.Published(new(LogWorks.Origin, published, Merkle.EmptyRoot), cosigned: 2);
    }
}
