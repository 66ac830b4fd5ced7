using Microsoft.Extensions.Options;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Gateway;

/// <summary><c>--migrate</c>: roles and schema of the sessions.</summary>
public static class Migrate
{
    public static async Task RunAsync(IServiceProvider services)
    {
        var database = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var owned = services.GetRequiredService<NpgsqlDataSource>();
        if (database.Admin is { } admin) await DatabaseRoles.EnsureAsync(admin, database.Owner!, database.Serving, GatewaySetup.Schema);
        await SchemaScripts.ApplyAsync(owned, database.ServingRole, [typeof(Migrate).Assembly]);
    }
}
