using System.Net.Http.Json;
using Npgsql;
using PilotRegistry.Testing;

namespace PilotRegistry.Identity.Tests;

/// <summary>A park's people make clients for their machines; a machine is never more than who made it.</summary>
[Collection(nameof(Issuer))]
public sealed class MachineClientTests(Issuer issuer)
{
    private static readonly Guid Park = new("0197f000-0000-7000-8000-0000000000aa");

    [Fact]
    public async Task A_machine_acts_as_the_account_that_made_it()
    {
        using var park = await PersonAsync("park");
        var made = await MakeAsync(park);
        var tokens = await (await TokenAsync(made.Id, made.Secret)).BodyAsync();
        var me = await (await issuer.MeAsync(tokens.Text("access_token"))).BodyAsync();

        Assert.Equal("park", me.Text("role"));
        Assert.Equal(issuer.Account("park").Text("username"), me.Text("username"));
        Assert.False(tokens.TryGetProperty("refresh_token", out _));
        Assert.Equal(made.Id, Claims(tokens.Text("access_token")).Text("client_id"));
        Assert.False(Claims(tokens.Text("access_token")).TryGetProperty("park", out _));
    }

    [Fact]
    public async Task A_machine_can_be_narrowed_to_one_park()
    {
        using var park = await PersonAsync("park");
        var made = await MakeAsync(park, Park);
        var token = (await (await TokenAsync(made.Id, made.Secret)).BodyAsync()).Text("access_token");
        Assert.Equal(Park, Claims(token).GetProperty("park").GetGuid());
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_found_nowhere_later()
    {
        using var park = await PersonAsync("park");
        var made = await MakeAsync(park);
        var listed = await (await park.GetAsync("/clients")).Content.ReadAsStringAsync();
        Assert.Contains(made.Id, listed, StringComparison.Ordinal);
        Assert.DoesNotContain(made.Secret, listed, StringComparison.Ordinal);
        Assert.Equal("invalid_client", await (await TokenAsync(made.Id, "another secret")).ErrorAsync());
    }

    [Fact]
    public async Task A_new_secret_leaves_the_old_one_a_day()
    {
        using var park = await PersonAsync("park");
        var made = await MakeAsync(park);
        var secret = (await (await park.PostAsync($"/clients/{made.Id}/secret", null)).BodyAsync()).Text("secret");
        Assert.True((await TokenAsync(made.Id, secret)).IsSuccessStatusCode);
        Assert.True((await TokenAsync(made.Id, made.Secret)).IsSuccessStatusCode);

        using var again = await PersonAsync("park");
        var newest = (await (await again.PostAsync($"/clients/{made.Id}/secret", null)).BodyAsync()).Text("secret");
        Assert.True((await TokenAsync(made.Id, newest)).IsSuccessStatusCode);
        Assert.True((await TokenAsync(made.Id, secret)).IsSuccessStatusCode);
        Assert.Equal("invalid_client", await (await TokenAsync(made.Id, made.Secret)).ErrorAsync());
    }

    [Fact]
    public async Task Whoever_is_revoked_gets_no_token_and_no_new_secret()
    {
        using var park = await PersonAsync("park");
        var made = await MakeAsync(park);
        Assert.Equal("204", await (await park.PostAsync($"/clients/{made.Id}/revocation", null)).VerdictAsync());
        Assert.Equal("204", await (await park.PostAsync($"/clients/{made.Id}/revocation", null)).VerdictAsync());
        Assert.Equal("invalid_client", await (await TokenAsync(made.Id, made.Secret)).ErrorAsync());
        Assert.Equal("404 not-found", await (await park.PostAsync($"/clients/{made.Id}/secret", null)).VerdictAsync());
        var listed = (await (await park.GetAsync("/clients")).BodyAsync()).GetProperty("items").EnumerateArray();
        Assert.True(listed.Single(one => one.Text("id") == made.Id).GetProperty("ended").GetBoolean());
    }

    [Fact]
    public async Task A_machine_makes_and_revokes_no_clients_and_renews_only_its_own_secret()
    {
        using var park = await PersonAsync("park");
        var (made, other) = (await MakeAsync(park), await MakeAsync(park));
        using var machine = As((await (await TokenAsync(made.Id, made.Secret)).BodyAsync()).Text("access_token"));

        Assert.Equal("409 signed-in-only", await (await machine.PostAsJsonAsync("/clients", new { name = "系统" })).VerdictAsync());
        Assert.Equal("409 signed-in-only", await (await machine.PostAsync($"/clients/{other.Id}/revocation", null)).VerdictAsync());
        Assert.Equal("409 signed-in-only", await (await machine.PostAsync($"/clients/{other.Id}/secret", null)).VerdictAsync());
        var secret = (await (await machine.PostAsync($"/clients/{made.Id}/secret", null)).BodyAsync()).Text("secret");
        Assert.True((await TokenAsync(made.Id, secret)).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("city")]
    [InlineData("province")]
    [InlineData("national")]
    [InlineData("verifier-lead")]
    [InlineData("auditor")]
    [InlineData("operator")]
    public async Task Nobody_but_a_park_makes_clients(string persona)
    {
        using var http = await issuer.AsAsync(persona);
        Assert.Equal("403 not-allowed", await (await http.PostAsJsonAsync("/clients", new { name = "系统" })).VerdictAsync());
    }

    [Fact]
    public async Task An_operator_sees_all_and_revokes()
    {
        using var park = await PersonAsync("park");
        var made = await MakeAsync(park);
        using var administrator = await issuer.AsAsync("operator");
        Assert.Contains(made.Id, await (await administrator.GetAsync("/clients")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("204", await (await administrator.PostAsync($"/clients/{made.Id}/revocation", null)).VerdictAsync());
        Assert.Equal("invalid_client", await (await TokenAsync(made.Id, made.Secret)).ErrorAsync());
    }

    [Fact]
    public async Task Another_organisation_sees_and_touches_nothing_and_a_disabled_account_takes_its_machines_along()
    {
        using var park = await PersonAsync("park");
        var mine = await MakeAsync(park);
        using var administrator = await issuer.AsAsync("operator");
        var organisation = (await (await administrator.PostAsJsonAsync("/organisations", new { name = "乙园区管委会", kind = "management-body" })).BodyAsync()).GetProperty("id").GetGuid();
        var name = $"park-{Guid.NewGuid():N}";
        var account = await (await administrator.PostAsJsonAsync("/accounts", new { username = name, displayName = "乙", role = "park", organisationId = organisation, parkId = Park })).BodyAsync();
        using var theirs = await issuer.SignedInAsync(name, account.Text("password"));
        using var other = As((await (await issuer.RedeemAsync(Issuer.Sent(await theirs.GetAsync(issuer.AuthorizeUrl()))["code"])).BodyAsync()).Text("access_token"));

        Assert.DoesNotContain(mine.Id, await (await other.GetAsync("/clients")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("404 not-found", await (await other.PostAsync($"/clients/{mine.Id}/revocation", null)).VerdictAsync());
        Assert.Equal("404 not-found", await (await other.PostAsync($"/clients/{mine.Id}/secret", null)).VerdictAsync());
        Assert.Equal(["/parkId not-your-park"], await (await other.PostAsJsonAsync("/clients", new { name = "系统", parkId = Guid.NewGuid() })).FieldErrorsAsync());

        var made = await MakeAsync(other);
        Assert.Equal(Park, Claims((await (await TokenAsync(made.Id, made.Secret)).BodyAsync()).Text("access_token")).GetProperty("park").GetGuid());
        await administrator.PostAsync($"/accounts/{account.Text("id")}/disabling", null);
        Assert.Equal("invalid_client", await (await TokenAsync(made.Id, made.Secret)).ErrorAsync());
    }

    [Fact]
    public async Task The_serving_role_cannot_make_a_machine_into_anybody_else()
    {
        await using var source = NpgsqlDataSource.Create(issuer.Database.Serving);
        foreach (var sql in new[] { "update identity.machine_clients set account_id = account_id", "delete from identity.machine_clients", "update identity.clients set secret_hash = ''" })
        {
            await using var command = source.CreateCommand(sql);
            var denied = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, denied.SqlState);
        }
    }

    private static System.Text.Json.JsonElement Claims(string token) =>
        System.Text.Json.JsonElement.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1]));

    private static async Task<(string Id, string Secret)> MakeAsync(HttpClient by, Guid? park = null)
    {
        var answer = await by.PostAsJsonAsync("/clients", new { name = "能源管理系统", parkId = park });
        Assert.Equal("201", await answer.VerdictAsync());
        var made = await answer.BodyAsync();
        return (made.Text("id"), made.Text("secret"));
    }

    private Task<HttpResponseMessage> TokenAsync(string id, string secret) =>
        issuer.TokenAsync(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret));

    /// <summary>Somebody who signed in with name and password.</summary>
    private async Task<HttpClient> PersonAsync(string persona) => As((await issuer.TokensAsync(persona)).Text("access_token"));

    private HttpClient As(string token)
    {
        var http = issuer.Browser();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }
}
