using System.Net;
using PilotRegistry.Testing;

namespace PilotRegistry.Gateway.Tests;

/// <summary>Requests that another site makes a browser send (CSRF).</summary>
[Collection(nameof(Installation))]
public sealed class ForgeryTests(Installation installation)
{
    private const string Command = "/api/registration/v1/applications";

    [Fact]
    public async Task Reading_needs_the_cookie_only()
    {
        using var browser = await installation.SignedInAsync("park");
        Assert.Equal("200", await (await browser.GetAsync(Command)).VerdictAsync());
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Changing_something_with_the_cookie_alone_is_refused(string method)
    {
        using var browser = await installation.SignedInAsync("park");
        Assert.Equal("403 antiforgery", await (await SendAsync(browser, method)).VerdictAsync());
        Assert.Equal("403 antiforgery", await (await SendAsync(browser, method, "guessed")).VerdictAsync());
    }

    [Fact]
    public async Task Changing_something_with_the_session_s_own_token_goes_through_and_the_token_stays_here()
    {
        using var browser = await installation.SignedInAsync("park");
        var answer = await SendAsync(browser, "POST", await Installation.AntiforgeryAsync(browser));

        Assert.Equal("200", await answer.VerdictAsync());
        Assert.False((await answer.BodyAsync()).GetProperty("headers").TryGetProperty("x-antiforgery", out _));
    }

    [Fact]
    public async Task The_token_of_another_session_is_refused()
    {
        using var browser = await installation.SignedInAsync("park");
        using var other = await installation.SignedInAsync("park");
        Assert.Equal("403 antiforgery", await (await SendAsync(browser, "POST", await Installation.AntiforgeryAsync(other))).VerdictAsync());
    }

    [Theory]
    [InlineData("http://evil.test")]
    [InlineData("null")]
    public async Task A_request_that_comes_from_another_site_is_refused_even_with_the_token(string origin)
    {
        using var browser = await installation.SignedInAsync("park");
        var token = await Installation.AntiforgeryAsync(browser);
        browser.DefaultRequestHeaders.Add("Origin", origin);
        Assert.Equal("403 antiforgery", await (await SendAsync(browser, "POST", token)).VerdictAsync());
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_another_site()
    {
        using var browser = await installation.SignedInAsync("park");
        Assert.Equal("403 antiforgery", await (await browser.PostAsync("/bff/sign-out", null)).VerdictAsync());
        Assert.Equal("404 not-found", await (await browser.GetAsync("/bff/sign-out")).VerdictAsync());
        Assert.Equal("200", await (await browser.GetAsync(Command)).VerdictAsync());
    }

    [Fact]
    public async Task With_an_Authorization_header_the_cookie_counts_for_nothing()
    {
        using var browser = await installation.SignedInAsync("park");
        using var request = new HttpRequestMessage(HttpMethod.Post, Command);
        request.Headers.Authorization = new("Bearer", await installation.TokenAsync("national"));
        var answer = await browser.SendAsync(request);

        Assert.Equal("200", await answer.VerdictAsync());
        Assert.Equal(request.Headers.Authorization.ToString(), (await answer.BodyAsync()).GetProperty("headers").GetProperty("authorization").GetString());
        Assert.False((await answer.BodyAsync()).GetProperty("headers").TryGetProperty("cookie", out _));
    }

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic ZGVtbzpkZW1v")]
    [InlineData("Negotiate abc")]
    public async Task With_a_wrong_Authorization_header_the_cookie_does_not_help(string header)
    {
        using var browser = await installation.SignedInAsync("park");
        browser.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        Assert.Equal("401 sign-in-required", await (await browser.GetAsync(Command)).VerdictAsync());
    }

    [Fact]
    public async Task Without_any_sign_in_nothing_reaches_a_service()
    {
        using var browser = installation.Browser(new CookieContainer());
        Assert.Equal("401 sign-in-required", await (await browser.GetAsync(Command)).VerdictAsync());
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string method, string? antiforgery = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Command);
        if (antiforgery is not null) request.Headers.Add("X-Antiforgery", antiforgery);
        return await browser.SendAsync(request);
    }
}
