using Npgsql;
using PilotRegistry.EventStore;
using PilotRegistry.Identity;
using PilotRegistry.ServiceDefaults;

var app = WebApplication.CreateBuilder(args).AddIdentity(asOwner: args is ["--migrate" or "--rotate-keys" or "--create-operator", ..]).Build();
app.UseExceptionHandler().UseStatusCodePages();
app.UseAuthentication().UseAuthorization();
app.UseIdempotency();
app.MapIdentity();

return await app.ToExitCodeAsync(async () =>
{
    await using var scope = app.Services.CreateAsyncScope();
    switch (args)
    {
        case ["--migrate", ..]:
            await Migrate.RunAsync(scope.ServiceProvider, CancellationToken.None);
            break;
        case ["--rotate-keys", ..]:
            await app.Services.GetRequiredService<SigningKeys>().AddAsync(CancellationToken.None);
            break;
        case ["--create-operator", var name, ..]:
            await CreateOperator.RunAsync(scope.ServiceProvider, name);
            break;
        default:
            await SchemaScripts.VerifyAsync(app.Services.GetRequiredService<NpgsqlDataSource>(), IdentitySetup.Scripts);
            await app.RunAsync();
            break;
    }
});

public partial class Program;
