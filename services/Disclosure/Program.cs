using PilotRegistry.Disclosure;
using PilotRegistry.Disclosure.Features;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.Disclosure.LogIndexes;
using PilotRegistry.Disclosure.Pages;
using PilotRegistry.Disclosure.Releases;
using PilotRegistry.Messaging;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddRegistryService("disclosure", typeof(ParkPages).Assembly, Seals.Of, DisputeRow.View);
builder.AddMessaging<ParkPages>("registration", "submission", "verification", "acceptance", "disclosure");
builder.Services.AddSingleton<ParkPages>()
    .AddSingleton(p => new FoldedTables("public", PublicPark.Revision, p.GetRequiredService<ParkPages>().RebuildAsync));
builder.Services.AddSingleton(RulePackLoader.LoadInstalled()).AddDisputes().AddSubscriptions().AddPublicLimits();
builder.Services.AddOptions<PageSettings>().BindConfiguration("Disclosure");
builder.Services.AddSingleton<WebShell>().AddSingleton<ReadPages.Source>();
builder.Services.AddLogIndexes(builder.Configuration).AddReleases(builder.Configuration);
builder.Services.AddValidation();

var app = builder.Build();
app.UseRateLimiter();
var routes = app.MapRegistryService();
app.MapMessaging();
routes.MapListParks();
routes.MapReadPark();
routes.MapReadFigures();
routes.MapReadDecisions();
routes.MapReadOpenData();
routes.MapCalculate();
routes.MapReadRulePacks();
routes.MapDisputes();
routes.MapSubscriptions();
routes.MapPortal();
return await app.RunRegistryServiceAsync(args);

public partial class Program;
