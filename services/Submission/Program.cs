using PilotRegistry.Contracts;
using PilotRegistry.Messaging;
using PilotRegistry.Methodology;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Submission;
using PilotRegistry.Submission.Features;
using PilotRegistry.Submission.Views;

var builder = WebApplication.CreateBuilder(args);
builder.AddRegistryService("submission", typeof(SubmissionState).Assembly, Seals.Of, SubmissionRow.View, SubmissionContents.View);
builder.AddMessaging<KnownVerifications>("verification");
builder.Services.AddSingleton<KnownVerifications>().AddSubmissionTables();
builder.Services.AddValidation().AddSingleton(RulePackLoader.LoadInstalled()).AddServiceClient<IRegistration>("Registration").AddServiceClient<IVerification>("Verification");

var app = builder.Build();
var routes = app.MapRegistryService();
app.MapMessaging();
routes.MapOpenYear();
routes.MapSaveDraft();
routes.MapWithdrawDraft();
routes.MapDownloadTemplate();
routes.MapPreviewImport();
routes.MapConvertSteam();
routes.MapNameCertificates();
routes.MapReadCertificates();
routes.MapKeepEvidence();
routes.MapMatchHours();
routes.MapReadHours();
routes.MapSubmitYear();
routes.MapDiscloseYear();
routes.MapReadSubmissions();
routes.MapReadEnterprises();
routes.MapCompareVersions();
routes.MapReadInbox();
return await app.RunRegistryServiceAsync(args);

public partial class Program;
