using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.EventStore;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>What is new, by mail: the same as in the feed, once each morning, and nothing of it lost.</summary>
[Collection(nameof(DisclosureService))]
public sealed class NewsTests(DisclosureService service) : IAsyncLifetime, IAsyncDisposable
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly MailListener server = new();
    private readonly Follower reader = new(service);
    private readonly Life life = new Life("云栖岭探源区").Submitted().Recommended();

    public Task InitializeAsync() => service.DeliverAsync(life.All);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Theory]
    [InlineData("zh", "云栖岭探源区：", "停止订阅")]
    [InlineData("en", "云栖岭探源区: ", "To stop")]
    public async Task What_is_new_comes_the_next_morning_in_one_mail_that_holds_what_the_feed_holds(string language, string subject, string stop)
    {
        await reader.FollowAsync(new(life.Park), language);
        var feed = $"/feeds/parks/{life.Park}.atom?language={language}";
        var before = await EntriesAsync(feed);
        await service.DeliverAsync(life.Listed().Requested().SelfEvaluated().All);
        var mail = Assert.Single(await reader.MorningAsync(Follower.Tomorrow(), server));
        Assert.Equal((await EntriesAsync(feed)).Except(before).Reverse(), Follower.EntriesOf(mail));
        Assert.Equal(3, Follower.EntriesOf(mail).Count);
        Assert.StartsWith(subject, mail.Subject, StringComparison.Ordinal);
        Assert.Contains(stop, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/api/public/v1/feeds/parks/{life.Park}.atom", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_news_there_is_no_mail()
    {
        await reader.FollowAsync(new(life.Park));
        Assert.Empty(await reader.MorningAsync(Follower.Tomorrow(), server));
    }

    [Fact]
    public async Task Until_it_is_confirmed_there_is_no_news()
    {
        using var asked = await reader.AskAsync(new FollowedParks(life.Park));
        await reader.KeyAsync();
        await service.DeliverAsync(life.Listed().All);
        Assert.Empty((await reader.MorningAsync(Follower.Tomorrow(), server)).SelectMany(Follower.EntriesOf));
    }

    [Fact]
    public async Task A_day_brings_one_mail_at_most_and_the_next_day_the_rest()
    {
        await reader.FollowAsync(new(life.Park));
        await service.DeliverAsync(life.Listed().All);
        var clock = Follower.Tomorrow();
        Assert.Single(await reader.MorningAsync(clock, server));
        await service.DeliverAsync(life.Requested().All);
        clock.Advance(TimeSpan.FromHours(15));
        Assert.Single(await reader.MorningAsync(clock, server));
        clock.Advance(TimeSpan.FromHours(9));
        var mails = await reader.MorningAsync(clock, server);
        Assert.Equal(2, mails.Count);
        Assert.Single(Follower.EntriesOf(mails[1]));
    }

    [Fact]
    public async Task What_is_more_than_one_mail_holds_comes_with_the_next_ones_oldest_first()
    {
        await reader.FollowAsync(new(life.Park));
        await service.DeliverAsync(life.Listed().Requested().SelfEvaluated().All);
        var clock = Follower.Tomorrow();
        await reader.MorningAsync(clock, server, most: 2);
        clock.Advance(TimeSpan.FromDays(1));
        var mails = await reader.MorningAsync(clock, server, most: 2);
        Assert.Equal([2, 1], mails.Select(mail => Follower.EntriesOf(mail).Count));
        Assert.Equal((await EntriesAsync($"/feeds/parks/{life.Park}.atom")).Take(3).Reverse(), mails.SelectMany(Follower.EntriesOf));
    }

    [Fact]
    public async Task A_province_is_followed_like_a_park()
    {
        await reader.FollowAsync(new(Province: Persona.Jiangsu));
        await service.DeliverAsync(life.Listed().All);
        var mail = Assert.Single(await reader.MorningAsync(Follower.Tomorrow(), server));
        Assert.Contains(Follower.EntriesOf(mail), entry => entry.Link.EndsWith($"/parks/{life.Park}", StringComparison.Ordinal));
        Assert.StartsWith("江苏省：", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_park_that_comes_to_fit_a_search_is_told_with_all_that_it_did_as_in_the_feed()
    {
        await reader.FollowAsync(new(Stage: "listed", Q: "云栖岭 探源"));
        await service.DeliverAsync(life.Listed().All);
        var mail = Assert.Single(await reader.MorningAsync(Follower.Tomorrow(), server));
        var feed = await EntriesAsync("/feeds/search.atom?stage=listed&q=云栖岭 探源");
        Assert.Equal(feed.Where(entry => entry.Link.EndsWith($"{life.Park}", StringComparison.Ordinal)).Reverse(), Follower.EntriesOf(mail).Where(entry => entry.Link.EndsWith($"{life.Park}", StringComparison.Ordinal)));
        Assert.Equal(3, Follower.EntriesOf(mail).Count(entry => entry.Link.EndsWith($"{life.Park}", StringComparison.Ordinal)));
        Assert.StartsWith("“云栖岭 探源” · 建设中：", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_arrives_late_but_happened_long_ago_is_told_as_well()
    {
        var late = new Life("云栖岭探源区").Submitted();
        await reader.FollowAsync(new(Q: "云栖岭探源区"));
        await service.DeliverAsync(late.All);
        Assert.Contains(Follower.EntriesOf(Assert.Single(await reader.MorningAsync(Follower.Tomorrow(), server))), entry => entry.Link.EndsWith($"{late.Park}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_disclosure_makes_public_is_told_though_it_happened_before()
    {
        await service.DeliverAsync(life.Listed().Reported().Engaged().Signed().All);
        await reader.FollowAsync(new(life.Park));
        await service.DeliverAsync(life.Disclosed().All);
        var mail = Assert.Single(await reader.MorningAsync(Follower.Tomorrow(), server));
        Assert.Equal((await EntriesAsync($"/feeds/parks/{life.Park}.atom")).Take(4).Reverse(), Follower.EntriesOf(mail));
    }

    [Fact]
    public async Task A_server_that_is_away_gets_the_same_mail_later_and_no_second_one_is_written_meanwhile()
    {
        await reader.FollowAsync(new(life.Park));
        await service.DeliverAsync(life.Listed().All);
        var clock = Follower.Tomorrow();
        await reader.WorkAsync(clock, Ports.Free());
        await service.DeliverAsync(life.Requested().All);
        Assert.Empty(await reader.MorningAsync(clock, server));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Single(Follower.EntriesOf(Assert.Single(await reader.MorningAsync(clock, server))));
        clock.Advance(TimeSpan.FromDays(1));
        var mails = await reader.MorningAsync(clock, server);
        Assert.Equal(2, mails.SelectMany(Follower.EntriesOf).Distinct().Count());
    }

    [Fact]
    public async Task Who_dies_after_writing_and_before_sending_loses_nothing()
    {
        await reader.FollowAsync(new(life.Park));
        await service.DeliverAsync(life.Listed().All);
        var clock = Follower.Tomorrow();
        var news = new News(service.Services.GetRequiredService<EventDatabase>(), clock);
        while (await news.GatherAsync(default))
        {
        }

        Assert.Equal(1, await reader.CountAsync("letter is not null"));
        Assert.Single(Follower.EntriesOf(Assert.Single(await reader.MorningAsync(clock, server))));
    }

    [Fact]
    public async Task Who_dies_after_sending_and_before_noting_it_sends_the_same_mail_again_under_the_same_id()
    {
        await reader.FollowAsync(new(life.Park));
        await service.DeliverAsync(life.Listed().All);
        var clock = Follower.Tomorrow();
        var first = Assert.Single(await reader.MorningAsync(clock, server));
        var letter = await service.AsOwnerAsync("select told.letter from subscription_told told join subscriptions s on s.id = told.subscription where s.address = $1 and told.letter is not null", reader.Address);
        await service.AsOwnerAsync("update subscriptions set letter = $2, try_at = $3, sent_at = null where address = $1", reader.Address, letter!, clock.GetUtcNow());
        var again = (await reader.MorningAsync(clock, server))[1];
        Assert.Equal((first.Header("Message-ID"), first.Subject), (again.Header("Message-ID"), again.Subject));
        Assert.Equal(Follower.EntriesOf(first), Follower.EntriesOf(again));
    }

    [Theory]
    [InlineData("2026-05-08T05:00:00+08:00", "2026-05-08T08:00:00+08:00")]
    [InlineData("2026-05-08T08:00:00+08:00", "2026-05-09T08:00:00+08:00")]
    [InlineData("2026-05-08T23:30:00+00:00", "2026-05-09T08:00:00+08:00")]
    public void Mornings_are_those_of_beijing(string now, string morning) => Assert.Equal(
        DateTimeOffset.Parse(morning, CultureInfo.InvariantCulture), News.NextMorning(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));

    /// <summary>The entries of a feed, newest first.</summary>
    private async Task<IReadOnlyList<(string Title, string Link)>> EntriesAsync(string feed) =>
        [.. XDocument.Parse(await service.Anonymous().GetStringAsync(feed)).Root!.Elements(Atom + "entry")
            .Select(entry => (entry.Element(Atom + "title")!.Value, entry.Element(Atom + "link")!.Attribute("href")!.Value))];
}
