using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults.Sealing;

namespace PilotRegistry.ServiceDefaults;

/// <summary>What every service has: its record, its callers, its errors, its health. One call each, in this order.</summary>
public static class RegistryService
{
    /// <summary>
    /// Registers a service called <paramref name="name"/> (also its schema) whose events are declared in
    /// <paramref name="program"/> and in Contracts, and in the public log as <paramref name="seals"/> says.
    /// </summary>
    public static WebApplicationBuilder AddRegistryService(
        this WebApplicationBuilder builder, string name, Assembly program, Action<EventSeals> seals, params IReadOnlyList<View> views)
    {
        builder.AddServiceDefaults(name);
        builder.Services.AddSingleton(new ServiceIdentity(name, program));
        builder.Services.AddSingleton(new EventCatalogue(RegistryJson.Events, program, typeof(ParkEvent).Assembly, typeof(LeafFields).Assembly));
        var named = new EventSeals(name);
        seals(named);
        builder.Services.AddSingleton(named);
        builder.Services.AddSingleton(p => new EventDatabase(
            EventDatabase.Connect(p.GetRequiredService<IOptions<DatabaseOptions>>().Value.Serving, name),
            p.GetRequiredService<EventCatalogue>(), views)
        {
            Seal = named.Write,
        });
        builder.Services.AddPromises();
        builder.Services.AddTransient<IStartupFilter, HeadAsGet>();
        builder.Services.AddSingleton<ViewReader>().AddSingleton<Feed>().AddSingleton<Leaves>().AddSingleton<Disclosures>().AddSingleton<Checkpoints>();
        builder.Services.AddValidation();
        builder.Services.AddIdempotency(p => p.GetRequiredService<EventDatabase>().Source);
        builder.Services.AddScoped(CallerEnvelope.Of).AddScoped(p => new Store(
            p.GetRequiredService<EventDatabase>(), p.GetRequiredService<Envelope>(), p.GetRequiredService<TimeProvider>(), CallerEnvelope.KeyOf(p))
        {
            OnRecorded = GivePromise.Header(p, name),
        });
        return builder;
    }

    /// <summary>The part of it that needs no record, for processes that keep none: accounts, gateway.</summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string name)
    {
        builder.Host.UseDefaultServiceProvider(o => (o.ValidateOnBuild, o.ValidateScopes) = (true, true));
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration("Database").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddRegistryAuthentication(builder.Configuration);
        builder.Services.AddProblems();
        builder.Services.AddServiceOpenApi(name);
        builder.AddTelemetry(name);
        return builder;
    }

    /// <summary>The pipeline and the routes that every service has; returns the group for its own routes.</summary>
    public static RouteGroupBuilder MapRegistryService(this WebApplication app)
    {
        app.UseExceptionHandler().UseStatusCodePages();
        app.UseAuthentication().UseAuthorization();
        app.UsePlainQuery();
        app.UseIdempotency();
        app.MapGet("/healthz", HealthAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapLeafFeed();
        app.MapGivePromise();
        app.MapDiscloseField();
        app.MapEraseField();
        app.MapSettleCommand();
        return app.MapGroup("");
    }

    /// <summary>Serves; or, as the arguments say, migrates or rebuilds a view, and ends.</summary>
    public static Task<int> RunRegistryServiceAsync(this WebApplication app, string[] args) => app.ToExitCodeAsync(async () =>
    {
        switch (args)
        {
            case ["--migrate", ..]:
                await Maintenance.MigrateAsync(app.Services);
                break;
            case ["--rebuild", var view, ..]:
                await Maintenance.RebuildAsync(app.Services, view);
                break;
            default:
                await Maintenance.VerifyAsync(app.Services);
                await app.RunAsync();
                break;
        }
    });

    /// <summary>0, or 1 with one line that says what to mend.</summary>
    public static async Task<int> ToExitCodeAsync(this WebApplication app, Func<Task> work)
    {
        try
        {
            await work();
            return 0;
        }
        catch (Exception broken) when (broken is InvalidOperationException or OptionsValidationException or Npgsql.NpgsqlException)
        {
            await Console.Error.WriteLineAsync($"{app.Environment.ApplicationName}: {broken.Message}");
            return 1;
        }
    }

    private static async Task<IResult> HealthAsync(EventDatabase database, IEnumerable<HealthNote> notes, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancel);
        return Results.Text(string.Join('\n', notes.Select(note => note.Text).Prepend("healthy")));
    }
}

/// <summary>One line that a healthy service adds to its health, for an operator: e.g. that mail is off.</summary>
public sealed record HealthNote(string Text);

/// <summary>Which service this process is, and where its SQL lies.</summary>
public sealed record ServiceIdentity(string Name, Assembly Program)
{
    /// <summary>Assemblies with SQL beyond the event store's own; grown by what the service adds, e.g. messaging.</summary>
    public List<Assembly> Scripts { get; } = [typeof(ServiceIdentity).Assembly, Program];
}
