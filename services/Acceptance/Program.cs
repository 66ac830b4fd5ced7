using PilotRegistry.Acceptance;
using PilotRegistry.Acceptance.Features;
using PilotRegistry.Acceptance.Restatements;
using PilotRegistry.Acceptance.Views;
using PilotRegistry.Contracts;
using PilotRegistry.Messaging;
using PilotRegistry.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddRegistryService("acceptance", typeof(AcceptanceState).Assembly, Seals.Of, AcceptanceRow.View);
builder.AddMessaging<KnownVersions>("submission", "verification");
builder.Services.AddSingleton<KnownVersions>();
builder.Services.AddValidation();
builder.Services
    .AddServiceClient<IRegistration>("Registration").AddServiceClient<ISubmission>("Submission").AddServiceClient<IVerification>("Verification").AddServiceClient<IWorkflows>("Workflows");

var app = builder.Build();
var routes = app.MapRegistryService();
app.MapMessaging();
routes.MapRequestAcceptance();
routes.MapConcludeSelfEvaluation();
routes.MapDecideAcceptance();
routes.MapNoteRestatement();
routes.MapReadAcceptances();
routes.MapReadInbox();
return await app.RunRegistryServiceAsync(args);

public partial class Program;
