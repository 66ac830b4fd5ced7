using PilotRegistry.Testing;

namespace PilotRegistry.Architecture;

/// <summary>Every service of the installation, running, each on its own fresh database.</summary>
public sealed class Installation : IAsyncLifetime
{
    private readonly List<IRunning> services =
    [
        new Running<Registration.ApplicationState>("registration"),
        new Running<Submission.SubmissionState>("submission"),
        new Running<Verification.VerificationState>("verification"),
        new Running<Disclosure.ParkPages>("disclosure"),
        new Running<Identity.IdentitySettings>("identity", ("Identity:KeyEncryptionKey", Convert.ToBase64String(new byte[32]))),
    ];

    public IReadOnlyList<IRunning> Services => services;

    public Task InitializeAsync() => Task.WhenAll(services.Select(s => s.InitializeAsync()));

    public Task DisposeAsync() => Task.WhenAll(services.Select(s => s.DisposeAsync()));
}

/// <summary>One of them, whatever its program.</summary>
public interface IRunning : IAsyncLifetime
{
    string Name { get; }

    IServiceProvider Services { get; }

    HttpClient As(Persona persona);

    HttpClient Anonymous();
}

/// <typeparam name="TOfProgram">Any type of the service's program.</typeparam>
public sealed class Running<TOfProgram> : ServiceUnderTest<TOfProgram>, IRunning
    where TOfProgram : class
{
    public Running(string name, params (string Key, string Value)[] settings)
        : base(name)
    {
        Name = name;
        foreach (var (key, value) in settings)
        {
            Set(key, value);
        }
    }

    public string Name { get; }
}

[CollectionDefinition(nameof(Installation))]
public sealed class InstallationTests : ICollectionFixture<Installation>;
