using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>
/// A process that records without end and says each acknowledged append on a line: stream, version. Started and killed by
/// <see cref="KilledWriterTests"/>.
/// </summary>
public static class WriterProcess
{
    public const int Sessions = 4;

    /// <summary>Events of one append: a killed writer must never leave a part of them.</summary>
    public const int EventsPerAppend = 3;

    /// <summary>The environment variable with the serving role's connection string.</summary>
    public const string Serving = "METERING_DATABASE";

    public static async Task Main()
    {
        await using var database = Metering.Connect(Environment.GetEnvironmentVariable(Serving)!);
        await Task.WhenAll(Enumerable.Range(0, Sessions).Select(_ => WriteAsync(database)));
    }

    private static async Task WriteAsync(EventDatabase database)
    {
        var store = new Store(database, Metering.Vera, TimeProvider.System);
        while (true)
        {
            var id = Guid.CreateVersion7();
            await store.StartAsync(MeterState.Stream, id, s => Meter.Install(s, "East"));
            for (var n = 0; n < 20; n++)
            {
                var three = Decision.Of(Reading(n * 3), Reading((n * 3) + 1), Reading((n * 3) + 2));
                var outcome = (Outcome.Done)await store.ExecuteAsync(MeterState.Stream, id, seen: null, _ => three);
                await Console.Out.WriteLineAsync($"{id} {outcome.Version}");
            }
        }
    }

    private static ReadingTaken Reading(int number) => new(number, 1m, "manual");
}
