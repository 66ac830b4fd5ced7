using PilotRegistry.EventStore;

namespace PilotRegistry.Bench.EventStore;

/// <summary>One session that appends by the store.</summary>
internal sealed class Appending(EventDatabase database, int events)
{
    /// <summary>Stands for what the session has read: the store needs to know how much and until when.</summary>
    private static readonly Recorded Past = new(
        Guid.Empty, Guid.Empty, 1, DateTimeOffset.UnixEpoch, "bench.reading-taken.v1", BenchEvents.Example, BenchEvents.Envelope, Position.Start);

    private readonly Store store = new(database, BenchEvents.Envelope, TimeProvider.System);
    private readonly DomainEvent[] added = [.. Enumerable.Repeat(BenchEvents.Example, events)];
    private readonly List<Recorded> history = [];
    private Guid stream;
    private int appends;

    public async Task AppendAsync()
    {
        if (appends++ % BenchEvents.AppendsPerStream == 0)
        {
            stream = Guid.CreateVersion7();
            history.Clear();
        }

        await store.CommitAsync([new(BenchEvents.StreamType, stream, history, added)]);
        history.AddRange(Enumerable.Repeat(Past, events));
    }
}

/// <summary>One consumer that reads the feed a page at a time, from the start again after the last.</summary>
internal sealed class Following(EventDatabase database, int page)
{
    private readonly Feed feed = new(database);
    private Position at = Position.Start;

    public async Task ReadAsync()
    {
        var events = await feed.ReadAsync(at, page);
        at = events is [.., var last] ? last.Position : Position.Start;
    }
}
