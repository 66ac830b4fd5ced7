using Microsoft.Extensions.Logging;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>A mailbox that takes nothing: it is tried again for two weeks, and its address is kept no longer than it is of use.</summary>
[Collection(nameof(DisclosureService))]
public sealed class RefusedMailboxTests(DisclosureService service) : IAsyncLifetime
{
    private readonly Follower reader = new(service);
    private readonly Life life = new Life("望潮湾盐光区").Submitted().Recommended();

    public async Task InitializeAsync()
    {
        await service.DeliverAsync(life.All);
        await reader.FollowAsync(new(life.Park));
        await service.DeliverAsync(life.Listed().All);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_address_that_the_server_refuses_stands_in_no_log()
    {
        using var log = new KeptLog();
        using var logs = LoggerFactory.Create(builder => builder.AddProvider(log));
        await using var refusing = new MailListener { ToRecipient = $"550 no such mailbox {reader.Address}" };
        await reader.WorkAsync(Follower.Tomorrow(), refusing.Port, logs);
        Assert.Contains(log.Lines, line => line.Contains("was not taken at try 1", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(reader.Address, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("550 no such mailbox", 58, 1)]
    [InlineData("550 no such mailbox", 59, 0)]
    [InlineData("553 no such name", 59, 0)]
    [InlineData("450 mailbox busy", 59, 1)]
    [InlineData("530 say who you are", 59, 1)]
    public async Task A_mailbox_that_is_refused_for_good_for_the_sixtieth_time_ends_its_subscription_and_a_server_in_trouble_ends_none(string answer, int tries, long kept)
    {
        await using var refusing = new MailListener { ToRecipient = answer };
        var clock = Follower.Tomorrow();
        await reader.WorkAsync(clock, refusing.Port);
        await service.AsOwnerAsync("update subscriptions set tries = $2, try_at = $3 where address = $1", reader.Address, tries, clock.GetUtcNow());
        await reader.WorkAsync(clock, refusing.Port);
        Assert.Equal(kept, await reader.CountAsync());
    }

    [Fact]
    public async Task A_server_that_is_away_ends_no_subscription_however_long()
    {
        var clock = Follower.Tomorrow();
        await reader.WorkAsync(clock, Ports.Free());
        await service.AsOwnerAsync("update subscriptions set tries = 500, try_at = $2 where address = $1", reader.Address, clock.GetUtcNow());
        await reader.WorkAsync(clock, Ports.Free());
        Assert.Equal(1, await reader.CountAsync());
    }
}
