using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.Testing;

namespace PilotRegistry.Messaging.Example;

/// <summary>A small service on real HTTP with a database of its own; it can be stopped, killed and started again.</summary>
public sealed class Node : IAsyncDisposable
{
    public const string ApiToken = "api-token-of-the-tests";
    public const string AppToken = "app-token-of-the-tests";

    private readonly TestDatabase database;
    private readonly Dictionary<string, string> settings;
    private WebApplication? app;
    private Process? process;

    private Node(string name, TestDatabase database, IEnumerable<(string Key, string Value)> more)
    {
        (Name, this.database, Address) = (name, database, $"http://127.0.0.1:{FreePort()}");
        settings = new()
        {
            ["Node:Name"] = name,
            ["Urls"] = Address,
            ["Database:Serving"] = database.Serving,
            ["Auth:Issuer"] = "http://127.0.0.1:1",
            ["Auth:Discovery"] = "http://127.0.0.1:1",
            ["Auth:Audience"] = TestIssuer.Audience,
            ["Promises:Origin"] = "registry.example",
            ["Promises:Key"] = Convert.ToBase64String(new byte[32]),
            ["Dapr:HttpEndpoint"] = Address,
            ["Dapr:ApiToken"] = ApiToken,
            ["Dapr:AppToken"] = AppToken,
            ["Logging:LogLevel:Default"] = "None",
        };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }
    }

    public string Name { get; }

    public string Address { get; }

    public IServiceProvider Services => app!.Services;

    public EventDatabase Events => Services.GetRequiredService<EventDatabase>();

    public ManualClock Clock => Services.GetRequiredService<ManualClock>();

    public HttpClient Http => new() { BaseAddress = new(Address) };

    public static async Task<Node> CreateAsync(string name, params IEnumerable<(string Key, string Value)> more)
    {
        var node = new Node(name, await TestDatabase.CreateAsync(name), more);
        Assert.Equal(0, await NodeProgram.Main(
            ["--migrate", "now", .. node.Arguments, $"--Database:Owner={node.database.Owner}", $"--Database:Admin={node.database.Admin}"]));
        return node;
    }

    public static async Task<Node> StartAsync(string name, params IEnumerable<(string Key, string Value)> more)
    {
        var node = await CreateAsync(name, more);
        await node.StartAsync();
        return node;
    }

    public async Task StartAsync()
    {
        app = NodeProgram.Build(Arguments);
        await app.StartAsync();
    }

    public async Task StopAsync()
    {
        await app!.DisposeAsync();
        app = null;
    }

    /// <summary>As a process of its own, to be killed.</summary>
    public void StartProcess() => process = Process.Start(new ProcessStartInfo("dotnet", [typeof(NodeProgram).Assembly.Location, .. Arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    });

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process = null;
    }

    /// <summary>Records events in a stream, as a command of this service would.</summary>
    public Task AppendAsync(Guid stream, params IReadOnlyList<DomainEvent> events) => AppendAsync(Events, stream, events);

    /// <summary>The same while the service itself does not run.</summary>
    public async Task AppendFromOutsideAsync(Guid stream, params IReadOnlyList<DomainEvent> events)
    {
        var seals = new EventSeals(Name);
        NodeProgram.Name(seals);
        await using var outside = new EventDatabase(
            EventDatabase.Connect(database.Serving, Name), new(RegistryJson.Events, typeof(NodeProgram).Assembly, typeof(ParkEvent).Assembly))
        { Seal = seals.Write };
        await AppendAsync(outside, stream, events);
    }

    /// <summary>Hands an event over as a sidecar does.</summary>
    public async Task<HttpResponseMessage> DeliverAsync(string json, string? token = AppToken, string topic = "registration")
    {
        using var http = Http;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/events/{topic}") { Content = new StringContent(json, Encoding.UTF8, CloudEvent.MediaType) };
        if (token is not null)
        {
            request.Headers.Add("dapr-api-token", token);
        }

        return await http.SendAsync(request);
    }

    /// <summary>The rows of a query as text, a line each.</summary>
    public async Task<string> TextAsync(string sql)
    {
        await using var source = EventDatabase.Connect(database.Serving, Name);
        await using var command = source.CreateCommand($"select coalesce(string_agg(t::text, E'\\n'), '') from ({sql}) t");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }

        if (app is not null)
        {
            await StopAsync();
        }

        await database.DisposeAsync();
    }

    private string[] Arguments => [.. settings.Select(s => $"--{s.Key}={s.Value}")];

    private static async Task AppendAsync(EventDatabase into, Guid stream, IReadOnlyList<DomainEvent> events)
    {
        var store = new Store(into, new(Persona.OfProvince.Id.ToString(), "province", "Test"), TimeProvider.System);
        var history = await store.ReadAsync(stream);
        await store.CommitAsync([new("application", stream, history, events)]);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
