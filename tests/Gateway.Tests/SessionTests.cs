using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using PilotRegistry.Testing;

namespace PilotRegistry.Gateway.Tests;

/// <summary>Tokens of a session: kept where no browser sees them, refreshed once, by whoever comes first.</summary>
[Collection(nameof(Installation))]
public sealed class SessionTests(Installation installation)
{
    [Fact]
    public async Task Twenty_requests_at_once_through_two_gateways_after_expiry_all_succeed_with_one_refresh()
    {
        var cookies = new CookieContainer();
        using var browser = await installation.SignedInAsync("park", cookies);
        var before = await TokenAsync(browser, installation.Address);
        var issued = await RefreshTokensAsync();
        installation.Issuer.Clock.Advance(TimeSpan.FromMinutes(6));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(n =>
            TokenAsync(browser, n % 2 == 0 ? installation.Address : installation.OtherAddress)));

        Assert.Equal(1, await RefreshTokensAsync() - issued);
        Assert.NotEqual(before, Assert.Single(answers.Distinct()));
    }

    [Fact]
    public async Task A_session_that_the_issuer_has_ended_is_over()
    {
        var cookies = new CookieContainer();
        using var browser = await installation.SignedInAsync("park", cookies);
        await browser.DeleteAsync($"{installation.Issuer.Address}/sessions");
        installation.Issuer.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal("401 sign-in-required", await (await browser.GetAsync("/api/registration/v1/parks")).VerdictAsync());
        Assert.False((await browser.GetFromJsonAsync<JsonElement>("/bff/session")).GetProperty("signedIn").GetBoolean());
    }

    [Fact]
    public async Task After_a_working_day_a_session_is_over()
    {
        using var browser = await installation.SignedInAsync("park");
        installation.Issuer.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal("401 sign-in-required", await (await browser.GetAsync("/api/registration/v1/parks")).VerdictAsync());
    }

    [Fact]
    public async Task Neither_cookie_nor_token_can_be_read_from_the_database()
    {
        var cookies = new CookieContainer();
        using var browser = await installation.SignedInAsync("park", cookies);
        var token = await TokenAsync(browser, installation.Address);
        await using var source = NpgsqlDataSource.Create(installation.Database.Admin);
        await using var command = source.CreateCommand("select string_agg(convert_from(decode(replace(encode(tokens, 'hex'), '00', ''), 'hex'), 'LATIN1') || s::text, ' ') from gateway.sessions s");
        var all = (string)(await command.ExecuteScalarAsync())!;

        Assert.DoesNotContain(token, all, StringComparison.Ordinal);
        Assert.DoesNotContain(cookies.GetCookies(new Uri(installation.Address))["registry-session"]!.Value, all, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update gateway.sessions set id_hash = ''")]
    [InlineData("update gateway.sessions set expires = now() + interval '1 year'")]
    [InlineData("create table gateway.mine (id int)")]
    public async Task The_serving_role_has_only_the_rights_it_needs(string sql)
    {
        await using var source = NpgsqlDataSource.Create(installation.Database.Serving);
        await using var command = source.CreateCommand(sql);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState);
    }

    /// <summary>The token that reached the service.</summary>
    private static async Task<string> TokenAsync(HttpClient browser, string gateway)
    {
        var answer = await browser.GetAsync($"{gateway}/api/registration/v1/parks");
        Assert.Equal("200", await answer.VerdictAsync());
        return (await answer.BodyAsync()).GetProperty("headers").GetProperty("authorization").GetString()!;
    }

    private async Task<long> RefreshTokensAsync()
    {
        await using var source = NpgsqlDataSource.Create(installation.Issuer.Database.Admin);
        await using var command = source.CreateCommand("select count(*) from identity.refresh_tokens");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
