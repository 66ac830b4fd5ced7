using System.Diagnostics;
using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>kill -9 in the middle of recording.</summary>
public sealed class KilledWriterTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task What_a_killed_writer_was_told_is_recorded_and_streams_are_whole(int seed)
    {
        var acknowledged = await WriteUntilKilledAsync(new Random(seed));

        foreach (var (id, version) in acknowledged)
        {
            var history = await metering.Store().ReadAsync(id);
            Assert.InRange(history.Count, version, version + WriterProcess.EventsPerAppend);
            Assert.Equal(0, (history.Count - 1) % WriterProcess.EventsPerAppend);
            Assert.Equal(Enumerable.Range(1, history.Count).Select(v => (long)v), history.Select(r => r.Version));
            Assert.Equal(
                $"({history.Count},{history.Count},{history.Count - 1})",
                await metering.TextAsync(
                    "select s.version, v.version, v.row->'readings' from mt_streams s join view_meters_1 v using (id) where id = $1", id));
        }

        // Nothing is left behind that holds others up: the feed passes what the killed writer did, and writing goes on.
        var recorded = acknowledged.Sum(a => a.Value);
        await metering.ReadFeedAsync(read => read.Count(r => acknowledged.ContainsKey(r.StreamId)) >= recorded, page: 500);
        var one = acknowledged.Keys.First();
        Assert.IsType<Outcome.Done>(await metering.ReadMeterAsync(one, number: 1000));
    }

    /// <summary>The last version that was acknowledged for each stream.</summary>
    private async Task<Dictionary<Guid, int>> WriteUntilKilledAsync(Random chance)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(WriterProcess).Assembly.Location])
        {
            RedirectStandardOutput = true,
            Environment = { [WriterProcess.Serving] = metering.Server.Serving },
        };
        using var writer = Process.Start(start)!;
        var (acknowledged, enough) = (new Dictionary<Guid, int>(), chance.Next(50, 400));
        for (var lines = 0; await writer.StandardOutput.ReadLineAsync() is { } line; lines++)
        {
            var words = line.Split(' ');
            acknowledged[Guid.Parse(words[0])] = int.Parse(words[1], provider: null);
            if (lines == enough)
            {
                Thread.SpinWait(chance.Next(10_000));
                writer.Kill();
            }
        }

        await writer.WaitForExitAsync();
        Assert.InRange(acknowledged.Count, 2, int.MaxValue);
        return acknowledged;
    }
}
