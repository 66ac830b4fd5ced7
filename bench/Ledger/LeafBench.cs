using System.Diagnostics;
using Npgsql;
using PilotRegistry.Bench.EventStore;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.Testing;

namespace PilotRegistry.Bench.Ledger;

/// <summary>What the leaf of the public log costs a command: the same append with and without it, in turns.</summary>
internal static class LeafBench
{
    private const string Schema = "bench";
    private const int Turns = 60, Appends = 100, WarmUp = 6;

    public static async Task<Measurement> RunAsync()
    {
        await using var server = await TestDatabase.CreateAsync(Schema);
        await DatabaseRoles.EnsureAsync(server.Admin, server.Owner, server.Serving, Schema);
        await using var owned = new EventDatabase(EventDatabase.Connect(server.Owner, Schema), BenchEvents.Catalogue);
        await Migration.RunAsync(owned, new NpgsqlConnectionStringBuilder(server.Serving).Username!, []);

        var seals = new EventSeals("bench").Of<ReadingTaken>(e => new Facts().With("number", e.Number).With("quantity_mwh", e.Quantity).With("quality", e.Quality));
        await using var plain = new EventDatabase(EventDatabase.Connect(server.Serving, Schema), BenchEvents.Catalogue);
        await using var sealing = new EventDatabase(EventDatabase.Connect(server.Serving, Schema), BenchEvents.Catalogue) { Seal = seals.Write };
        var (without, with) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            var (first, second) = turn % 2 == 0 ? (plain, sealing) : (sealing, plain);
            foreach (var database in new[] { first, second })
            {
                await AppendAsync(database, turn < WarmUp ? [] : database == plain ? without : with);
            }
        }

        var (shorter, longer) = (without.Middle(), with.Middle());
        return new("leaf added to the median append", (decimal)(longer - shorter), "ms", Target.NoMoreThan(0.3m), $"{shorter:0.000} ms without, {longer:0.000} with");
    }

    /// <summary>Streams of twenty events, as a service appends to them.</summary>
    private static async Task AppendAsync(EventDatabase database, List<double> times)
    {
        var store = new Store(database, BenchEvents.Envelope, TimeProvider.System);
        var (stream, history) = (Guid.Empty, new List<Recorded>());
        for (var n = 0; n < Appends; n++)
        {
            if (n % BenchEvents.AppendsPerStream == 0)
            {
                (stream, history) = (Guid.CreateVersion7(), []);
            }
            else
            {
                history = [.. await store.ReadAsync(stream)];
            }

            var since = Stopwatch.GetTimestamp();
            await store.CommitAsync([new(BenchEvents.StreamType, stream, history, [BenchEvents.Example])]);
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }
    }
}
