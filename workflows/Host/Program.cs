using PilotRegistry.Messaging;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Host;

var builder = WebApplication.CreateBuilder(args);
builder.AddRegistryService("workflows", typeof(InstanceState).Assembly, Seals.Of);
builder.AddMessaging<HeardEvents>(WorkflowsSetup.Topics);
builder.Services.AddValidation();
builder.Services.AddWorkflows();

var app = builder.Build();
if (args is ["--check", ..])
{
    return await app.ToExitCodeAsync(() => app.Services.GetRequiredService<FoldCheck>().RunAsync(Console.Out));
}

var routes = app.MapRegistryService();
app.MapMessaging();
routes.MapWorkflows();
var ended = await app.RunRegistryServiceAsync(args);
return ended == 0 && args is ["--migrate", ..] ? await app.ToExitCodeAsync(() => app.Services.GetRequiredService<Shipped>().PublishAsync(Console.Out)) : ended;

public partial class Program;
