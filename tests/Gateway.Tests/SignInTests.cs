using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Gateway.Tests;

/// <summary>A browser signs in through the gateway, and what attackers try with it.</summary>
[Collection(nameof(Installation))]
public sealed class SignInTests(Installation installation)
{
    [Fact]
    public async Task After_signing_in_the_pages_know_who_it_is()
    {
        using var browser = await installation.SignedInAsync("province");
        var session = await browser.GetFromJsonAsync<JsonElement>("/bff/session");

        Assert.True(session.GetProperty("signedIn").GetBoolean());
        Assert.Equal("province", session.GetProperty("me").GetProperty("role").GetString());
        Assert.Equal(43, session.GetProperty("antiforgery").GetString()!.Length);
    }

    [Fact]
    public async Task Before_signing_in_the_pages_know_that_nobody_is()
    {
        using var browser = installation.Browser();
        var session = await browser.GetFromJsonAsync<JsonElement>("/bff/session");

        Assert.False(session.GetProperty("signedIn").GetBoolean());
        Assert.Equal(JsonValueKind.Null, session.GetProperty("me").ValueKind);
    }

    [Fact]
    public async Task The_cookie_holds_a_random_id_and_cannot_be_read_by_scripts_or_sent_by_other_sites()
    {
        var cookies = new CookieContainer();
        using var browser = await installation.SignedInAsync("park", cookies);
        var cookie = cookies.GetCookies(new Uri(installation.Address))["registry-session"]!;

        Assert.True(cookie.HttpOnly);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", cookie.Value);
        using var again = installation.Browser();
        var fresh = await again.GetAsync("/bff/sign-in");
        Assert.All(fresh.Headers.GetValues("Set-Cookie"), set => Assert.Contains("httponly", set, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("https://evil.test/")]
    [InlineData("//evil.test/")]
    [InlineData("/\\evil.test/")]
    [InlineData("/\t/evil.test/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("desk")]
    public async Task After_signing_in_nobody_is_sent_to_another_site(string returnUrl)
    {
        using var browser = installation.Browser();
        var begun = await browser.GetAsync($"/bff/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        await browser.PostAsJsonAsync($"{installation.Issuer.Address}/sessions", new
        {
            username = installation.Issuer.Account("park").GetProperty("username").GetString(),
            password = installation.Issuer.Account("park").GetProperty("password").GetString()
        });
        var authorized = await browser.GetAsync(begun.Headers.Location);
        var finished = await browser.GetAsync(authorized.Headers.Location);

        Assert.Equal("/desk", finished.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_session_id_planted_in_the_browser_is_not_taken_over()
    {
        var planted = new string('a', 43);
        var cookies = new CookieContainer();
        cookies.Add(new Uri(installation.Address), new Cookie("registry-session", planted));
        using var browser = await installation.SignedInAsync("park", cookies);
        Assert.NotEqual(planted, cookies.GetCookies(new Uri(installation.Address))["registry-session"]!.Value);

        using var attacker = installation.Browser();
        attacker.DefaultRequestHeaders.Add("Cookie", $"registry-session={planted}");
        Assert.False((await attacker.GetFromJsonAsync<JsonElement>("/bff/session")).GetProperty("signedIn").GetBoolean());
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_before()
    {
        var cookies = new CookieContainer();
        using var browser = await installation.SignedInAsync("park", cookies);
        var before = cookies.GetCookies(new Uri(installation.Address))["registry-session"]!.Value;
        using var again = await installation.SignedInAsync("national", cookies);

        using var thief = installation.Browser();
        thief.DefaultRequestHeaders.Add("Cookie", $"registry-session={before}");
        Assert.Equal("401 sign-in-required", await (await thief.GetAsync("/api/registration/v1/parks")).VerdictAsync());
    }

    [Theory]
    [InlineData("/bff/callback?code=x&state=y")]
    [InlineData("/bff/callback?error=access_denied&state=y")]
    [InlineData("/bff/callback")]
    public async Task An_answer_that_this_browser_did_not_ask_for_signs_nobody_in(string answer)
    {
        using var browser = installation.Browser();
        await browser.GetAsync("/bff/sign-in");
        var refused = await browser.GetAsync(answer);

        Assert.Equal("/sign-in?error=try-again", refused.Headers.Location!.OriginalString);
        Assert.False((await browser.GetFromJsonAsync<JsonElement>("/bff/session")).GetProperty("signedIn").GetBoolean());
    }

    [Fact]
    public async Task Somebody_else_s_answer_does_not_sign_this_browser_in()
    {
        using var attacker = installation.Browser();
        var begun = await attacker.GetAsync("/bff/sign-in");
        await attacker.PostAsJsonAsync($"{installation.Issuer.Address}/sessions", new
        {
            username = installation.Issuer.Account("park").GetProperty("username").GetString(),
            password = installation.Issuer.Account("park").GetProperty("password").GetString()
        });
        var answer = (await attacker.GetAsync(begun.Headers.Location)).Headers.Location;

        using var victim = installation.Browser();
        await victim.GetAsync("/bff/sign-in");
        Assert.Equal("/sign-in?error=try-again", (await victim.GetAsync(answer)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_at_the_issuer()
    {
        var cookies = new CookieContainer();
        using var browser = await installation.SignedInAsync("park", cookies);
        var id = cookies.GetCookies(new Uri(installation.Address))["registry-session"]!.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/bff/sign-out");
        request.Headers.Add("X-Antiforgery", await Installation.AntiforgeryAsync(browser));
        var next = (await (await browser.SendAsync(request)).BodyAsync()).GetProperty("location").GetString();
        var back = await browser.GetAsync(next);

        Assert.Equal($"{installation.Address}/", back.Headers.Location!.OriginalString);
        using var thief = installation.Browser();
        thief.DefaultRequestHeaders.Add("Cookie", $"registry-session={id}");
        Assert.False((await thief.GetFromJsonAsync<JsonElement>("/bff/session")).GetProperty("signedIn").GetBoolean());
        var page = await browser.GetAsync((await browser.GetAsync("/bff/sign-in")).Headers.Location);
        Assert.StartsWith("/sign-in?", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}
