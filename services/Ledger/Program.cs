using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Ledger;
using PilotRegistry.Ledger.Keys;
using PilotRegistry.ServiceDefaults;

if (args is ["--new-keys" or "--rotate-keys"])
{
    Console.Write(NewKeys.Write(next: args is ["--rotate-keys"]));
    return 0;
}

var migrates = args is ["--migrate", ..];
var app = WebApplication.CreateBuilder(args).AddLedger(asOwner: migrates).Build();

return await app.ToExitCodeAsync(async () =>
{
    if (migrates)
    {
        await LedgerSetup.MigrateAsync(app.Services);
        return;
    }

    app.MapLedger();
    await SchemaScripts.VerifyAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), [typeof(LedgerSetup).Assembly]);
    await (args is ["--retire-keys", ..] ? app.Services.GetRequiredService<KeyChange>().RetireAsync(default) : app.RunAsync());
});

public partial class Program;
