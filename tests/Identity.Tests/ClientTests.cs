using System.Net.Http.Headers;
using System.Text;
using PilotRegistry.Testing;

namespace PilotRegistry.Identity.Tests;

/// <summary>Programs and their secrets (RFC 6749, 2.3 and 4.4).</summary>
[Collection(nameof(Issuer))]
public sealed class ClientTests(Issuer issuer)
{
    [Theory]
    [InlineData("park", "320000")]
    [InlineData("city", "320000")]
    [InlineData("province", "320000")]
    [InlineData("national", null)]
    [InlineData("expert", null)]
    [InlineData("verifier", null)]
    [InlineData("verifier-lead", null)]
    [InlineData("auditor", null)]
    [InlineData("operator", null)]
    public async Task The_machine_client_of_a_persona_acts_as_that_persona(string persona, string? province)
    {
        var answer = await issuer.TokenAsync(
            ("grant_type", "client_credentials"), ("client_id", issuer.Account(persona).Text("clientId")), ("client_secret", issuer.Account(persona).Text("clientSecret")));
        var tokens = await answer.BodyAsync();
        var me = await (await issuer.MeAsync(tokens.Text("access_token"))).BodyAsync();

        Assert.Equal(persona, me.Text("role"));
        Assert.Equal(province, me.GetProperty("province").GetString());
        Assert.Equal(issuer.Account(persona).Text("username"), me.Text("username"));
        Assert.False(tokens.TryGetProperty("refresh_token", out _));
    }

    [Fact]
    public async Task A_service_acts_as_itself_for_the_platform()
    {
        var answer = await issuer.TokenAsync(("grant_type", "client_credentials"), ("client_id", Issuer.ServiceClient));
        using var http = issuer.Browser();
        http.DefaultRequestHeaders.Authorization = new("Bearer", (await answer.BodyAsync()).Text("access_token"));

        Assert.Equal("200", await (await http.GetAsync("/organisations")).VerdictAsync());
        Assert.Equal("403 not-allowed", await (await http.GetAsync("/accounts")).VerdictAsync());
        Assert.Equal("404 not-found", await (await http.GetAsync("/me")).VerdictAsync());
    }

    [Fact]
    public async Task The_secret_may_come_in_the_Authorization_header()
    {
        using var http = issuer.Browser();
        http.DefaultRequestHeaders.Authorization = Basic(Issuer.ServiceClient, issuer.Secret);
        var answer = await http.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }));
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_secret_given_in_two_places_is_refused()
    {
        using var http = issuer.Browser();
        http.DefaultRequestHeaders.Authorization = Basic(Issuer.ServiceClient, issuer.Secret);
        var answer = await http.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Issuer.ServiceClient,
            ["client_secret"] = issuer.Secret
        }));
        Assert.Equal("invalid_client", await answer.ErrorAsync());
    }

    [Theory]
    [InlineData("registration", "wrong")]
    [InlineData("registration", null)]
    [InlineData("nobody", "wrong")]
    [InlineData(null, null)]
    public async Task A_wrong_secret_and_an_unknown_client_get_the_same_answer(string? id, string? secret)
    {
        var answer = await issuer.TokenAsync(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret));
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Equal("""{"error":"invalid_client","error_description":"Client id or secret is wrong."}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_wrong_secret_in_the_Authorization_header_is_answered_with_a_challenge()
    {
        using var http = issuer.Browser();
        http.DefaultRequestHeaders.Authorization = Basic(Issuer.ServiceClient, "wrong");
        var answer = await http.PostAsync("/connect/token", new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials" }));

        Assert.Equal("invalid_client", await answer.ErrorAsync());
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("Basic", Assert.Single(answer.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task The_client_that_signs_people_in_has_no_standing_of_its_own() =>
        Assert.Equal("unauthorized_client", await (await issuer.TokenAsync(("grant_type", "client_credentials"))).ErrorAsync());

    [Fact]
    public async Task A_service_gets_no_codes()
    {
        using var browser = await issuer.SignedInAsync("park");
        Assert.Equal("400 unknown-client", await (await browser.GetAsync(issuer.AuthorizeUrl(("client_id", Issuer.ServiceClient)))).VerdictAsync());
    }

    [Theory]
    [InlineData("password", "unsupported_grant_type")]
    [InlineData("implicit", "unsupported_grant_type")]
    [InlineData(null, "invalid_request")]
    public async Task Grants_that_OAuth_gave_up_are_not_there(string? grant, string error) =>
        Assert.Equal(error, await (await issuer.TokenAsync(("grant_type", grant))).ErrorAsync());

    [Fact]
    public async Task A_request_that_is_no_form_is_refused()
    {
        using var http = issuer.Browser();
        Assert.Equal("invalid_request", await (await http.PostAsync("/connect/token", new StringContent("{}"))).ErrorAsync());
    }

    [Fact]
    public async Task Discovery_names_the_issuer_and_only_what_is_supported()
    {
        using var http = issuer.Browser();
        var found = await (await http.GetAsync("/.well-known/openid-configuration")).BodyAsync();

        Assert.Equal(issuer.Address, found.Text("issuer"));
        Assert.Equal(["S256"], found.GetProperty("code_challenge_methods_supported").EnumerateArray().Select(one => one.GetString()!));
        Assert.Equal(["code"], found.GetProperty("response_types_supported").EnumerateArray().Select(one => one.GetString()!));
    }

    private static AuthenticationHeaderValue Basic(string id, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{id}:{secret}")));
}
