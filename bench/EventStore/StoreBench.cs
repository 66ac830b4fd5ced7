using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Testing;

namespace PilotRegistry.Bench.EventStore;

/// <summary>The event store beside the shortest way of doing the same writes and reads.</summary>
public sealed class StoreBench
{
    private const string Schema = "bench";
    private const int StreamLength = 20;
    private const int RecordedStreams = 1_000;
    private const int FeedPage = 500;

    private const string Method =
        """
        Both sides append to and read the same tables with the same indexes, as the serving role, in turns of 50 ms that alternate;
        the value is the median of 51 turns of ours ÷ floor. The server runs with `fsync` off when it is the embedded test server,
        so that no disk hides what the store costs.

        - **Ours**: `Store.CommitAsync` (what the store does after the decision: body and headers to JSON, ids, version check, stream
          lock, the feed's order), `Store.ReadAsync`, `Feed.ReadAsync`. Connections from the pool, statements prepared by use. A command
          by `ExecuteAsync` also reads the stream first: add one stream read.
        - **Floor**: Npgsql and nothing else. A connection per session, statements prepared by hand, parameters used again, bodies
          written beforehand, one round trip: the stream's row and the events (`values` for one, `unnest` for a hundred). No stream
          lock, no version check, no order of the feed. Reading ends in the same objects; *rows only* leaves bodies as text, which a
          store of objects cannot, and has no target.

        An event's body has about 270 bytes. A stream ends after 20 appends and the next begins. A stream read is of 20 events, a
        page of the feed of 500.
        """;

    private static readonly Target FourFifths = Target.NoLessThan(0.8m);

    private readonly string serving;
    private readonly EventDatabase owned;

    private StoreBench(string serving, EventDatabase owned) => (this.serving, this.owned) = (serving, owned);

    public static async Task<Findings> RunAsync()
    {
        await using var server = await TestDatabase.CreateAsync(Schema);
        await DatabaseRoles.EnsureAsync(server.Admin, server.Owner, server.Serving, Schema);
        await using var owned = Open(server.Owner);
        await Migration.RunAsync(owned, new NpgsqlConnectionStringBuilder(server.Serving).Username!, []);
        return new Findings("Event store", Method, await new StoreBench(server.Serving, owned).MeasureAsync());
    }

    private static EventDatabase Open(string connectionString) => new(EventDatabase.Connect(connectionString, Schema), BenchEvents.Catalogue);

    private async Task<IReadOnlyList<Measurement>> MeasureAsync()
    {
        var measured = new List<Measurement>();
        var stream = await RecordAsync();
        foreach (var (events, sessions) in new[] { (1, 1), (1, 4), (1, 16), (100, 1), (100, 4), (100, 16) })
        {
            measured.Add(await AppendAsync(events, sessions));
        }

        foreach (var (sessions, objects) in new[] { (1, true), (4, true), (16, true), (1, false) })
        {
            measured.Add(await ReadStreamAsync(stream, sessions, objects));
        }

        measured.Add(await ReadFeedAsync(objects: true));
        measured.Add(await ReadFeedAsync(objects: false));
        return measured;
    }

    /// <summary>
    /// A record as it is after some weeks, and its statistics, which a server takes by itself, only later: a plan made for empty
    /// tables says nothing. One of the streams is the one that is read.
    /// </summary>
    private async Task<Guid> RecordAsync()
    {
        await using var database = Open(serving);
        var store = new Store(database, BenchEvents.Envelope, TimeProvider.System);
        var stream = Guid.Empty;
        for (var n = 0; n < RecordedStreams; n++)
        {
            stream = Guid.CreateVersion7();
            await store.CommitAsync([new(BenchEvents.StreamType, stream, [], [.. Enumerable.Repeat(BenchEvents.Example, StreamLength)])]);
        }

        await using var command = owned.Source.CreateCommand("analyze");
        await command.ExecuteNonQueryAsync();
        return stream;
    }

    /// <summary>Both sides begin with no connection, so that each has one per session: a pool hands them out in turn.</summary>
    private async Task<Measurement> AppendAsync(int events, int sessions)
    {
        await using var database = Open(serving);
        await using var floor = EventDatabase.Connect(serving, Schema);
        var floors = await Task.WhenAll(Enumerable.Range(0, sessions).Select(_ => Floor.OpenAsync(floor, events)));
        return await Contest.RunAsync(
            $"append of {events}, {Count(sessions)}", "appends",
            [.. floors.Select<Floor, Func<Task>>(_ => new Appending(database, events).AppendAsync)],
            [.. floors.Select<Floor, Func<Task>>(f => f.AppendAsync)],
            FourFifths);
    }

    private async Task<Measurement> ReadStreamAsync(Guid stream, int sessions, bool objects)
    {
        await using var database = Open(serving);
        await using var floor = EventDatabase.Connect(serving, Schema);
        var floors = await Task.WhenAll(Enumerable.Range(0, sessions).Select(_ => FloorReader.OfStreamAsync(floor, stream, objects)));
        var store = new Store(database, BenchEvents.Envelope, TimeProvider.System);
        return await Contest.RunAsync(
            $"stream read, {Count(sessions)}{RowsOnly(objects)}", "reads",
            [.. floors.Select<FloorReader, Func<Task>>(_ => () => store.ReadAsync(stream))],
            [.. floors.Select<FloorReader, Func<Task>>(f => f.ReadAsync)],
            objects ? FourFifths : null);
    }

    private async Task<Measurement> ReadFeedAsync(bool objects)
    {
        await using var database = Open(serving);
        await using var floor = EventDatabase.Connect(serving, Schema);
        var reader = await FloorReader.OfFeedAsync(floor, FeedPage, objects);
        return await Contest.RunAsync(
            $"feed read{RowsOnly(objects)}", "pages", [new Following(database, FeedPage).ReadAsync], [reader.ReadAsync], objects ? FourFifths : null);
    }

    private static string Count(int sessions) => sessions == 1 ? "1 session" : $"{sessions} sessions";

    private static string RowsOnly(bool objects) => objects ? "" : ", floor rows only";
}
