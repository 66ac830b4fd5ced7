using Npgsql;
using PilotRegistry.EventStore.Tests.Example;

namespace PilotRegistry.EventStore.Tests;

/// <summary>What the record says about an event besides the event.</summary>
public sealed class RecordedTests(MeteringDatabase metering) : IClassFixture<MeteringDatabase>
{
    private static readonly DateTimeOffset Eight = Metering.Now;

    [Fact]
    public async Task Who_when_and_by_what_is_kept_with_the_event()
    {
        var id = await ReadAtAsync(new TestClock(Eight));

        var recorded = (await metering.Store().ReadAsync(id)).Single();

        Assert.Equal((id, 1, "tests.meter-installed.v1"), (recorded.StreamId, recorded.Version, recorded.Alias));
        Assert.Equal(Metering.Vera, recorded.Envelope);
        Assert.Equal(Eight, recorded.At);
        Assert.Equal(7, recorded.Id.Version);
    }

    [Fact]
    public async Task Nobody_is_nobody()
    {
        var id = Guid.CreateVersion7();
        var nobody = new Envelope(null, "public", "dispute");

        await metering.Store(envelope: nobody).StartAsync(SiteState.Stream, id, SiteState.Opening);

        Assert.Equal(nobody, (await metering.Store().ReadAsync(id)).Single().Envelope);
    }

    [Fact]
    public async Task Text_of_any_script_and_length_is_kept()
    {
        var id = Guid.CreateVersion7();
        var text = string.Concat(Enumerable.Repeat("零碳园区 \"𠮷\" \\ \t ’ 😀", 5000));

        await metering.Store().StartAsync(SiteState.Stream, id, _ => new SiteOpened(text));

        Assert.Equal(new SiteOpened(text), (await metering.Store().ReadAsync(id)).Single().Event);
    }

    [Fact]
    public async Task Times_are_cut_to_the_millisecond()
    {
        var id = await ReadAtAsync(new TestClock(Eight.AddMilliseconds(1).AddTicks(9999)));

        Assert.Equal(Eight.AddMilliseconds(1), (await metering.Store().ReadAsync(id)).Single().At);
        Assert.Equal(
            "(\"2026-03-01 08:00:00.001+00\")",
            await metering.TextAsync("select timestamp from mt_streams where id = $1", id));
    }

    [Fact]
    public async Task Time_never_runs_backwards_within_a_stream()
    {
        var clock = new TestClock(Eight);
        var id = await ReadAtAsync(clock);
        clock.Now = Eight.AddHours(-1);
        await metering.Store(clock).ExecuteAsync(MeterState.Stream, id, 1, s => Meter.Read(s, 1));
        clock.Now = Eight.AddHours(1);
        await metering.Store(clock).ExecuteAsync(MeterState.Stream, id, 2, s => Meter.Read(s, 2));

        Assert.Equal([Eight, Eight, Eight.AddHours(1)], (await metering.Store().ReadAsync(id)).Select(r => r.At));
    }

    [Fact]
    public async Task No_two_events_have_the_same_id()
    {
        var id = await metering.InstallAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => metering.AsServingAsync(
            """
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, transaction_id)
            select nextval('mt_events_sequence'), id, stream_id, 2, data, type, timestamp, transaction_id
            from mt_events where stream_id = $1
            """,
            id));

        Assert.Equal(PostgresErrorCodes.UniqueViolation, refused.SqlState);
    }

    private async Task<Guid> ReadAtAsync(TimeProvider clock)
    {
        var id = Guid.CreateVersion7();
        await metering.Store(clock).StartAsync(MeterState.Stream, id, s => Meter.Install(s, "East"));
        return id;
    }
}
