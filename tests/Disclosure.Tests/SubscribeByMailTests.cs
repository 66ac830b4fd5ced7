using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Disclosure.Features;
using PilotRegistry.EventStore;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>Asking to follow by mail: what is answered, how often, and how long it waits.</summary>
[Collection(nameof(DisclosureService))]
public sealed class SubscribeByMailTests(DisclosureService service) : IAsyncLifetime
{
    private readonly Follower reader = new(service);
    private readonly Life life = new Life().Listed();

    public Task InitializeAsync() => service.DeliverAsync(life.All);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_answer_is_the_same_whether_an_address_is_new_or_asked_or_follows_already()
    {
        using var first = await reader.AskAsync(new FollowedParks(life.Park));
        var key = await reader.KeyAsync();
        using var asked = await reader.AskAsync(new FollowedParks(life.Park));
        using var confirmed = await reader.PostAsync("confirmation", key);
        using var known = await reader.AskAsync(new FollowedParks(life.Park));
        var said = new List<string>();
        foreach (var answer in new[] { first, asked, known })
        {
            said.Add($"{(int)answer.StatusCode} {answer.Headers.Location} {await answer.Content.ReadAsStringAsync()}");
        }

        Assert.Equal("202  {\"confirmWithinHours\":48}", Assert.Single(said.Distinct()));
        Assert.Equal(1, await reader.CountAsync("confirmed_at is not null"));
    }

    [Fact]
    public async Task An_address_in_other_letters_is_the_same_address()
    {
        await reader.FollowAsync(new(life.Park));
        using var again = await reader.AskAsync(new { email = reader.Address.ToUpperInvariant(), park = life.Park });
        Assert.Equal("202", await again.VerdictAsync());
        Assert.Equal(1L, await service.AsOwnerAsync("select count(*) from subscriptions where lower(address) = $1", reader.Address));
    }

    [Fact]
    public async Task What_is_not_confirmed_within_two_days_is_erased()
    {
        using var asked = await reader.AskAsync(new FollowedParks(life.Park));
        var key = ReturnKey.Read(await reader.KeyAsync())!;
        var clock = new SettableClock();
        var subscriptions = new Subscriptions(service.Services.GetRequiredService<EventDatabase>(), clock);
        clock.Advance(Subscriptions.Patience - TimeSpan.FromMinutes(1));
        await subscriptions.ForgetAsync(default);
        Assert.Equal(1, await reader.CountAsync());
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await subscriptions.ConfirmAsync(key, default));
        await subscriptions.ForgetAsync(default);
        Assert.Equal(DBNull.Value, await reader.TablesWithAsync(reader.Address));
    }

    [Fact]
    public async Task An_address_is_asked_again_for_the_same_thing_only_after_a_day_and_never_once_it_follows()
    {
        var clock = new SettableClock();
        clock.Advance(TimeSpan.FromHours(1));
        var subscriptions = new Subscriptions(service.Services.GetRequiredService<EventDatabase>(), clock);
        await subscriptions.AskAsync(reader.Address, new(life.Park), "zh", default);
        var first = await LetterAsync();
        clock.Advance(Subscriptions.AskedAgainAfter - TimeSpan.FromMinutes(1));
        await subscriptions.AskAsync(reader.Address, new(life.Park), "zh", default);
        Assert.Equal(first, await LetterAsync());
        clock.Advance(TimeSpan.FromMinutes(1));
        await subscriptions.AskAsync(reader.Address, new(life.Park), "en", default);
        Assert.NotEqual(first, await LetterAsync());
        await service.AsOwnerAsync("update subscriptions set confirmed_at = now(), letter = null where address = $1", reader.Address);
        clock.Advance(TimeSpan.FromDays(1));
        await subscriptions.AskAsync(reader.Address, new(life.Park), "zh", default);
        Assert.Equal(DBNull.Value, await LetterAsync());

        async Task<object?> LetterAsync() => await service.AsOwnerAsync("select letter from subscriptions where address = $1", reader.Address);
    }

    [Fact]
    public async Task Nobody_fills_a_strangers_mailbox_with_questions()
    {
        foreach (var n in Enumerable.Range(0, 2 * Subscriptions.MostWaiting))
        {
            using var asked = await reader.AskAsync(new FollowedParks(Q: $"园区{n}"));
            Assert.Equal("202", await asked.VerdictAsync());
        }

        Assert.Equal(Subscriptions.MostWaiting, await reader.CountAsync());
    }

    [Fact]
    public async Task Nor_do_many_who_ask_at_once_for_different_things()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4 * Subscriptions.MostWaiting).Select(n => reader.AskAsync(new FollowedParks(Q: $"园区{n}"))));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Equal(Subscriptions.MostWaiting, await reader.CountAsync());
    }

    [Fact]
    public async Task One_network_address_asks_ten_times_an_hour()
    {
        var verdicts = new List<string>();
        for (var n = 0; n < 12; n++)
        {
            using var asked = await new Follower(service).AskAsync(new FollowedParks(life.Park), from: "198.51.100.21");
            verdicts.Add(await asked.VerdictAsync());
        }

        Assert.Equal([.. Enumerable.Repeat("202", 10), "429 too-many-requests", "429 too-many-requests"], verdicts);
    }

    [Theory]
    [InlineData("email", "nobody", "/email wrong-form")]
    [InlineData("email", "a@example.org, b@example.org", "/email wrong-form")]
    [InlineData("email", "Name <a@example.org>", "/email wrong-form")]
    [InlineData("email", "a\0b@example.org", "/email not-text")]
    [InlineData("email", "a@例子.中国", "/email wrong-form")]
    [InlineData("email", "", "/email required")]
    [InlineData("province", "999999", "/province unknown-province")]
    [InlineData("stage", "best", "/stage wrong-form")]
    [InlineData("language", "fr", "/language wrong-form")]
    [InlineData("park", "0197f000-0000-7000-8000-000000000001", "/park park-or-search")]
    [InlineData("q", " ", "/park park-or-search")]
    [InlineData("name", "x", "/name unknown-member")]
    public async Task Each_wrong_field_is_named(string field, string value, string expected)
    {
        var body = new Dictionary<string, object> { ["email"] = reader.Address, ["q"] = "园区", [field] = value };
        using var refused = await reader.AskAsync(body);
        Assert.Equal("422 invalid", await refused.VerdictAsync());
        Assert.Equal([expected], await refused.FieldErrorsAsync());
    }

    [Fact]
    public async Task A_park_that_nobody_sees_cannot_be_followed()
    {
        using var refused = await reader.AskAsync(new FollowedParks(Guid.CreateVersion7()));
        Assert.Equal("409 nothing-to-follow", await refused.VerdictAsync());
        Assert.Equal(0, await reader.CountAsync());
    }

    [Theory]
    [InlineData(false, true, "mail-off")]
    [InlineData(true, false, "nothing-to-follow")]
    [InlineData(true, true, null)]
    public void Where_mail_is_off_nobody_is_promised_any(bool mailIsOn, bool isThere, string? refused) => Assert.Equal(refused, SubscribeByMail.Decide(mailIsOn, isThere)?.Code);

    [Fact]
    public async Task A_page_can_ask_whether_mail_is_on() => Assert.True((await service.Anonymous().ReadAsync("/subscriptions/offer")).GetProperty("mail").GetBoolean());
}
