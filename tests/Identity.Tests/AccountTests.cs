using System.Net.Http.Json;
using System.Text.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Identity.Tests;

/// <summary>The operator lets people in and shuts them out; nobody else does.</summary>
[Collection(nameof(Issuer))]
public sealed class AccountTests(Issuer issuer)
{
    [Fact]
    public async Task Somebody_new_signs_in_with_the_first_password_and_chooses_another()
    {
        var (id, name, password) = await CreateAsync();
        using var browser = await SignInAsync(name, password);
        var tokens = await (await issuer.RedeemAsync(Issuer.Sent(await browser.GetAsync(issuer.AuthorizeUrl()))["code"])).BodyAsync();
        using var http = As(tokens.Text("access_token"));

        Assert.Equal(id, (await (await http.GetAsync("/me")).BodyAsync()).GetProperty("id").GetGuid());
        Assert.Equal("204", await (await http.PostAsJsonAsync("/me/password", new { current = password, next = "correct horse battery" })).VerdictAsync());
        Assert.Equal("invalid_grant", await (await issuer.RefreshAsync(tokens.Text("refresh_token"))).ErrorAsync());
        using var again = await SignInAsync(name, "correct horse battery");
    }

    [Fact]
    public async Task A_new_password_needs_the_old_one_and_twelve_characters()
    {
        using var http = await issuer.AsAsync("expert");
        Assert.Equal(["/current wrong-password"], await (await http.PostAsJsonAsync("/me/password", new { current = "x", next = "long enough for a password" })).FieldErrorsAsync());
        Assert.Equal(["/next too-short"], await (await http.PostAsJsonAsync("/me/password", new { current = "x", next = "short" })).FieldErrorsAsync());
    }

    [Fact]
    public async Task Whoever_is_disabled_is_out_at_once_and_stays_out()
    {
        var (id, name, password) = await CreateAsync();
        using var browser = await SignInAsync(name, password);
        var tokens = await (await issuer.RedeemAsync(Issuer.Sent(await browser.GetAsync(issuer.AuthorizeUrl()))["code"])).BodyAsync();
        using var administrator = await issuer.AsAsync("operator");

        Assert.Equal("204", await (await administrator.PostAsync($"/accounts/{id}/disabling", null)).VerdictAsync());
        Assert.Equal("invalid_grant", await (await issuer.RefreshAsync(tokens.Text("refresh_token"))).ErrorAsync());
        Assert.StartsWith("/sign-in?", (await browser.GetAsync(issuer.AuthorizeUrl())).Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var refused = issuer.Browser();
        Assert.Equal("401 sign-in-refused", await (await refused.PostAsJsonAsync("/sessions", new { username = name, password })).VerdictAsync());
        Assert.Equal("204", await (await administrator.PostAsync($"/accounts/{id}/disabling", null)).VerdictAsync());
    }

    [Fact]
    public async Task A_reset_password_replaces_the_old_one()
    {
        var (id, name, password) = await CreateAsync();
        using var administrator = await issuer.AsAsync("operator");
        var reset = (await (await administrator.PostAsync($"/accounts/{id}/password", null)).BodyAsync()).Text("password");

        using var refused = issuer.Browser();
        Assert.Equal("401 sign-in-refused", await (await refused.PostAsJsonAsync("/sessions", new { username = name, password })).VerdictAsync());
        using var again = await SignInAsync(name, reset);
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        var (_, name, _) = await CreateAsync();
        Assert.Equal("409 username-taken", await (await PostAsync(name, "verifier")).VerdictAsync());
    }

    [Theory]
    [InlineData("emperor", null, "/role unknown-role")]
    [InlineData("service", null, "/role unknown-role")]
    [InlineData("province", null, "/province required")]
    [InlineData("city", null, "/province required")]
    [InlineData("national", "320000", "/province not-for-this-role")]
    [InlineData("verifier", "32", "/province wrong-form")]
    public async Task A_scope_that_does_not_belong_to_the_role_is_told_at_its_field(string role, string? province, string error) =>
        Assert.Equal([error], await (await PostAsync($"vera-{Guid.NewGuid():N}", role, province)).FieldErrorsAsync());

    [Fact]
    public async Task An_organisation_that_does_not_exist_has_no_accounts() =>
        Assert.Equal(["/organisationId unknown-organisation"], await (await PostAsync($"vera-{Guid.NewGuid():N}", "verifier", organisation: Guid.NewGuid())).FieldErrorsAsync());

    [Fact]
    public async Task The_operator_enters_an_organisation_and_finds_it_in_the_list()
    {
        using var administrator = await issuer.AsAsync("operator");
        var made = await (await administrator.PostAsJsonAsync("/organisations", new { name = "甲园区管委会", kind = "management-body" })).BodyAsync();
        var listed = (await (await administrator.GetAsync("/organisations?kind=management-body")).BodyAsync()).GetProperty("items").EnumerateArray().ToList();

        Assert.Contains(listed, one => one.GetProperty("id").GetGuid() == made.GetProperty("id").GetGuid());
        Assert.All(listed, one => Assert.Equal("management-body", one.Text("kind")));
    }

    [Fact]
    public async Task A_lead_verifier_sees_colleagues_and_nobody_else()
    {
        using var http = await issuer.AsAsync("verifier-lead");
        var roles = (await (await http.GetAsync("/colleagues")).BodyAsync()).GetProperty("items").EnumerateArray().Select(one => one.Text("role"));
        Assert.Equal(["verifier", "verifier-lead"], roles.Order());
    }

    [Theory]
    [InlineData("GET", "/accounts")]
    [InlineData("POST", "/accounts")]
    [InlineData("POST", "/organisations")]
    [InlineData("POST", "/accounts/00000000-0000-4000-8000-000000000001/disabling")]
    [InlineData("POST", "/accounts/00000000-0000-4000-8000-000000000001/password")]
    public async Task Only_the_operator_manages_accounts(string method, string path)
    {
        foreach (var persona in (string[])["park", "province", "national", "verifier-lead", "auditor"])
        {
            using var http = await issuer.AsAsync(persona);
            Assert.Equal("403 not-allowed", await (await http.SendAsync(new HttpMethod(method), path, new { })).VerdictAsync());
        }
    }

    private async Task<(Guid Id, string Name, string Password)> CreateAsync()
    {
        var name = $"vera-{Guid.NewGuid():N}";
        var made = await (await PostAsync(name, "verifier")).BodyAsync();
        return (made.GetProperty("id").GetGuid(), name, made.Text("password"));
    }

    private async Task<HttpResponseMessage> PostAsync(string name, string role, string? province = null, Guid? organisation = null)
    {
        using var administrator = await issuer.AsAsync("operator");
        organisation ??= (await administrator.GetFromJsonAsync<JsonElement>("/organisations")).GetProperty("items")[0].GetProperty("id").GetGuid();
        return await administrator.PostAsJsonAsync("/accounts", new { username = name, displayName = "Vera", role, organisationId = organisation, province });
    }

    private async Task<HttpClient> SignInAsync(string username, string password)
    {
        var browser = issuer.Browser();
        Assert.Equal("204", await (await browser.PostAsJsonAsync("/sessions", new { username, password })).VerdictAsync());
        return browser;
    }

    private HttpClient As(string token)
    {
        var http = issuer.Browser();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }
}
