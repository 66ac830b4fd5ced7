extern alias Identity;

using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Testing;

namespace PilotRegistry.Gateway.Tests;

/// <summary>
/// The real gateway twice, over one database and the real issuer, on real HTTP; the other services are stubs that answer
/// with what reached them.
/// </summary>
public sealed class Installation : IAsyncLifetime
{
    private readonly int port = Ports.Free();
    private readonly List<WebApplicationFactory<Program>> gateways = [];
    private readonly string web = Path.Combine(Path.GetTempPath(), $"registry-web-{Guid.NewGuid():N}");
    private TestDatabase? database;
    private Stub? echo;

    public Installation() => Issuer = new() { RedirectUri = $"http://127.0.0.1:{port}/bff/callback" };

    public RealIssuer<Identity::Program> Issuer { get; }

    public string Address => $"http://127.0.0.1:{port}";

    /// <summary>The second gateway. Cookies know no port: what one gave, the other takes.</summary>
    public string OtherAddress { get; } = $"http://127.0.0.1:{Ports.Free()}";

    public TestDatabase Database => database!;

    /// <summary>What the gateway logs.</summary>
    public KeptLog Log { get; } = new();

    public async Task InitializeAsync()
    {
        await Issuer.InitializeAsync();
        database = await TestDatabase.CreateAsync("gateway");
        echo = await Stub.StartAsync(routes => routes.Map("/{**path}", Echo));
        WritePages();

        var settings = Settings();
        string[] arguments =
        [
            "--migrate", "now", .. settings.Select(s => $"--{s.Key}={s.Value}"),
            $"--Database:Owner={database.Owner}", $"--Database:Admin={database.Admin}",
        ];
        Assert.Equal(0, typeof(Program).Assembly.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null));
        Start(Address, settings);
        // The second one's Disclosure is away: nobody listens there.
        Start(OtherAddress, new(settings) { ["ReverseProxy:Clusters:disclosure:Destinations:one:Address"] = "http://127.0.0.1:9" });
    }

    public async Task DisposeAsync()
    {
        foreach (var gateway in gateways) await gateway.DisposeAsync();
        await Issuer.DisposeAsync();
        await echo!.DisposeAsync();
        await database!.DisposeAsync();
        Directory.Delete(web, recursive: true);
    }

    /// <summary>A browser: keeps cookies, and shows redirects instead of following them.</summary>
    public HttpClient Browser(CookieContainer? cookies = null) => new(new HttpClientHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = cookies ?? new(),
        AutomaticDecompression = DecompressionMethods.None
    })
    { BaseAddress = new(Address) };

    /// <summary>A browser whose user has signed in on the page, from the first redirect to the last.</summary>
    public async Task<HttpClient> SignedInAsync(string persona, CookieContainer? cookies = null)
    {
        var browser = Browser(cookies);
        var begun = await browser.GetAsync("/bff/sign-in?returnUrl=/desk");
        // The issuer's public address in these tests is its own; in an installation it is the gateway's.
        await browser.PostAsJsonAsync($"{Issuer.Address}/sessions", new { username = Of(persona, "username"), password = Of(persona, "password") });
        var authorized = await browser.GetAsync(begun.Headers.Location);
        var finished = await browser.GetAsync(authorized.Headers.Location);
        Assert.True(finished.StatusCode == HttpStatusCode.Redirect, await finished.Content.ReadAsStringAsync());
        Assert.Equal("/desk", finished.Headers.Location?.OriginalString);
        return browser;
    }

    /// <summary>The token that unsafe requests of this browser must carry.</summary>
    public static async Task<string> AntiforgeryAsync(HttpClient browser) =>
        (await browser.GetFromJsonAsync<JsonElement>("/bff/session")).GetProperty("antiforgery").GetString()!;

    public async Task<string> TokenAsync(string persona)
    {
        using var http = Browser();
        var answer = await http.PostAsync($"{Issuer.Address}/connect/token", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = Of(persona, "clientId"),
            ["client_secret"] = Of(persona, "clientSecret")
        }));
        return (await answer.BodyAsync()).GetProperty("access_token").GetString()!;
    }

    private string Of(string persona, string member) => Issuer.Account(persona).GetProperty(member).GetString()!;

    private Dictionary<string, string> Settings()
    {
        var settings = new Dictionary<string, string>
        {
            ["Database:Serving"] = Database.Serving,
            ["Auth:Issuer"] = Issuer.Address,
            ["Auth:Discovery"] = Issuer.Address,
            ["Auth:Audience"] = TestIssuer.Audience,
            ["Gateway:PublicUrl"] = Address,
            ["Gateway:ClientId"] = "gateway",
            ["Gateway:ClientSecret"] = Issuer.Secret,
            ["Gateway:TokenKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Gateway:WebRoot"] = web,
            ["Gateway:RequestsPerSecond"] = "100000",
            ["Gateway:RequestsPerSecondOfSession"] = "100000",
            ["Gateway:SignInsPerMinute"] = "100000",
            ["ReverseProxy:Clusters:identity:Destinations:one:Address"] = Issuer.Address,
            // Nobody listens there.
            ["ReverseProxy:Clusters:acceptance:Destinations:one:Address"] = "http://127.0.0.1:9",
        };
        foreach (var service in (string[])["registration", "submission", "verification", "disclosure", "ledger", "workflows"])
            settings[$"ReverseProxy:Clusters:{service}:Destinations:one:Address"] = echo!.Address;
        return settings;
    }

    private void Start(string address, Dictionary<string, string> settings)
    {
        var gateway = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production");
            foreach (var (key, value) in settings) host.UseSetting(key, value);
            host.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Issuer.Clock).AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(Log));
        });
        gateway.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, new Uri(address).Port));
        gateway.StartServer();
        gateways.Add(gateway);
    }

    private void WritePages()
    {
        Directory.CreateDirectory(Path.Combine(web, "assets"));
        File.WriteAllText(Path.Combine(web, "index.html"), "<!doctype html><title>public</title>");
        File.WriteAllText(Path.Combine(web, "desk.html"), "<!doctype html><title>desk</title>");
        File.WriteAllText(Path.Combine(web, "assets", "app-1a2b3c.js"), new string('x', 5000));
    }

    /// <summary>What reached the service.</summary>
    private static async Task<IResult> Echo(HttpRequest request)
    {
        var body = await new StreamReader(request.Body).ReadToEndAsync();
        request.HttpContext.Response.Headers.SetCookie = "from-a-service=1";
        return Results.Json(new
        {
            path = request.Path.Value,
            headers = request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()),
            body
        });
    }
}

/// <summary>One installation for all tests: each uses its own browsers.</summary>
[CollectionDefinition(nameof(Installation))]
public sealed class OneInstallation : ICollectionFixture<Installation>;
