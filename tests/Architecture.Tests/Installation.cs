using System.Security.Cryptography;
using PilotRegistry.Testing;

namespace PilotRegistry.Architecture;

/// <summary>
/// The whole installation in one process: every service on its own fresh database and on real HTTP, asking each other as they
/// do in earnest, with events on their way to Disclosure; and the gateway before them.
/// </summary>
public sealed class Installation : IAsyncLifetime
{
    private readonly Dictionary<string, Uri> addresses =
        new[] { "registration", "submission", "verification", "acceptance", "disclosure", "identity", "ledger", "workflows", "gateway" }
            .ToDictionary(name => name, _ => new Uri($"http://127.0.0.1:{Ports.Free()}"));

    private TestIssuer? issuer;

    /// <summary>All but the gateway.</summary>
    public IReadOnlyList<IRunning> Services { get; private set; } = [];

    /// <summary>The gateway included.</summary>
    public IReadOnlyList<IRunning> Processes { get; private set; } = [];

    /// <summary>A park's life up to its request for acceptance, played once.</summary>
    public Life Life { get; private set; } = null!;

    public IRunning this[string name] => Processes.Single(p => p.Name == name);

    public async Task InitializeAsync()
    {
        issuer = await TestIssuer.StartAsync();
        Services =
        [
            Run<Registration.ApplicationState>("registration"),
            Run<Submission.SubmissionState>("submission", ("Evidence:Folder", Path.Combine(Path.GetTempPath(), "registry-evidence"))),
            Run<Verification.VerificationState>("verification"),
            Run<Acceptance.AcceptanceState>("acceptance"),
            Run<Disclosure.ParkPages>("disclosure", ("Disclosure:CalculationsPerMinute", "100000"), ("Disclosure:DisputesPerHour", "100000"), ("Disclosure:FollowsPerMinute", "100000"), ("Disclosure:SubscriptionsPerHour", "100000")),
            Run<Identity.IdentitySettings>("identity", ("Identity:KeyEncryptionKey", Key()), ("Identity:SignInTriesPerMinute", "10000")),
            Run<Ledger.LedgerSettings>("ledger", [.. Ledger()]),
            Run<Workflows.Host.InstanceState>("workflows", ("Workflows:ClientSecret", Key())),
        ];
        Processes = [.. Services, Run<Gateway.GatewaySettings>("gateway", [.. Gateway()])];
        await Task.WhenAll(Processes.Select(p => p.InitializeAsync()));
        Life = await Life.PlayAsync(this);
    }

    public async Task DisposeAsync()
    {
        await Task.WhenAll(Processes.Select(p => p.DisposeAsync()));
        await issuer!.DisposeAsync();
    }

    private static string Key() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private Running<TOfProgram> Run<TOfProgram>(string name, params IReadOnlyList<(string Key, string Value)> settings)
        where TOfProgram : class
    {
        var running = new Running<TOfProgram>(name, issuer!, addresses[name]);
        running.Set("Dapr:HttpEndpoint", addresses[name].OriginalString);
        running.Set("Messaging:Subscribers:disclosure", addresses["disclosure"].OriginalString);
        foreach (var (service, address) in addresses)
        {
            running.Set($"Services:{service}", address.OriginalString);
        }

        foreach (var (key, value) in settings)
        {
            running.Set(key, value);
        }

        return running;
    }

    private static IEnumerable<(string Key, string Value)> Ledger()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var folder = Directory.CreateTempSubdirectory("registry-ledger").FullName;
        return
        [
            ("Ledger:Origin", "registry.example"), ("Ledger:Folder", Path.Combine(folder, "public")), ("Ledger:Guard", Path.Combine(folder, "guard")),
            ("Ledger:Ed25519Key", Key()), ("Ledger:EcdsaKey", Convert.ToBase64String(key.ExportPkcs8PrivateKey())), ("Ledger:ClientSecret", Key()),
        ];
    }

    private IEnumerable<(string Key, string Value)> Gateway() =>
    [
        ("Gateway:PublicUrl", addresses["gateway"].OriginalString), ("Gateway:ClientId", "gateway"), ("Gateway:ClientSecret", Key()),
        ("Gateway:TokenKey", Key()), ("Gateway:WebRoot", Path.Combine(Repository.Root, "docs")),
        ("Gateway:RequestsPerSecond", "100000"), ("Gateway:SignInsPerMinute", "100000"),
        .. addresses.Where(a => a.Key != "gateway").Select(a => ($"ReverseProxy:Clusters:{a.Key}:Destinations:one:Address", a.Value.OriginalString)),
    ];
}

/// <summary>One of the processes, whatever its program.</summary>
public interface IRunning : IAsyncLifetime
{
    string Name { get; }

    IServiceProvider Services { get; }

    Permits Permits { get; }

    HttpClient As(Persona persona);

    HttpClient Anonymous();
}

/// <typeparam name="TOfProgram">Any type of the service's program.</typeparam>
public sealed class Running<TOfProgram>(string name, TestIssuer issuer, Uri address) : ServiceUnderTest<TOfProgram>(name, issuer, address), IRunning
    where TOfProgram : class
{
    public string Name { get; } = name;
}

[CollectionDefinition(nameof(Installation))]
public sealed class InstallationTests : ICollectionFixture<Installation>;
