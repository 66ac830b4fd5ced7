using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using PilotRegistry.Ledger.Publishing;
using PilotRegistry.Ledger.Sequencing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger;

/// <summary>What an operator must see: how far the public log is behind, and why it stands still.</summary>
public sealed class LogHealth : IDisposable
{
    private readonly ConcurrentDictionary<string, string> broken = new(StringComparer.Ordinal);
    private readonly Meter meter = new("PilotRegistry.Ledger");
    private readonly Counter<long> troubles;
    private long lag;

    public LogHealth()
    {
        troubles = meter.CreateCounter<long>("ledger.troubles", description: "Why nothing was signed: self-check, guard, quorum, source, other.");
        meter.CreateObservableGauge("ledger.lag", () => Interlocked.Read(ref lag), "entries", "In the database and not yet public.");
        meter.CreateObservableGauge("ledger.broken_sources", () => broken.Count);
    }

    public bool IsBroken(string source) => broken.ContainsKey(source);

    public void Broken(string source, BrokenSourceException why)
    {
        broken[source] = why.Message;
        Count("source");
    }

    public void Published(Checkpoint? last, ulong size) => Interlocked.Exchange(ref lag, (long)(size - (last?.Size ?? 0)));

    public void Trouble(Exception why) => Count(why switch
    {
        GuardException => "guard",
        QuorumException => "quorum",
        InvalidDataException => "self-check",
        SupersededException => "superseded",
        _ => "other"
    });

    public void Dispose() => meter.Dispose();

    private void Count(string reason) => troubles.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
