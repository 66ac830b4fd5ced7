using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace PilotRegistry.Testing;

/// <summary>The registry's own issuer with its demo accounts, on real HTTP and a fresh database, under a clock that the test moves.</summary>
/// <typeparam name="TProgram">Identity's <c>Program</c>.</typeparam>
public class RealIssuer<TProgram> : IAsyncLifetime
    where TProgram : class
{
    public const string CodeClient = "gateway";
    public const string ServiceClient = "registration";

    private readonly string folder = Path.Combine(Path.GetTempPath(), $"registry-{Guid.NewGuid():N}");
    private readonly Dictionary<string, string> settings = [];
    private WebApplicationFactory<TProgram>? factory;
    private TestDatabase? database;

    public SettableClock Clock { get; } = new();

    public TestDatabase Database => database!;

    /// <summary>The <c>iss</c> claim, and where it is reached.</summary>
    public string Address { get; } = $"http://127.0.0.1:{Ports.Free()}";

    public string Secret { get; } = RandomNumberGenerator.GetHexString(40);

    /// <summary>Where the code client lives; set before the first test when somebody really listens there.</summary>
    public string RedirectUri { get; init; } = "http://client.test/callback";

    public string AccountsFile => Path.Combine(folder, "demo-accounts.json");

    public IServiceProvider Services => factory!.Services;

    public virtual async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync("identity");
        settings["Database:Serving"] = database.Serving;
        settings["Auth:Issuer"] = Address;
        settings["Auth:Discovery"] = Address;
        settings["Auth:Audience"] = TestIssuer.Audience;
        settings["Identity:KeyEncryptionKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        settings["Identity:SignInTriesPerMinute"] = "10000";
        Assert.Equal(0, Run("--migrate"));
        factory = new WebApplicationFactory<TProgram>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Production");
            foreach (var (key, value) in settings) web.UseSetting(key, value);
            web.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        });
        factory.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, new Uri(Address).Port));
        factory.StartServer();
    }

    public virtual async Task DisposeAsync()
    {
        await factory!.DisposeAsync();
        await database!.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>Runs one of the program's other modes to its end.</summary>
    /// <returns>The exit code.</returns>
    public int Run(string mode, params string[] more)
    {
        string[] arguments =
        [
            mode, .. more.DefaultIfEmpty("now"), .. settings.Select(s => $"--{s.Key}={s.Value}"),
            $"--Database:Owner={Database.Owner}", $"--Database:Admin={Database.Admin}", $"--Demo:AccountsFile={AccountsFile}",
            $"--Identity:Clients:{CodeClient}:Secret={Secret}", $"--Identity:Clients:{CodeClient}:RedirectUri={RedirectUri}",
            $"--Identity:Clients:{CodeClient}:PostLogoutRedirectUri={new Uri(new(RedirectUri), "/")}",
            $"--Identity:Clients:{ServiceClient}:Secret={Secret}", $"--Identity:Clients:workflows:Secret={Secret}",
        ];
        return (int)typeof(TProgram).Assembly.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)!;
    }

    /// <summary>One line of the demo accounts, e.g. <c>Account("park").GetProperty("password")</c>.</summary>
    public JsonElement Account(string persona) => JsonElement.Parse(File.ReadAllText(AccountsFile))
        .EnumerateArray().Single(account => account.GetProperty("persona").GetString() == persona);

    /// <summary>A browser: keeps cookies, and shows redirects instead of following them.</summary>
    public HttpClient Browser() => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new() }) { BaseAddress = new(Address) };
}
