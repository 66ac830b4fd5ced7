using Microsoft.Extensions.Options;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Ledger.Features;
using PilotRegistry.Ledger.Keys;
using PilotRegistry.Ledger.Publishing;
using PilotRegistry.Ledger.Sequencing;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger;

/// <summary>What the log's service is made of.</summary>
public static class LedgerSetup
{
    public const string Schema = "ledger";

    public static WebApplicationBuilder AddLedger(this WebApplicationBuilder builder, bool asOwner)
    {
        builder.AddServiceDefaults(Schema);
        var services = builder.Services;
        services.AddOptions<LedgerSettings>().BindConfiguration("Ledger").ValidateDataAnnotations().ValidateOnStart();
        services.AddPromises();
        services.AddSingleton(p => EventDatabase.Connect(ConnectionString(p.GetRequiredService<IOptions<DatabaseOptions>>().Value, asOwner), Schema));
        services.AddSingleton<KnownSubtrees>().AddSingleton<LogIdentity>().AddSingleton<KeyChange>().AddSingleton<LogTable>().AddSingleton<LeafSource>().AddSingleton<LogHealth>().AddSingleton<Witnesses>();
        services.AddSingleton(p => new LogFolder(p.GetRequiredService<IOptions<LedgerSettings>>().Value.Folder));
        // A guard that another process still holds is asked for again.
        services.AddSingleton(p => new Lazy<Publisher>(() => PublisherOf(p), LazyThreadSafetyMode.PublicationOnly));
        services.AddHttpClient(nameof(LeafSource), http => http.Timeout = TimeSpan.FromSeconds(10));
        services.AddServiceToken("ledger", nameof(LeafSource), p => p.GetRequiredService<IOptions<LedgerSettings>>().Value.ClientSecret);
        services.AddHttpClient(nameof(Witnesses), http => http.Timeout = TimeSpan.FromSeconds(5));
        if (!asOwner)
        {
            services.AddHostedService<Sequencer>();
        }

        return builder;
    }

    public static void MapLedger(this WebApplication app)
    {
        app.UseExceptionHandler().UseStatusCodePages();
        app.UseAuthentication().UseAuthorization();
        app.MapGet("/healthz", HealthAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapServeLog();
        app.MapProve();
    }

    /// <summary><c>--migrate</c>: roles and schema.</summary>
    public static async Task MigrateAsync(IServiceProvider services)
    {
        var database = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        if (database.Admin is { } admin)
        {
            await DatabaseRoles.EnsureAsync(admin, database.Owner!, database.Serving, Schema);
        }

        await SchemaScripts.ApplyAsync(services.GetRequiredService<NpgsqlDataSource>(), database.ServingRole, [typeof(LedgerSetup).Assembly]);
    }

    private static Publisher PublisherOf(IServiceProvider p)
    {
        var (log, witnesses) = (p.GetRequiredService<LogIdentity>(), p.GetRequiredService<Witnesses>());
        return new(
            log.Origin, p.GetRequiredService<LogFolder>(), new Guard(p.GetRequiredService<IOptions<LedgerSettings>>().Value.Guard), log.Signers,
            witnesses.CosignAsync, p.GetRequiredService<LogTable>().ReadAsync);
    }

    private static string ConnectionString(DatabaseOptions database, bool asOwner) => asOwner
        ? database.Owner ?? throw new InvalidOperationException("Set Database__Owner to the connection string of the schema's owner.")
        : database.Serving;

    /// <summary>503 with a line for each thing that is wrong.</summary>
    private static async Task<IResult> HealthAsync(NpgsqlDataSource database, LogHealth health, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancel);
        return health.Wrong is { Count: > 0 } wrong ? Results.Text(string.Join('\n', wrong), statusCode: StatusCodes.Status503ServiceUnavailable) : Results.Text("healthy");
    }
}
