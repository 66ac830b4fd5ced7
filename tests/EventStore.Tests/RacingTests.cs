using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>Many writers at once, and a reader of the feed that runs through all of it.</summary>
public sealed class RacingTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>
{
    private const int Writers = 32;

    [Fact]
    public async Task Thirty_two_writers_on_one_stream_lose_nothing_double_nothing_and_leave_no_gap()
    {
        const int each = 8;
        var id = await metering.InstallAsync();
        var feed = metering.ReadFeedAsync(read => read.Count(r => r.StreamId == id) == 1 + (Writers * each));

        var versions = await Task.WhenAll(Enumerable.Range(0, Writers).Select(w => TakeReadingsAsync(id, w * each, each)));

        Assert.Equal(Versions(from: 2, Writers * each), versions.SelectMany(v => v).Order());
        var history = await metering.Store().ReadAsync(id);
        Assert.Equal(Versions(from: 1, 1 + (Writers * each)), history.Select(r => r.Version));
        Assert.Equal(Enumerable.Range(0, Writers * each), Numbers(history).Order());
        Assert.Equal(history.Select(r => r.Id), (await feed).Where(r => r.StreamId == id).Select(r => r.Id));
        Assert.Equal(
            $"({history.Count},{Writers * each})",
            await metering.TextAsync("select version, row->>'readings' from view_meters_1 where id = $1", id));
    }

    [Fact]
    public async Task Thirty_two_writers_on_many_streams_are_all_seen_by_a_reader_that_never_looks_back()
    {
        const int streams = 16, each = 40;
        var ids = await Task.WhenAll(Enumerable.Range(0, streams).Select(_ => metering.InstallAsync()));
        var mine = ids.ToHashSet();
        var total = streams + (Writers * each);
        var feed = metering.ReadFeedAsync(read => read.Count(r => mine.Contains(r.StreamId)) == total);

        // Each writer goes through the streams in its own order, so that transactions overlap in every way.
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async w =>
        {
            foreach (var n in Enumerable.Range(0, each))
            {
                Assert.IsType<Outcome.Done>(await metering.ReadMeterAsync(ids[((w * 7) + (n * 3)) % streams], (w * each) + n));
            }
        }));

        var read = (await feed).Where(r => mine.Contains(r.StreamId)).ToList();
        Assert.Equal(total, read.Select(r => r.Id).Distinct().Count());
        Assert.Equal(read.OrderBy(r => r.Position.Transaction).ThenBy(r => r.Position.Sequence), read);
        foreach (var stream in read.GroupBy(r => r.StreamId))
        {
            Assert.Equal(Versions(from: 1, stream.Count()), stream.Select(r => r.Version));
            Assert.Equal((await metering.Store().ReadAsync(stream.Key)).Select(r => r.Id), stream.Select(r => r.Id));
        }
    }

    [Fact]
    public async Task Only_one_of_many_starts_a_stream()
    {
        var id = Guid.CreateVersion7();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ =>
            metering.Store().StartAsync(MeterState.Stream, id, s => Meter.Install(s, "East"))));

        Assert.Equal(1, outcomes.Count(o => o == new Outcome.Done(id, 1, Changed: true)));
        Assert.Equal(Writers - 1, outcomes.Count(o => o == new Outcome.Done(id, 1, Changed: false)));
    }

    [Fact]
    public async Task Of_many_who_saw_the_same_version_one_decides_and_the_others_are_stale()
    {
        var id = await metering.InstallAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Writers).Select(n => metering.ReadMeterAsync(id, n, seen: 1)));

        Assert.Equal(1, outcomes.Count(o => o is Outcome.Done));
        Assert.Equal(Writers - 1, outcomes.Count(o => o == new Outcome.Stale(2)));
    }

    private static IEnumerable<long> Versions(int from, int count) => Enumerable.Range(from, count).Select(v => (long)v);

    private static IEnumerable<int> Numbers(IEnumerable<Recorded> history) =>
        history.Select(r => r.Event).OfType<ReadingTaken>().Select(r => r.Number);

    private async Task<long[]> TakeReadingsAsync(Guid id, int first, int count)
    {
        var versions = new long[count];
        for (var n = 0; n < count; n++)
        {
            versions[n] = Assert.IsType<Outcome.Done>(await metering.ReadMeterAsync(id, first + n)).Version;
        }

        return versions;
    }
}
