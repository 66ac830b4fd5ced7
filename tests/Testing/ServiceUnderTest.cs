using System.Diagnostics;
using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace PilotRegistry.Testing;

/// <summary>
/// The real service on a fresh database of its own: migrated by its own <c>--migrate</c>, serving as its serving role,
/// called with real tokens. What it needs of other services is a stub on real HTTP (<see cref="Stub"/>).
/// </summary>
/// <param name="name">The service, also its schema.</param>
/// <param name="shared">The issuer that several services trust; one of its own otherwise.</param>
/// <param name="address">Where it listens when other services call it; in memory otherwise.</param>
/// <typeparam name="TProgram">Any type of the service's program.</typeparam>
public class ServiceUnderTest<TProgram>(string name, TestIssuer? shared = null, Uri? address = null) : IAsyncLifetime
    where TProgram : class
{
    /// <summary>The key of the promises in tests; it protects nothing.</summary>
    public static readonly string PromiseKey = Convert.ToBase64String(new byte[32]);

    private readonly Dictionary<string, string> settings = [];
    private TestIssuer? issuer;
    private TestDatabase? database;
    private WebApplicationFactory<TProgram>? factory;
    private TestSidecar? sidecar;
    private Permits? permits;

    public TestDatabase Database => database!;

    /// <summary>What the service published so far.</summary>
    public TestSidecar Sidecar => sidecar!;

    /// <summary>Who has a task for which decision.</summary>
    public Permits Permits => permits!;

    /// <summary>The service's own container, for tests of what happens inside.</summary>
    public IServiceProvider Services => factory!.Services;

    /// <summary>A setting of the service, e.g. the address of a stub. Call before the first test runs.</summary>
    public void Set(string key, string value) => settings[key] = value;

    public virtual async Task InitializeAsync()
    {
        issuer = shared ?? await TestIssuer.StartAsync();
        database = await TestDatabase.CreateAsync(name);
        sidecar = await TestSidecar.StartAsync();
        Set("Database:Serving", database.Serving);
        Set("Auth:Issuer", issuer.Address);
        Set("Auth:Discovery", issuer.Address);
        Set("Auth:Audience", TestIssuer.Audience);
        Set("Promises:Origin", "registry.example");
        Set("Promises:Key", PromiseKey);
        settings.TryAdd("Dapr:HttpEndpoint", sidecar.Address);
        permits = await Permits.StartAsync();
        Set("Services:Workflows", permits.Address);
        Set("Dapr:ApiToken", TestSidecar.Token);
        Set("Dapr:AppToken", TestSidecar.Token);
        Migrate();
        factory = new WebApplicationFactory<TProgram>().WithWebHostBuilder(web =>
        {
            web.UseEnvironment("Production");
            foreach (var (key, value) in settings)
            {
                web.UseSetting(key, value);
            }

            web.ConfigureTestServices(Compose);
        });
        if (address is not null)
        {
            factory.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, address.Port));
            factory.StartServer();
        }
    }

    /// <summary>What the service is made of may be changed before it starts, e.g. its clock.</summary>
    protected virtual void Compose(IServiceCollection services)
    {
    }

    public virtual async Task DisposeAsync()
    {
        await factory!.DisposeAsync();
        await sidecar!.DisposeAsync();
        await permits!.DisposeAsync();
        await (shared is null ? issuer!.DisposeAsync() : default);
        await database!.DisposeAsync();
    }

    /// <summary>A client that is signed in as this person.</summary>
    public HttpClient As(Persona persona)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = issuer!.Bearer(persona);
        return client;
    }

    public HttpClient Anonymous() => address is null
        ? factory!.CreateClient(new() { AllowAutoRedirect = false })
        : new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };

    /// <summary>Another copy of the service on the same database, as a process that a test may kill.</summary>
    public Process StartCopy(Uri at)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(TProgram).Assembly.Location])
        {
            Environment = { ["ASPNETCORE_URLS"] = at.OriginalString, ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>SQL as the owner of the service's schema, for what a test can only bring about from below.</summary>
    public async Task<object?> AsOwnerAsync(string sql, params IReadOnlyList<object> values)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Database.Owner) { SearchPath = name, Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return await command.ExecuteScalarAsync();
    }

    /// <summary>How many events the record holds, as the owner sees it: for "nothing was written".</summary>
    public async Task<long> EventCountAsync(Guid stream)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Database.Serving) { SearchPath = name, Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand("select count(*) from mt_events where stream_id = $1");
        command.Parameters.Add(new() { Value = stream });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private void Migrate()
    {
        string[] arguments =
        [
            "--migrate", "now", .. settings.Select(s => $"--{s.Key}={s.Value}"),
            $"--Database:Owner={database!.Owner}", $"--Database:Admin={database.Admin}",
        ];
        var exitCode = typeof(TProgram).Assembly.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null);
        Assert.Equal(0, exitCode);
    }
}
