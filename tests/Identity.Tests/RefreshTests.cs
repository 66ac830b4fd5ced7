using PilotRegistry.Testing;

namespace PilotRegistry.Identity.Tests;

/// <summary>Refresh tokens live once (RFC 9700, 4.14).</summary>
[Collection(nameof(Issuer))]
public sealed class RefreshTests(Issuer issuer)
{
    [Fact]
    public async Task A_refresh_brings_new_tokens_of_the_same_person()
    {
        var first = await issuer.TokensAsync("verifier");
        var second = await (await issuer.RefreshAsync(first.Text("refresh_token"))).BodyAsync();

        Assert.NotEqual(first.Text("refresh_token"), second.Text("refresh_token"));
        Assert.Equal("verifier", (await (await issuer.MeAsync(second.Text("access_token"))).BodyAsync()).Text("role"));
    }

    [Fact]
    public async Task A_refresh_token_used_twice_kills_the_whole_family()
    {
        var first = (await issuer.TokensAsync("park")).Text("refresh_token");
        var second = (await (await issuer.RefreshAsync(first)).BodyAsync()).Text("refresh_token");
        var third = (await (await issuer.RefreshAsync(second)).BodyAsync()).Text("refresh_token");

        Assert.Equal("invalid_grant", await (await issuer.RefreshAsync(first)).ErrorAsync());
        Assert.Equal("invalid_grant", await (await issuer.RefreshAsync(third)).ErrorAsync());
    }

    [Fact]
    public async Task One_refresh_token_used_by_eight_at_once_gives_tokens_to_one_and_kills_the_family()
    {
        var token = (await issuer.TokensAsync("park")).Text("refresh_token");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => issuer.RefreshAsync(token)));

        var winner = Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        Assert.Equal("invalid_grant", await (await issuer.RefreshAsync((await winner.BodyAsync()).Text("refresh_token"))).ErrorAsync());
    }

    [Fact]
    public async Task A_reused_token_does_not_touch_other_sign_ins_of_the_same_person()
    {
        var stolen = (await issuer.TokensAsync("park")).Text("refresh_token");
        var other = (await issuer.TokensAsync("park")).Text("refresh_token");
        await issuer.RefreshAsync(stolen);
        await issuer.RefreshAsync(stolen);

        Assert.True((await issuer.RefreshAsync(other)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Somebody_else_s_client_cannot_use_it()
    {
        var token = (await issuer.TokensAsync("park")).Text("refresh_token");
        var answer = await issuer.TokenAsync(
            ("grant_type", "refresh_token"), ("refresh_token", token), ("client_id", Issuer.ServiceClient), ("client_secret", issuer.Secret));

        Assert.Equal("invalid_grant", await answer.ErrorAsync());
        Assert.True((await issuer.RefreshAsync(token)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task It_cannot_ask_for_more_than_was_granted()
    {
        var code = await issuer.CodeAsync("park", ("scope", "openid offline_access"));
        var tokens = await (await issuer.RedeemAsync(code)).BodyAsync();
        var answer = await issuer.TokenAsync(
            ("grant_type", "refresh_token"), ("refresh_token", tokens.Text("refresh_token")), ("scope", "openid offline_access admin"));

        Assert.Equal("invalid_scope", await answer.ErrorAsync());
    }

    [Fact]
    public async Task Without_offline_access_there_is_no_refresh_token()
    {
        var tokens = await (await issuer.RedeemAsync(await issuer.CodeAsync("park", ("scope", "openid")))).BodyAsync();
        Assert.False(tokens.TryGetProperty("refresh_token", out _));
    }

    [Fact]
    public async Task After_four_hours_without_use_it_is_dead()
    {
        var token = (await issuer.TokensAsync("park")).Text("refresh_token");
        issuer.Clock.Advance(TimeSpan.FromHours(4));
        Assert.Equal("invalid_grant", await (await issuer.RefreshAsync(token)).ErrorAsync());
    }

    [Fact]
    public async Task After_a_working_day_even_the_busiest_signs_in_again()
    {
        var token = (await issuer.TokensAsync("park")).Text("refresh_token");
        for (var hour = 3; hour < 12; hour += 3)
        {
            issuer.Clock.Advance(TimeSpan.FromHours(3));
            token = (await (await issuer.RefreshAsync(token)).BodyAsync()).Text("refresh_token");
        }
        issuer.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal("invalid_grant", await (await issuer.RefreshAsync(token)).ErrorAsync());
    }

    [Fact]
    public async Task A_client_can_give_it_back_and_then_the_family_is_dead()
    {
        var tokens = await issuer.TokensAsync("park");
        using var http = issuer.Browser();
        var answer = await http.PostAsync("/connect/revocation", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["token"] = tokens.Text("refresh_token"),
            ["client_id"] = Issuer.CodeClient,
            ["client_secret"] = issuer.Secret
        }));

        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal("invalid_grant", await (await issuer.RefreshAsync(tokens.Text("refresh_token"))).ErrorAsync());
    }

    [Fact]
    public async Task Another_client_cannot_give_it_back()
    {
        var tokens = await issuer.TokensAsync("park");
        using var http = issuer.Browser();
        await http.PostAsync("/connect/revocation", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["token"] = tokens.Text("refresh_token"),
            ["client_id"] = Issuer.ServiceClient,
            ["client_secret"] = issuer.Secret
        }));

        Assert.True((await issuer.RefreshAsync(tokens.Text("refresh_token"))).IsSuccessStatusCode);
    }
}
