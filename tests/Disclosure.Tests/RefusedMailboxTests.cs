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
    public async Task A_mailbox_that_is_refused_for_good_for_the_sixtieth_time_ends_its_subscription(string answer, int refusals, long kept)
    {
        await using var refusing = new MailListener { ToRecipient = answer };
        await RefusedAsync(refusals);
        await reader.WorkAsync(Follower.Tomorrow(), refusing.Port);
        Assert.Equal(kept, await reader.CountAsync());
        Assert.Equal(kept, await reader.CountAsync("letter is not null"));
    }

    [Fact]
    public async Task A_server_that_refuses_the_register_itself_or_is_away_ends_none()
    {
        await using var refusing = new MailListener { ToSender = "550 5.7.1 sender rejected" };
        await RefusedAsync(59);
        var clock = Follower.Tomorrow();
        await reader.WorkAsync(clock, refusing.Port);
        clock.Advance(TimeSpan.FromHours(6));
        await reader.WorkAsync(clock, Ports.Free());
        Assert.Equal(1, await reader.CountAsync("tries = 2 and refusals = 59"));
    }

    [Fact]
    public async Task A_mailbox_that_takes_a_mail_begins_anew()
    {
        await using var server = new MailListener();
        await RefusedAsync(59);
        Assert.Single(await reader.MorningAsync(Follower.Tomorrow(), server));
        Assert.Equal(1, await reader.CountAsync("refusals = 0"));
    }

    private Task<object?> RefusedAsync(int times) => service.AsOwnerAsync("update subscriptions set refusals = $2 where address = $1", reader.Address, times);
}
