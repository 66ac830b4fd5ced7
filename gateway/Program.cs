using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Gateway;
using PilotRegistry.ServiceDefaults;

var migrates = args is ["--migrate", ..];
var app = WebApplication.CreateBuilder(args).AddGateway(asOwner: migrates).Build();

return await app.ToExitCodeAsync(async () =>
{
    if (migrates)
    {
        await Migrate.RunAsync(app.Services);
        return;
    }

    app.MapGateway();
    await SchemaScripts.VerifyAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), [typeof(Program).Assembly]);
    await app.RunAsync();
});

public partial class Program;
