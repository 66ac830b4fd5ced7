using Microsoft.Extensions.Options;
using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Identity;

/// <summary><c>--migrate</c>: roles and schema, the first signing key, the clients of the configuration, demo accounts where asked for.</summary>
public static class Migrate
{
    public static async Task RunAsync(IServiceProvider services, CancellationToken ct)
    {
        var database = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        if (database.Admin is { } admin) await DatabaseRoles.EnsureAsync(admin, database.Owner!, database.Serving, IdentitySetup.Schema, ct);
        await SchemaScripts.ApplyAsync(services.GetRequiredService<NpgsqlDataSource>(), database.ServingRole, IdentitySetup.Scripts, cancel: ct);
        await services.GetRequiredService<SigningKeys>().EnsureAsync(ct);
        await RegisterClients.RunAsync(services, ct);
        await DemoAccounts.RunAsync(services, ct);
    }
}
