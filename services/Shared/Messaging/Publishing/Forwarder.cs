using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using PilotRegistry.EventStore;

namespace PilotRegistry.Messaging.Publishing;

/// <summary>
/// Carries the feed to the sidecar, at least once and in order. One copy at a time works, under a lease that it keeps while
/// it lives; no transaction is open while it talks. What was sent and not yet noted when a copy dies is sent again, with the
/// same ids and the same numbers.
/// </summary>
internal sealed class Forwarder(
    Feed feed, Checkpoints checkpoints, Outgoing outgoing, SidecarClient sidecar, string service, ILogger<Forwarder> log)
{
    /// <summary>The name of the checkpoint that all copies share.</summary>
    public const string Checkpoint = "forwarder";

    /// <summary>A dead copy is replaced after this long.</summary>
    public static readonly TimeSpan LeaseLength = TimeSpan.FromSeconds(6);

    private const int MostEvents = 50;

    private static readonly Meter Meter = new("PilotRegistry");
    private static readonly Gauge<long> Lag = Meter.CreateGauge<long>("registry.feed.lag", "{event}", "Events recorded and not yet published");

    private Lease? lease;
    private Position position;
    private long noted;
    private bool failing;

    /// <summary>One round; says whether there may be more to do at once.</summary>
    public async Task<Round> ForwardAsync(CancellationToken cancel)
    {
        if (lease is null)
        {
            lease = await checkpoints.ClaimAsync(Checkpoint, LeaseLength, cancel);
            if (lease is null)
            {
                return Round.OthersTurn;
            }

            (position, noted) = (lease.Position, Stopwatch.GetTimestamp());
        }

        var events = await outgoing.PrepareAsync(await feed.ReadAsync(position, MostEvents, cancel), lease, cancel);
        if (events is null)
        {
            lease = null;
            return Round.More;
        }

        var sent = await SendAsync(events, cancel);
        if (sent > 0 || Stopwatch.GetElapsedTime(noted) > LeaseLength / 3)
        {
            await NoteAsync(events.Take(sent).ToArray(), cancel);
        }

        return failing ? Round.SidecarAway : sent < events.Count || events.Count == MostEvents ? Round.More : Round.Idle;
    }

    /// <summary>Lets another copy take over at once.</summary>
    public async Task StopAsync()
    {
        if (lease is not null)
        {
            await checkpoints.ReleaseAsync(lease);
            lease = null;
        }
    }

    /// <summary>How many events, from the first, are done with.</summary>
    private async Task<int> SendAsync(IReadOnlyList<(Recorded Event, CloudEvent? Published)> events, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        for (var sent = 0; sent < events.Count; sent++)
        {
            if (Stopwatch.GetElapsedTime(started) > LeaseLength / 3)
            {
                return sent;
            }

            if (events[sent].Published is { } published && !await TrySendAsync(published, cancel))
            {
                return sent;
            }
        }

        return events.Count;
    }

    private async Task<bool> TrySendAsync(CloudEvent published, CancellationToken cancel)
    {
        try
        {
            await sidecar.PublishAsync(service, published, cancel);
            failing = false;
            return true;
        }
        catch (Exception away) when (away is HttpRequestException || (away is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            // Said once per outage; the events wait in the record.
            log.Log(failing ? LogLevel.Debug : LogLevel.Warning, "The sidecar does not take events ({Reason}); event {EventId} waits", away.Message, published.Id);
            failing = true;
            return false;
        }
    }

    private async Task NoteAsync((Recorded Event, CloudEvent? Published)[] sent, CancellationToken cancel)
    {
        var to = sent is [.., var last] ? last.Event.Position : position;
        if (await checkpoints.AdvanceAsync(lease!, to, Outgoing.Sent(sent.Select(s => s.Published).OfType<CloudEvent>()), cancel))
        {
            (position, noted) = (to, Stopwatch.GetTimestamp());
            Lag.Record(await feed.LagAsync(position, cancel), new KeyValuePair<string, object?>("service", service));
        }
        else
        {
            lease = null;
        }
    }
}

/// <summary>How a round of the forwarder ended.</summary>
internal enum Round
{
    Idle,
    More,
    OthersTurn,
    SidecarAway,
}
