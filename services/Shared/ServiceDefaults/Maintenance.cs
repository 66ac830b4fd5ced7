using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PilotRegistry.EventStore;

namespace PilotRegistry.ServiceDefaults;

/// <summary>What the service's own program does besides serving.</summary>
public static class Maintenance
{
    /// <summary>Roles (when an administrator's connection is given), schema, views, leaves of what is older than the log.</summary>
    public static async Task MigrateAsync(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var identity = services.GetRequiredService<ServiceIdentity>();
        var owner = options.Owner ?? throw new InvalidOperationException("Set Database__Owner to the connection string of the schema's owner.");
        if (options.Admin is { } admin)
        {
            await DatabaseRoles.EnsureAsync(admin, owner, options.Serving, identity.Name);
        }

        var serving = services.GetRequiredService<EventDatabase>();
        await using var owned = new EventDatabase(EventDatabase.Connect(owner, identity.Name), serving.Catalogue, serving.Views) { Seal = serving.Seal };
        await Migration.RunAsync(owned, options.ServingRole, identity.Scripts);
        await LateSeals.RunAsync(owned);
        foreach (var tables in services.GetServices<FoldedTables>())
        {
            await tables.BringUpAsync(owned.Source);
        }
    }

    /// <summary>Refuses to serve on tables that an older fold has written.</summary>
    public static async Task VerifyAsync(IServiceProvider services)
    {
        var database = services.GetRequiredService<EventDatabase>();
        await Migration.VerifyAsync(database, services.GetRequiredService<ServiceIdentity>().Scripts);
        if (!await LateSeals.AreDoneAsync(database))
        {
            throw new InvalidOperationException("Events from before the public log have no leaves yet. Run it with --migrate first.");
        }

        foreach (var tables in services.GetServices<FoldedTables>())
        {
            await tables.VerifyAsync(database.Source);
        }
    }

    /// <summary>Folds one view again from the events; the service may keep serving.</summary>
    public static async Task RebuildAsync(IServiceProvider services, string name)
    {
        var database = services.GetRequiredService<EventDatabase>();
        var folded = services.GetServices<FoldedTables>().ToArray();
        if (folded.SingleOrDefault(f => f.Name == name) is { } tables)
        {
            await tables.RebuildAsync(database.Source, CancellationToken.None);
            return;
        }

        var view = database.Views.SingleOrDefault(v => v.Name == name)
            ?? throw new InvalidOperationException(
                $"There is no view '{name}'. Views: {string.Join(", ", database.Views.Select(v => v.Name).Concat(folded.Select(f => f.Name)))}.");
        await ViewWriter.RebuildAsync(database, view);
    }
}
