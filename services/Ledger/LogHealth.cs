using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using PilotRegistry.Ledger.Publishing;
using PilotRegistry.Ledger.Sequencing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger;

/// <summary>What an operator must see: how far the public log is behind, and why it stands still. What to do about it: docs/guides/run-the-log.md.</summary>
public sealed class LogHealth : IDisposable
{
    /// <summary>Witnesses and neighbours may be away for a moment; what only a person can mend is said at once.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(1), LongestGap = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, string> broken = new(StringComparer.Ordinal);
    private readonly Meter meter = new("PilotRegistry");
    private readonly Counter<long> troubles;
    private readonly TimeProvider clock;
    private volatile Standing? standing;
    private DateTimeOffset whole;
    private long size, published, witnesses;

    public LogHealth(TimeProvider clock)
    {
        (this.clock, whole) = (clock, clock.GetUtcNow());
        troubles = meter.CreateCounter<long>("registry.ledger.troubles", description: "Attempts that ended without a signature, by reason");
        meter.CreateObservableGauge("registry.ledger.lag", () => Lag, "{entry}", "In the database and not yet public");
        meter.CreateObservableGauge("registry.ledger.gap", () => Gap.TotalSeconds, "s", "Since everything in the database was public");
        meter.CreateObservableGauge("registry.ledger.broken_sources", () => broken.Count, "{service}", "Whose leaves are not read any further");
        meter.CreateObservableGauge("registry.ledger.witnesses", () => Interlocked.Read(ref witnesses), "{witness}", "That signed the newest checkpoint");
    }

    private long Lag => Math.Max(0, Interlocked.Read(ref size) - Interlocked.Read(ref published));

    private TimeSpan Gap => Lag == 0 ? TimeSpan.Zero : clock.GetUtcNow() - whole;

    /// <summary>What is wrong, a line each; empty when nothing is.</summary>
    public IReadOnlyList<string> Wrong =>
    [
        .. standing is { } still && (still.Reason is "guard" or "self-check" || clock.GetUtcNow() - still.Since >= Moment) ? [$"{still.Reason}: {still.Why}"] : Array.Empty<string>(),
        .. broken.Values.Select(why => $"source: {why}"),
        .. Gap >= LongestGap ? [string.Create(CultureInfo.InvariantCulture, $"behind: {Lag} entries have waited for {Gap.TotalMinutes:0} minutes")] : Array.Empty<string>(),
    ];

    public bool IsBroken(string source) => broken.ContainsKey(source);

    public void Broken(string source, BrokenSourceException why)
    {
        broken[source] = why.Message;
        Count("source");
    }

    /// <param name="entries">In the database.</param>
    public void Numbered(ulong entries) => Interlocked.Exchange(ref size, (long)entries);

    /// <param name="last">What is public.</param>
    /// <param name="cosigned">Witnesses that signed it.</param>
    public void Published(Checkpoint? last, int cosigned)
    {
        Interlocked.Exchange(ref published, (long)(last?.Size ?? 0));
        Interlocked.Exchange(ref witnesses, cosigned);
        (standing, whole) = (null, Lag == 0 ? clock.GetUtcNow() : whole);
    }

    public void Trouble(Exception why)
    {
        var reason = why switch
        {
            GuardException => "guard",
            QuorumException => "quorum",
            InvalidDataException => "self-check",
            SupersededException => "superseded",
            _ => "other"
        };
        standing = new(reason, why.Message, standing is { } still && still.Reason == reason ? still.Since : clock.GetUtcNow());
        Count(reason);
    }

    public void Dispose() => meter.Dispose();

    private void Count(string reason) => troubles.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <summary>Why nothing is published, and since when. One reference, because the publisher writes it while others read.</summary>
    private sealed record Standing(string Reason, string Why, DateTimeOffset Since);
}
