using PilotRegistry.Contracts;
using PilotRegistry.Messaging;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Verification;
using PilotRegistry.Verification.Features;
using PilotRegistry.Verification.Views;

var builder = WebApplication.CreateBuilder(args);
builder.AddRegistryService("verification", typeof(VerificationState).Assembly, Seals.Of, BodyRow.View, VerificationRow.View, VerificationContents.View);
builder.AddMessaging();
builder.Services.AddValidation();
builder.Services.AddSingleton(RulePackLoader.LoadInstalled());
builder.Services.AddServiceClient<ISubmission>("Submission");

var app = builder.Build();
var routes = app.MapRegistryService();
app.MapMessaging();
routes.MapAccreditBody();
routes.MapReadBodies();
routes.MapEngageBody();
routes.MapNameTeam();
routes.MapRaiseFinding();
routes.MapAnswerFinding();
routes.MapReturnFinding();
routes.MapCloseFinding();
routes.MapSignStatement();
routes.MapReadVerifications();
routes.MapReadInbox();
return await app.RunRegistryServiceAsync(args);

public partial class Program;
