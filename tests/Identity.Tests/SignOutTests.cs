using PilotRegistry.Testing;

namespace PilotRegistry.Identity.Tests;

/// <summary>RP-initiated logout, and the sign-in page's own way out.</summary>
[Collection(nameof(Issuer))]
public sealed class SignOutTests(Issuer issuer)
{
    private string Back => new Uri(new(issuer.RedirectUri), "/").ToString();

    [Fact]
    public async Task A_client_signs_its_user_out_and_everything_of_that_session_is_over()
    {
        using var browser = await issuer.SignedInAsync("park");
        var code = Issuer.Sent(await browser.GetAsync(issuer.AuthorizeUrl()))["code"];
        var tokens = await (await issuer.RedeemAsync(code)).BodyAsync();
        var unused = Issuer.Sent(await browser.GetAsync(issuer.AuthorizeUrl()))["code"];

        var answer = await browser.GetAsync(Logout(tokens.Text("id_token"), ("post_logout_redirect_uri", Back), ("state", "bye")));

        Assert.Equal(Back + "?state=bye", answer.Headers.Location!.OriginalString);
        Assert.StartsWith("/sign-in?", (await browser.GetAsync(issuer.AuthorizeUrl())).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("invalid_grant", await (await issuer.RefreshAsync(tokens.Text("refresh_token"))).ErrorAsync());
        Assert.Equal("invalid_grant", await (await issuer.RedeemAsync(unused)).ErrorAsync());
    }

    [Fact]
    public async Task An_ID_token_that_has_expired_still_signs_out()
    {
        using var browser = await issuer.SignedInAsync("park");
        var tokens = await (await issuer.RedeemAsync(Issuer.Sent(await browser.GetAsync(issuer.AuthorizeUrl()))["code"])).BodyAsync();
        issuer.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("/", (await browser.GetAsync(Logout(tokens.Text("id_token")))).Headers.Location!.OriginalString);
        Assert.Equal("invalid_grant", await (await issuer.RefreshAsync(tokens.Text("refresh_token"))).ErrorAsync());
    }

    [Fact]
    public async Task Another_session_of_the_same_person_stays()
    {
        var tokens = await issuer.TokensAsync("park");
        using var other = await issuer.SignedInAsync("park");
        await other.GetAsync(Logout(tokens.Text("id_token")));

        Assert.Contains("code", Issuer.Sent(await other.GetAsync(issuer.AuthorizeUrl())).Keys);
    }

    [Theory]
    [InlineData("http://evil.test/")]
    [InlineData("http://client.test/elsewhere")]
    public async Task Nobody_is_sent_to_an_address_that_was_not_registered(string address)
    {
        var tokens = await issuer.TokensAsync("park");
        using var browser = issuer.Browser();
        Assert.Equal("400 logout-refused", await (await browser.GetAsync(Logout(tokens.Text("id_token"), ("post_logout_redirect_uri", address)))).VerdictAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task Without_the_session_s_ID_token_a_foreign_page_cannot_sign_anybody_out(string hint)
    {
        using var browser = await issuer.SignedInAsync("park");
        Assert.Equal("400 logout-refused", await (await browser.GetAsync(Logout(hint))).VerdictAsync());
        Assert.Contains("code", Issuer.Sent(await browser.GetAsync(issuer.AuthorizeUrl())).Keys);
    }

    [Fact]
    public async Task An_access_token_is_no_hint()
    {
        var tokens = await issuer.TokensAsync("park");
        using var browser = issuer.Browser();
        Assert.Equal("400 logout-refused", await (await browser.GetAsync(Logout(tokens.Text("access_token")))).VerdictAsync());
    }

    [Fact]
    public async Task The_page_can_sign_out_too()
    {
        using var browser = await issuer.SignedInAsync("park");
        Assert.Equal("204", await (await browser.DeleteAsync("/sessions")).VerdictAsync());
        Assert.StartsWith("/sign-in?", (await browser.GetAsync(issuer.AuthorizeUrl())).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private static string Logout(string hint, params (string Name, string Value)[] more) =>
        $"/connect/logout?id_token_hint={hint}" + string.Concat(more.Select(one => $"&{one.Name}={Uri.EscapeDataString(one.Value)}"));
}
