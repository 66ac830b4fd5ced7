using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using PilotRegistry.Testing;

namespace PilotRegistry.Gateway.Tests;

/// <summary>What is forwarded where, and what never is.</summary>
[Collection(nameof(Installation))]
public sealed class ForwardingTests(Installation installation)
{
    [Theory]
    [InlineData("/api/registration/v1/applications/7?status=open", "/applications/7")]
    [InlineData("/api/submission/v1/submissions", "/submissions")]
    [InlineData("/api/verification/v1/bodies", "/bodies")]
    [InlineData("/api/disclosure/v1/dead-letters", "/dead-letters")]
    [InlineData("/api/disclosure/v1/leaves/0193503a-7b1c-7d0e-8f00-0123456789ab/erasure", "/leaves/0193503a-7b1c-7d0e-8f00-0123456789ab/erasure")]
    [InlineData("/api/disclosure/v1/leaves/0193503a-7b1c-7d0e-8f00-0123456789ab/disclosure", "/leaves/0193503a-7b1c-7d0e-8f00-0123456789ab/disclosure")]
    public async Task A_service_sees_its_own_paths(string path, string seen)
    {
        using var http = await AsAsync("park");
        Assert.Equal(seen, (await (await http.GetAsync(path)).BodyAsync()).GetProperty("path").GetString());
    }

    [Fact]
    public async Task The_public_needs_no_account()
    {
        using var http = installation.Browser();
        Assert.Equal("/parks", (await (await http.GetAsync("/api/public/v1/parks")).BodyAsync()).GetProperty("path").GetString());
        Assert.Equal(
            "/leaves/0193503a-7b1c-7d0e-8f00-0123456789ab/promise",
            (await (await http.GetAsync("/api/registration/v1/leaves/0193503a-7b1c-7d0e-8f00-0123456789ab/promise")).BodyAsync()).GetProperty("path").GetString());
        Assert.Equal("/openapi/v1.json", (await (await http.GetAsync("/openapi/registration.json")).BodyAsync()).GetProperty("path").GetString());
    }

    [Theory]
    [InlineData("/api/public/v1/disputes/followed")]
    [InlineData("/api/public/v1/disputes/followed/words")]
    [InlineData("/api/public/v1/parks/0193503a-7b1c-7d0e-8f00-0123456789ab/disputes")]
    public async Task Whoever_disputes_leaves_no_address_in_the_log(string path)
    {
        // Every address of 127.0.0.0/8 is this machine's.
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (to, cancel) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(IPAddress.Parse("127.0.0.77"), 0));
                await socket.ConnectAsync(IPAddress.Loopback, to.DnsEndPoint.Port, cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        })
        { BaseAddress = new(installation.Address) };
        using var content = new StringContent("""{"key":"x"}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(path, content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.NotEmpty(installation.Log.Lines);
        Assert.DoesNotContain(installation.Log.Lines, line => line.Contains("127.0.0.77", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/registration/v1/v1.0/publish/pubsub/parks")]
    [InlineData("/api/registration/v1/dapr/subscribe")]
    [InlineData("/api/registration/v1/DAPR/subscribe")]
    [InlineData("/api/registration/v1/%64apr/subscribe")]
    [InlineData("/api/registration/v1/x/../dapr/subscribe")]
    [InlineData("/api/registration/v1/%2e%2e/v1/dapr/subscribe")]
    [InlineData("/api/registration/v1//dapr/subscribe")]
    [InlineData("/api//registration/v1/dapr/subscribe")]
    [InlineData("/api/registration/v1/events/parks")]
    [InlineData("/api/registration/v1/healthz")]
    [InlineData("/api/registration/v1/leaves?after=1.1")]
    [InlineData("/api/registration/v1/leaves/0193503a-7b1c-7d0e-8f00-0123456789ab")]
    [InlineData("/api/registration/v1/Leaves/0193503a-7b1c-7d0e-8f00-0123456789ab/promise")]
    [InlineData("/api/registration/v1/leaves/{0193503a-7b1c-7d0e-8f00-0123456789ab}/promise")]
    [InlineData("/api/registration/v1/leaves/0193503a-7b1c-7d0e-8f00-0123456789ab/promise/")]
    [InlineData("/api/public/v1/healthz/")]
    [InlineData("/api/public/v1/openapi/v1.json")]
    [InlineData("/api/nobody/v1/parks")]
    [InlineData("/api/registration/v2/parks")]
    [InlineData("/api")]
    [InlineData("/bff/nothing")]
    [InlineData("/openapi/nobody.json")]
    public async Task What_is_inside_or_not_there_is_404_and_a_problem(string path)
    {
        using var http = await AsAsync("operator");
        // The raw form, which Uri would tidy up.
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(installation.Address + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        var answer = await http.SendAsync(request);

        Assert.Equal("404 not-found", await answer.VerdictAsync());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/checkpoint")]
    [InlineData("/tile/8/0/x000")]
    [InlineData("/policy")]
    [InlineData("/keys.txt")]
    [InlineData("/proof/inclusion")]
    public async Task The_log_stands_at_the_root_for_anybody(string path)
    {
        using var http = installation.Browser();

        Assert.Equal(path, (await (await http.GetAsync(path)).BodyAsync()).GetProperty("path").GetString());
        Assert.Equal("405 method-not-allowed", await (await http.PostAsync(path, null)).VerdictAsync());
    }

    [Fact]
    public async Task Nobody_passes_as_a_neighbour_or_as_another_address()
    {
        using var http = await AsAsync("park");
        foreach (var header in (string[])["dapr-api-token", "Forwarded", "X-Real-IP", "X-HTTP-Method-Override", "X-Original-URL"]) http.DefaultRequestHeaders.Add(header, "for=10.0.0.1");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "10.0.0.1");
        http.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.test");
        http.DefaultRequestHeaders.Add("Cookie", "a=b; registry-issuer=c; registry-session=d");
        var answer = await http.GetAsync("/api/registration/v1/parks");
        var seen = (await answer.BodyAsync()).GetProperty("headers");

        foreach (var header in (string[])["dapr-api-token", "forwarded", "x-real-ip", "x-http-method-override", "x-original-url", "cookie"])
            Assert.False(seen.TryGetProperty(header, out _), header);
        Assert.Equal("127.0.0.1", seen.GetProperty("x-forwarded-for").GetString());
        Assert.Equal(new Uri(installation.Address).Authority, seen.GetProperty("x-forwarded-host").GetString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_service_that_does_not_answer_is_503_and_a_problem()
    {
        using var http = await AsAsync("park");
        var answer = await http.GetAsync("/api/acceptance/v1/acceptances");

        Assert.Equal("503 service-unavailable", await answer.VerdictAsync());
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task A_request_of_more_than_four_megabytes_is_413()
    {
        using var http = await AsAsync("park");
        // Asks before it sends: a gateway that refuses and hangs up would otherwise race with the client's writing.
        http.DefaultRequestHeaders.ExpectContinue = true;
        using var body = new ByteArrayContent(new byte[4 * 1024 * 1024 + 1]);
        Assert.Equal("413 too-large", await (await http.PostAsync("/api/registration/v1/applications", body)).VerdictAsync());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Answers_are_compressed_as_the_caller_asks(string encoding)
    {
        using var http = await AsAsync("park");
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        var answer = await http.PostAsync("/api/registration/v1/applications", new StringContent(new string('x', 5000), Encoding.UTF8, "application/json"));

        Assert.Equal([encoding], answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Health_names_every_part_and_is_503_while_one_is_missing()
    {
        using var http = installation.Browser();
        var answer = await http.GetAsync("/healthz");
        var parts = (await answer.BodyAsync()).GetProperty("parts");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.False(parts.GetProperty("acceptance").GetBoolean());
        Assert.All((string[])["registration", "submission", "verification", "disclosure", "identity", "ledger", "workflows", "database"], part => Assert.True(parts.GetProperty(part).GetBoolean(), part));
    }

    private async Task<HttpClient> AsAsync(string persona)
    {
        var http = installation.Browser();
        http.DefaultRequestHeaders.Authorization = new("Bearer", await installation.TokenAsync(persona));
        return http;
    }
}
