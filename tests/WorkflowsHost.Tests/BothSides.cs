using System.Diagnostics;
using Npgsql;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Tests;
using Command = PilotRegistry.Workflows.Engine.Command;

namespace PilotRegistry.Workflows.Host;

/// <summary>
/// The host and an owning service, Registration, each on its own database and as processes that a test may kill. A second host, in this
/// process, is what remains when the first dies.
/// </summary>
public sealed class BothSides : IAsyncLifetime
{
    private static readonly object Application = new
    {
        name = "演示零碳园区",
        province = Persona.Jiangsu,
        city = "盐城市",
        scope = "partial",
        constructionStart = 2025,
        constructionEnd = 2028,
        latitude = "33.2",
        longitude = "120.4",
        industryGroup = "新能源装备与材料型",
        fourBounds = "东至海堤",
        targets = new[] { new { year = 2028, core = "0.2" } },
        demo = true,
    };

    private readonly List<Process> processes = [];
    private TestIssuer? issuer;

    public Gate Gate { get; private set; } = null!;

    public ServiceUnderTest<Registration.ApplicationState> Owner { get; private set; } = null!;

    public ServiceUnderTest<InstanceState> Host { get; private set; } = null!;

    public Instances Instances => (Instances)Host.Services.GetService(typeof(Instances))!;

    public async Task InitializeAsync()
    {
        issuer = await TestIssuer.StartAsync();
        Gate = await Gate.OpenAsync();
        Owner = new("registration", issuer);
        Host = new("workflows", issuer);
        Host.Set("Workflows:ClientSecret", "of-the-host-in-tests-and-nowhere-else");
        Host.Set("Services:Registration", Gate.Address);
        await Task.WhenAll(Owner.InitializeAsync(), Host.InitializeAsync());

        // The second host is looked at, so it runs.
        _ = Instances;
    }

    public async Task DisposeAsync()
    {
        foreach (var process in processes) await KillAsync(process);
        await Task.WhenAll(Owner.DisposeAsync(), Host.DisposeAsync());
        await Gate.DisposeAsync();
        await issuer!.DisposeAsync();
    }

    public async Task<(Process Process, HttpClient Http)> StartHostAsync()
    {
        var at = new Uri($"http://127.0.0.1:{Ports.Free()}");
        var process = await ServingAsync(Host.StartCopy(at), at);
        var http = new HttpClient { BaseAddress = at };
        http.DefaultRequestHeaders.Authorization = issuer!.Bearer(Persona.OfProvince);
        return (process, http);
    }

    /// <summary>From now on the gate leads to it.</summary>
    public async Task<Process> StartOwnerAsync()
    {
        Gate.Behind = new Uri($"http://127.0.0.1:{Ports.Free()}");
        return await ServingAsync(Owner.StartCopy(Gate.Behind), Gate.Behind);
    }

    public static async Task KillAsync(Process process)
    {
        if (process.HasExited) return;
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>An application before the province, and its case with the open task on it.</summary>
    public async Task<(Guid Application, Guid Instance)> SubmittedAsync()
    {
        var park = Owner.As(Persona.OfPark);
        var application = (await DoAsync(park, HttpMethod.Post, "/applications", Application)).GetProperty("id").GetGuid();
        foreach (var chapter in new[] { "basis", "feasibility", "goals", "tasks", "economics", "safeguards" })
        {
            await DoAsync(park, HttpMethod.Put, $"/applications/{application}/chapters/{chapter}", new { text = "演示" });
        }

        await DoAsync(park, HttpMethod.Post, $"/applications/{application}/submission", new { });
        var (process, instance) = ($"p{Guid.NewGuid():N}", Guid.CreateVersion7());
        var drawing = Drawing.Of(process).Start().Decision("check", "application-completeness", "province").End().Paths("start check end");
        var publishing = (Publishing)Host.Services.GetService(typeof(Publishing))!;
        await publishing.PublishAsync(BpmnReader.Read(drawing.ToString()).File!, null, TimeProvider.System.GetUtcNow(), WorkflowsService.Operator, default);
        var facts = Variables.Of([("case", FeelValue.Of(application.ToString())), ("province", FeelValue.Of(Persona.Jiangsu))]);
        await Instances.StartAsync(new Command.Start(instance, process, facts, $"{instance}"), Persona.Jiangsu, WorkflowsService.Operator);
        return (application, instance);
    }

    /// <summary>Whoever records an event of this name waits for the test, until what is returned is disposed of.</summary>
    public static async Task<IAsyncDisposable> HoldAsync<T>(ServiceUnderTest<T> service, int number, string on)
        where T : class
    {
        await service.AsOwnerAsync(
            $"""
             create function wait_{number}() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock({number}); return new; end $$;
             create trigger wait_{number} before insert or update on {on} execute function wait_{number}();
             """);
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(service.Database.Owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var hold = new NpgsqlCommand($"select pg_advisory_lock({number})", connection);
        await hold.ExecuteNonQueryAsync();
        return connection;
    }

    public static Task WaitsAsync<T>(ServiceUnderTest<T> service, int number)
        where T : class => UntilAsync(async () => await service.AsOwnerAsync($"select exists (select from pg_locks where locktype = 'advisory' and objid = {number} and not granted)") is true, 20);

    /// <exception cref="TimeoutException">It did not hold within so many seconds.</exception>
    public static async Task UntilAsync(Func<Task<bool>> holds, int seconds)
    {
        var patience = Stopwatch.StartNew();
        while (!await holds())
        {
            if (patience.Elapsed > TimeSpan.FromSeconds(seconds)) throw new TimeoutException($"Not so within {seconds} seconds.");
            await Task.Delay(20);
        }
    }

    private async Task<Process> ServingAsync(Process process, Uri at)
    {
        processes.Add(process);
        using var http = new HttpClient { BaseAddress = at };
        await UntilAsync(() => HealthyAsync(http), 60);
        return process;
    }

    private static async Task<bool> HealthyAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync("/healthz")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<System.Text.Json.JsonElement> DoAsync(HttpClient by, HttpMethod method, string path, object body)
    {
        using var answer = await by.SendAsync(method, path, body, ifMatch: "*");
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.BodyAsync();
    }
}
