using PilotRegistry.Contracts;
using PilotRegistry.Messaging;
using PilotRegistry.Registration;
using PilotRegistry.Registration.Features;
using PilotRegistry.Registration.Views;
using PilotRegistry.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddRegistryService("registration", typeof(ApplicationState).Assembly, Seals.Of, ApplicationRow.View, ApplicationDossier.View, ParkRow.View, ListRow.View);
builder.AddMessaging();
builder.Services.AddValidation();
builder.Services.AddServiceClient<IWorkflows>("Workflows");

var app = builder.Build();
app.MapMessaging();
var routes = app.MapRegistryService();
routes.MapStartApplication();
routes.MapCorrectFacts();
routes.MapWriteChapter();
routes.MapWriteKeyProjects();
routes.MapSubmitApplication();
routes.MapReturnApplication();
routes.MapRecommendApplication();
routes.MapRefuseApplication();
routes.MapReportProgress();
routes.MapPublishList();
routes.MapRecordPublishedList();
routes.MapChangeBoundary();
routes.MapReadApplications();
routes.MapReadParks();
routes.MapReadInbox();
return await app.RunRegistryServiceAsync(args);

public partial class Program;
