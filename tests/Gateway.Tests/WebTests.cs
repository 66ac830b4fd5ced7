using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PilotRegistry.Testing;

namespace PilotRegistry.Gateway.Tests;

/// <summary>Pages and files, and the headers that every answer carries.</summary>
[Collection(nameof(Installation))]
public sealed class WebTests(Installation installation)
{
    [Theory]
    [InlineData("/desk", "desk")]
    [InlineData("/desk/applications/new", "desk")]
    [InlineData("/sign-in", "public")]
    public async Task Every_address_of_the_web_is_answered_with_its_page(string path, string page)
    {
        using var http = installation.Browser();
        var answer = await http.GetAsync(path);

        Assert.Equal($"<!doctype html><title>{page}</title>", await answer.Content.ReadAsStringAsync());
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("/", "/pages/zh")]
    [InlineData("/parks/7/years/2025", "/pages/zh/parks/7/years/2025")]
    [InlineData("/about", "/pages/zh/about")]
    [InlineData("/provinces/320000", "/pages/zh/provinces/320000")]
    [InlineData("/sitemap.xml", "/pages/sitemap.xml")]
    [InlineData("/en", "/pages/en")]
    [InlineData("/en/", "/pages/en")]
    [InlineData("/en/parks/7", "/pages/en/parks/7")]
    [InlineData("/nowhere", "/pages/zh/nowhere")]
    [InlineData("/desktop", "/pages/zh/desktop")]
    [InlineData("/sign-in/further", "/pages/zh/sign-in/further")]
    public async Task Public_pages_are_filled_by_disclosure(string path, string asked)
    {
        using var http = installation.Browser();
        Assert.Equal(asked, (await (await http.GetAsync(path)).BodyAsync()).GetProperty("path").GetString()!.TrimEnd('/'));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/parks/7")]
    [InlineData("/nowhere")]
    public async Task A_public_page_whose_service_is_away_is_the_unfilled_page_and_503(string path)
    {
        using var http = new HttpClient { BaseAddress = new(installation.OtherAddress) };
        using var answer = await http.GetAsync(path);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("<!doctype html><title>public</title>", await answer.Content.ReadAsStringAsync());
        Assert.Equal("503 service-unavailable", await (await http.GetAsync("/api/public/v1/parks")).VerdictAsync());
    }

    [Fact]
    public async Task A_page_that_the_browser_has_is_not_sent_again()
    {
        using var http = installation.Browser();
        var tag = (await http.GetAsync("/sign-in")).Headers.ETag!;
        http.DefaultRequestHeaders.IfNoneMatch.Add(tag);
        Assert.Equal(HttpStatusCode.NotModified, (await http.GetAsync("/sign-in")).StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_file_whose_name_carries_its_hash_is_kept_for_ever_and_sent_compressed(string encoding)
    {
        using var http = installation.Browser();
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        var answer = await http.GetAsync("/assets/app-1a2b3c.js");

        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
        Assert.Equal("text/javascript; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("/assets/app-gone.js")]
    [InlineData("/assets/../../../etc/passwd")]
    [InlineData("/assets/%2e%2e/%2e%2e/etc/passwd")]
    public async Task A_file_that_is_not_there_is_no_page(string path)
    {
        using var http = installation.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(installation.Address + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        Assert.DoesNotContain("root:", await (await http.SendAsync(request)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("404 not-found", await (await http.GetAsync("/assets/app-gone.js")).VerdictAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/desk")]
    [InlineData("/assets/app-1a2b3c.js")]
    [InlineData("/api/public/v1/parks")]
    [InlineData("/api/registration/v1/parks")]
    [InlineData("/api/acceptance/v1/acceptances")]
    [InlineData("/bff/session")]
    [InlineData("/nothing/at/all")]
    [InlineData("/checkpoint")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var http = installation.Browser();
        var headers = (await http.GetAsync(path)).Headers;

        Assert.Equal(
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; report-uri /csp-report",
            headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", headers.GetValues("Referrer-Policy").Single());
        Assert.False(headers.Contains("Server"));
    }

    [Theory]
    [InlineData("""{"csp-report":{"violated-directive":"script-src","blocked-uri":"http://evil.test/?secret","document-uri":"http://localhost/"}}""", "script-src", "http://evil.test/")]
    [InlineData("""{"csp-report":{"violated-directive":"a\nb","blocked-uri":7}}""", "ab", "?")]
    [InlineData("""[]""", "?", "?")]
    [InlineData("""nonsense""", "?", "?")]
    public async Task A_report_of_the_policy_is_taken_and_cannot_forge_the_log(string report, string directive, string blocked)
    {
        using var http = installation.Browser();
        using var body = new StringContent(report, Encoding.UTF8, "application/csp-report");
        Assert.Equal("204", await (await http.PostAsync("/csp-report", body)).VerdictAsync());

        var read = TakeCspReport.Read(Encoding.UTF8.GetBytes(report));
        Assert.Equal((directive, blocked), (read.Directive, read.Blocked));
    }

    [Fact]
    public async Task Only_reading_is_answered_with_pages()
    {
        using var http = installation.Browser();
        Assert.Equal("405 method-not-allowed", await (await http.PostAsync("/parks", null)).VerdictAsync());
    }
}
