using System.Net;
using System.Net.Http.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Identity.Tests;

/// <summary>Authorization code with PKCE (OAuth 2.1, OpenID Connect Core), and what attackers try with it.</summary>
[Collection(nameof(Issuer))]
public sealed class CodeFlowTests(Issuer issuer)
{
    [Fact]
    public async Task A_signed_in_browser_brings_back_a_code_that_becomes_tokens_which_services_accept()
    {
        var tokens = await issuer.TokensAsync("province");

        var me = await (await issuer.MeAsync(tokens.Text("access_token"))).BodyAsync();
        Assert.Equal("province", me.Text("role"));
        Assert.Equal("320000", me.Text("province"));
        Assert.Equal("江苏省发展和改革委员会（演示）", me.GetProperty("organisation").Text("name"));
        Assert.Equal(300, tokens.GetProperty("expires_in").GetInt32());
    }

    [Fact]
    public async Task A_browser_that_is_not_signed_in_is_sent_to_the_sign_in_page_and_back_here()
    {
        using var browser = issuer.Browser();
        var answer = await browser.GetAsync(issuer.AuthorizeUrl());

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.StartsWith("/sign-in?returnUrl=%2Fconnect%2Fauthorize%3F", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_client_gets_its_state_back_and_the_issuer_s_name()
    {
        using var browser = await issuer.SignedInAsync("park");
        var sent = Issuer.Sent(await browser.GetAsync(issuer.AuthorizeUrl()));

        Assert.Equal("the-state", sent["state"]);
        Assert.Equal(issuer.Address, sent["iss"]);
    }

    [Fact]
    public async Task A_code_used_twice_is_refused_and_what_the_first_use_gave_is_revoked()
    {
        var code = await issuer.CodeAsync("park");
        var first = await (await issuer.RedeemAsync(code)).BodyAsync();

        Assert.Equal("invalid_grant", await (await issuer.RedeemAsync(code)).ErrorAsync());
        Assert.Equal("invalid_grant", await (await issuer.RefreshAsync(first.Text("refresh_token"))).ErrorAsync());
    }

    [Fact]
    public async Task A_code_used_by_eight_at_once_gives_tokens_to_at_most_one_and_those_are_revoked()
    {
        var code = await issuer.CodeAsync("park");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => issuer.RedeemAsync(code)));

        var winner = Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        Assert.Equal("invalid_grant", await (await issuer.RefreshAsync((await winner.BodyAsync()).Text("refresh_token"))).ErrorAsync());
    }

    [Theory]
    [InlineData("http://evil.test/callback")]
    [InlineData("http://client.test/callback/")]
    [InlineData("http://client.test/callback?x=1")]
    [InlineData("http://client.test.evil.test/callback")]
    [InlineData("HTTP://client.test/callback")]
    [InlineData(null)]
    public async Task A_redirect_address_that_is_not_exactly_the_registered_one_is_never_redirected_to(string? address)
    {
        using var browser = await issuer.SignedInAsync("park");
        var answer = await browser.GetAsync(issuer.AuthorizeUrl(("redirect_uri", address)));

        Assert.Equal("400 unknown-client", await answer.VerdictAsync());
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task A_code_is_refused_with_another_redirect_address_than_it_was_asked_for()
    {
        var code = await issuer.CodeAsync("park");
        Assert.Equal("invalid_grant", await (await issuer.RedeemAsync(code, ("redirect_uri", "http://evil.test/callback"))).ErrorAsync());
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("the-verifier-itself-which-is-long-enough-to-be-one", "plain")]
    [InlineData("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", null)]
    [InlineData("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU", "s256")]
    [InlineData("short", "S256")]
    public async Task Without_PKCE_by_SHA256_there_is_no_code(string? challenge, string? method)
    {
        using var browser = await issuer.SignedInAsync("park");
        var sent = Issuer.Sent(await browser.GetAsync(issuer.AuthorizeUrl(("code_challenge", challenge), ("code_challenge_method", method))));

        Assert.Equal("invalid_request", sent["error"]);
        Assert.DoesNotContain("code", sent.Keys);
    }

    [Theory]
    [InlineData("another-verifier-that-the-client-never-had-0123456789")]
    [InlineData(null)]
    public async Task A_stolen_code_without_the_verifier_is_worth_nothing(string? verifier)
    {
        var code = await issuer.CodeAsync("park");

        Assert.Equal("invalid_grant", await (await issuer.RedeemAsync(code, ("code_verifier", verifier))).ErrorAsync());
        Assert.Equal("invalid_grant", await (await issuer.RedeemAsync(code)).ErrorAsync());
    }

    [Fact]
    public async Task A_code_is_dead_after_a_minute()
    {
        var code = await issuer.CodeAsync("park");
        issuer.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("invalid_grant", await (await issuer.RedeemAsync(code)).ErrorAsync());
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("response_type", null, "invalid_request")]
    [InlineData("response_mode", "fragment", "invalid_request")]
    [InlineData("scope", "offline_access", "invalid_scope")]
    [InlineData("request", "e30.e30.", "request_not_supported")]
    [InlineData("request_uri", "http://evil.test/", "request_uri_not_supported")]
    [InlineData("prompt", "select_account", "invalid_request")]
    [InlineData("max_age", "-1", "invalid_request")]
    public async Task What_is_not_supported_is_told_to_the_client_by_redirect(string parameter, string? value, string error)
    {
        using var browser = await issuer.SignedInAsync("park");
        Assert.Equal(error, Issuer.Sent(await browser.GetAsync(issuer.AuthorizeUrl((parameter, value))))["error"]);
    }

    [Fact]
    public async Task A_parameter_given_twice_is_refused()
    {
        using var browser = await issuer.SignedInAsync("park");
        var answer = await browser.GetAsync(issuer.AuthorizeUrl() + "&redirect_uri=http%3A%2F%2Fevil.test%2F");
        Assert.Equal("400 bad-request", await answer.VerdictAsync());
    }

    [Fact]
    public async Task Asking_without_a_page_says_that_a_sign_in_is_needed()
    {
        using var browser = issuer.Browser();
        Assert.Equal("login_required", Issuer.Sent(await browser.GetAsync(issuer.AuthorizeUrl(("prompt", "none"))))["error"]);
    }

    [Fact]
    public async Task Asking_for_a_fresh_sign_in_sends_even_a_signed_in_browser_to_the_page_once()
    {
        using var browser = await issuer.SignedInAsync("park");
        var page = await browser.GetAsync(issuer.AuthorizeUrl(("prompt", "login")));
        var back = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(page.Headers.Location!.OriginalString.Split('?', 2)[1])["returnUrl"].ToString();

        await browser.PostAsJsonAsync("/sessions", issuer.Password("park"));
        Assert.Contains("code", Issuer.Sent(await browser.GetAsync(back)).Keys);
    }
}
