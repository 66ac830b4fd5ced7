using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>Confirming and stopping with the key of a mail, and what is kept of whoever does.</summary>
[Collection(nameof(DisclosureService))]
public sealed class SubscriptionKeyTests(DisclosureService service) : IAsyncLifetime
{
    private readonly Follower reader = new(service);
    private readonly Life life = new Life().Listed();

    public Task InitializeAsync() => service.DeliverAsync(life.All);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("zh", "确认订阅", "停止并删除地址")]
    [InlineData("en", "Confirm", "Stop and erase my address")]
    public async Task A_program_that_follows_every_link_of_a_mail_confirms_nothing_and_ends_nothing(string language, string confirm, string stop)
    {
        using var asked = await reader.AskAsync(new FollowedParks(life.Park));
        var key = await reader.KeyAsync();
        foreach (var (act, button) in new[] { ("confirm", confirm), ("stop", stop) })
        {
            var page = await service.Anonymous().GetStringAsync($"/pages/{language}/subscriptions/{act}?key={key}");
            Assert.Contains($"class=\"button\">{button}</button>", page, StringComparison.Ordinal);
            Assert.Contains("noindex", page, StringComparison.Ordinal);
        }

        Assert.Equal(1, await reader.CountAsync("confirmed_at is null"));
    }

    [Fact]
    public async Task Both_buttons_work_without_a_script()
    {
        using var asked = await reader.AskAsync(new FollowedParks(life.Park));
        var key = await reader.KeyAsync();
        using var confirmed = await reader.PostAsync("confirmation", key, "en");
        Assert.Equal((HttpStatusCode.Found, "/en/subscriptions/confirm?outcome=done"), (confirmed.StatusCode, confirmed.Headers.Location?.OriginalString));
        Assert.Equal(1, await reader.CountAsync("confirmed_at is not null"));
        using var stopped = await reader.PostAsync("cancellation", key, "zh");
        Assert.Equal("/subscriptions/stop?outcome=done", stopped.Headers.Location?.OriginalString);
        using var late = await reader.PostAsync("confirmation", key, "zh");
        Assert.Equal("/subscriptions/confirm?outcome=gone", late.Headers.Location?.OriginalString);
        Assert.Contains("Confirmed.", await service.Anonymous().GetStringAsync("/pages/en/subscriptions/confirm?outcome=done"), StringComparison.Ordinal);
        Assert.Contains("已停止", await service.Anonymous().GetStringAsync("/pages/zh/subscriptions/stop?outcome=done"), StringComparison.Ordinal);
        Assert.Contains("已失效", await service.Anonymous().GetStringAsync("/pages/zh/subscriptions/confirm?outcome=gone"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x>")]
    [InlineData("short")]
    [InlineData("")]
    public async Task A_link_that_is_not_whole_has_no_button_and_nothing_of_it_becomes_part_of_the_page(string key)
    {
        var page = await service.Anonymous().GetStringAsync($"/pages/en/subscriptions/confirm?key={Uri.EscapeDataString(key)}");
        Assert.Contains("The link is not whole", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_click_in_a_mail_program_ends_it_and_nothing_of_it_is_kept()
    {
        await reader.FollowAsync(new(life.Park));
        var mail = (await new MailFolder(service.Mails).ToAsync(reader.Address, 1))[0];
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        var address = new Uri(mail.Header("List-Unsubscribe")!.Trim('<', '>'));
        Assert.StartsWith("/api/public/v1/subscriptions/cancellation?key=", address.PathAndQuery, StringComparison.Ordinal);
        using var click = new FormUrlEncodedContent(new Dictionary<string, string> { ["List-Unsubscribe"] = "One-Click" });
        using var ended = await service.Anonymous().PostAsync(new Uri(address.PathAndQuery["/api/public/v1".Length..], UriKind.Relative), click);
        Assert.Equal("204", await ended.VerdictAsync());
        Assert.Equal(DBNull.Value, await reader.TablesWithAsync(reader.Address));
        Assert.Equal(0L, await service.AsOwnerAsync("select count(*) from subscription_told told where not exists (select from subscriptions s where s.id = told.subscription)"));
    }

    [Fact]
    public async Task Stopping_twice_is_stopping_once_and_a_foreign_key_learns_nothing()
    {
        await reader.FollowAsync(new(life.Park));
        var key = await reader.KeyAsync();
        foreach (var each in new[] { key, key, ReturnKey.New().ToString() })
        {
            using var ended = await reader.PostAsync("cancellation", each);
            Assert.Equal("204", await ended.VerdictAsync());
        }

        using var unknown = await reader.PostAsync("confirmation", key);
        Assert.Equal("404 subscription-key-unknown", await unknown.VerdictAsync());
    }

    [Fact]
    public async Task Half_a_key_ends_nothing_and_says_so()
    {
        await reader.FollowAsync(new(life.Park));
        using var half = await reader.PostAsync("cancellation", (await reader.KeyAsync())[..20]);
        Assert.Equal("404 subscription-key-unknown", await half.VerdictAsync());
        using var onAPage = await reader.PostAsync("cancellation", "short", "en");
        Assert.Equal("/en/subscriptions/stop?outcome=gone", onAPage.Headers.Location?.OriginalString);
        Assert.Equal(1, await reader.CountAsync());
    }

    [Theory]
    [InlineData("confirmation")]
    [InlineData("cancellation")]
    public async Task Nobody_is_led_away_from_the_register(string command)
    {
        using var led = await reader.PostAsync(command, ReturnKey.New().ToString(), Uri.EscapeDataString("https://thief.example/"));
        Assert.Equal("422 invalid", await led.VerdictAsync());
        Assert.Null(led.Headers.Location);
    }

    [Fact]
    public async Task Confirming_twice_is_confirming_once()
    {
        await reader.FollowAsync(new(life.Park));
        var since = await service.AsOwnerAsync("select confirmed_at from subscriptions where address = $1", reader.Address);
        using var again = await reader.PostAsync("confirmation", await reader.KeyAsync());
        Assert.Equal("204", await again.VerdictAsync());
        Assert.Equal(since, await service.AsOwnerAsync("select confirmed_at from subscriptions where address = $1", reader.Address));
    }

    [Fact]
    public async Task A_key_lies_nowhere_but_in_its_mail()
    {
        await reader.FollowAsync(new(life.Park));
        var key = await reader.KeyAsync();
        Assert.Equal(DBNull.Value, await reader.TablesWithAsync(key));
        Assert.Equal("subscription_keys", await reader.TablesWithAsync(ReturnKey.Read(key)!.Hash));
        Assert.Equal("subscriptions", await reader.TablesWithAsync(reader.Address));
    }

    [Fact]
    public async Task Nothing_that_is_logged_holds_an_address_or_a_key()
    {
        using var log = new KeptLog();
        var loggers = service.Services.GetRequiredService<ILoggerFactory>();
        loggers.AddProvider(log);
        loggers.CreateLogger(nameof(SubscriptionKeyTests)).LogInformation("This is kept");
        await reader.FollowAsync(new(life.Park));
        var key = await reader.KeyAsync();
        await service.Anonymous().GetStringAsync($"/pages/zh/subscriptions/stop?key={key}");
        using var ended = await reader.PostAsync("cancellation", key);
        Assert.Contains(log.Lines, line => line.StartsWith("This is kept", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Contains(reader.Address, StringComparison.OrdinalIgnoreCase) || line.Contains(key, StringComparison.Ordinal));
    }
}
