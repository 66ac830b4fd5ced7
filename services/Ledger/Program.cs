using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Ledger;
using PilotRegistry.ServiceDefaults;

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
    await app.RunAsync();
});

public partial class Program;
