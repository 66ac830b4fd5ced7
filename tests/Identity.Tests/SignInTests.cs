using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.Options;
using PilotRegistry.Testing;

namespace PilotRegistry.Identity.Tests;

/// <summary>Name and password on the sign-in page. Each test that fails on purpose uses an account of its own.</summary>
[Collection(nameof(Issuer))]
public sealed class SignInTests(Issuer issuer)
{
    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        using var browser = issuer.Browser();
        var (name, _) = await NewAccountAsync();
        var wrong = await browser.PostAsJsonAsync("/sessions", new { username = name, password = "not the password" });
        var unknown = await browser.PostAsJsonAsync("/sessions", new { username = "nobody", password = "not the password" });

        Assert.Equal("401 sign-in-refused", await wrong.VerdictAsync());
        Assert.Equal(Told(await wrong.Content.ReadAsStringAsync()), Told(await unknown.Content.ReadAsStringAsync()));
        Assert.False(wrong.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task After_five_wrong_passwords_even_the_right_one_is_refused_for_a_while()
    {
        using var browser = issuer.Browser();
        var (name, password) = await NewAccountAsync();
        for (var tries = 0; tries < 5; tries++)
            await browser.PostAsJsonAsync("/sessions", new { username = name, password = "not the password" });

        Assert.Equal("401 sign-in-refused", await (await browser.PostAsJsonAsync("/sessions", new { username = name, password })).VerdictAsync());
    }

    [Fact]
    public async Task Tries_on_one_name_are_limited_and_on_others_not()
    {
        using var attempts = new SignInAttempts(Options.Create(new IdentitySettings { KeyEncryptionKey = "", SignInTriesPerMinute = 3 }));
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => attempts.MayTry("VERA")));
        Assert.True(attempts.MayTry("WANG"));
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_foreign_page_cannot_sign_anybody_in()
    {
        using var browser = issuer.Browser();
        browser.DefaultRequestHeaders.Add("Origin", "http://evil.test");
        Assert.Equal("403 foreign-origin", await (await browser.PostAsJsonAsync("/sessions", issuer.Password("park"))).VerdictAsync());
        Assert.Equal("403 foreign-origin", await (await browser.DeleteAsync("/sessions")).VerdictAsync());

        using var framed = issuer.Browser();
        framed.DefaultRequestHeaders.Add("Origin", issuer.Address);
        framed.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal("403 foreign-origin", await (await framed.PostAsJsonAsync("/sessions", issuer.Password("park"))).VerdictAsync());
    }

    [Fact]
    public async Task Our_own_page_can()
    {
        using var browser = issuer.Browser();
        browser.DefaultRequestHeaders.Add("Origin", issuer.Address);
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        Assert.Equal("204", await (await browser.PostAsJsonAsync("/sessions", issuer.Password("park"))).VerdictAsync());
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "username=a&password=b")]
    [InlineData("text/plain", """{"username":"a","password":"b"}""")]
    public async Task A_form_of_another_site_is_not_even_read(string type, string body)
    {
        using var browser = issuer.Browser();
        var answer = await browser.PostAsync("/sessions", new StringContent(body, Encoding.UTF8, type));
        Assert.Equal("415 not-json", await answer.VerdictAsync());
    }

    [Fact]
    public async Task The_cookie_cannot_be_read_by_scripts_nor_sent_by_other_sites()
    {
        using var browser = issuer.Browser();
        var answer = await browser.PostAsJsonAsync("/sessions", issuer.Password("park"));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));

        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_cookie_planted_beforehand_is_not_taken_over()
    {
        using var browser = issuer.Browser();
        var planted = new string('a', 43);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sessions") { Content = JsonContent.Create(issuer.Password("park")) };
        request.Headers.Add("Cookie", $"registry-issuer={planted}");
        await browser.SendAsync(request);

        using var attacker = issuer.Browser();
        attacker.DefaultRequestHeaders.Add("Cookie", $"registry-issuer={planted}");
        Assert.StartsWith("/sign-in?", (await attacker.GetAsync(issuer.AuthorizeUrl())).Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"username":"a"}""", "/password required")]
    [InlineData("""{"username":"a","password":"b","remember":true}""", "/remember unknown-member")]
    [InlineData("""{"username":1,"password":"b"}""", "/username wrong-type")]
    [InlineData("""{"username":"","password":"b"}""", "/username required")]
    public async Task What_is_missing_or_too_much_is_told_at_its_field(string body, string error)
    {
        using var browser = issuer.Browser();
        var answer = await browser.PostAsync("/sessions", new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal([error], await answer.FieldErrorsAsync());
    }

    private async Task<(string Name, string Password)> NewAccountAsync()
    {
        using var operatorHttp = await issuer.AsAsync("operator");
        var name = $"vera-{Guid.NewGuid():N}";
        var organisation = (await (await operatorHttp.GetAsync("/organisations")).BodyAsync()).GetProperty("items")[0].GetProperty("id").GetGuid();
        var made = await operatorHttp.PostAsJsonAsync("/accounts", new { username = name, displayName = "Vera", role = "verifier", organisationId = organisation });
        return (name, (await made.BodyAsync()).Text("password"));
    }

    /// <summary>Everything but the trace id.</summary>
    private static string Told(string problem) => problem[..problem.IndexOf("traceId", StringComparison.Ordinal)];
}
