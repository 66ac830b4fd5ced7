using PilotRegistry.Messaging.Example;

namespace PilotRegistry.Messaging;

/// <summary>Two services as they run in life: nothing is lost and nothing is applied twice, whatever stops.</summary>
public sealed class JourneyTests
{
    private const int Events = 60;

    [Fact]
    public async Task A_stopped_subscriber_and_a_killed_forwarder_lose_nothing_and_double_nothing()
    {
        await using var listener = await Node.CreateAsync("disclosure", ("Node:Topics", "registration"));
        await using var publisher = await Node.CreateAsync("registration", ("Messaging:Subscribers:disclosure", listener.Address));
        Guid[] streams = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        await listener.StartAsync();
        publisher.StartProcess();
        for (var n = 0; n < Events; n++)
        {
            await publisher.AppendFromOutsideAsync(streams[n % streams.Length], Samples.Recommended(n));
            switch (n)
            {
                case 15:
                    await Eventually.IsAsync(true, async () => await SeenAsync() > 0);
                    await listener.StopAsync();
                    break;
                case 25:
                    await publisher.KillAsync();
                    publisher.StartProcess();
                    break;
                case 35:
                    await Eventually.IsAsync(true, async () => await publisher.TextAsync("select 1 from deliveries limit 1") != "");
                    await publisher.KillAsync();
                    break;
                case 45:
                    publisher.StartProcess();
                    await listener.StartAsync();
                    break;
            }
        }

        await Eventually.IsAsync(Events, SeenAsync);
        var dense = string.Join('\n', Enumerable.Range(1, Events / streams.Length).Select(n => $"({n})"));
        foreach (var stream in streams)
        {
            Assert.Equal(dense, await listener.TextAsync($"select sequence from seen where stream_id = '{stream}' order by n"));
        }

        Assert.Equal("", await publisher.TextAsync("select 1 from deliveries where dead"));

        async Task<int> SeenAsync() => (await listener.TextAsync("select n from seen")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }

    [Fact]
    public async Task An_event_is_applied_elsewhere_soon_after_it_is_recorded()
    {
        await using var listener = await Node.StartAsync("disclosure", ("Node:Topics", "registration"));
        await using var publisher = await Node.StartAsync("registration", ("Messaging:Subscribers:disclosure", listener.Address));
        var stream = Guid.CreateVersion7();
        await publisher.AppendAsync(stream, Samples.Recommended(1));
        await Eventually.IsAsync("(1)", () => listener.TextAsync($"select sequence from seen where stream_id = '{stream}'"));
    }
}
