using Microsoft.Extensions.Options;
using PilotRegistry.Mail;
using PilotRegistry.ServiceDefaults;
using PilotRegistry.Workflows.Host.Features;

namespace PilotRegistry.Workflows.Host;

/// <summary>What the host of the processes is made of.</summary>
public static class WorkflowsSetup
{
    /// <summary>Whose events the processes hear.</summary>
    public static readonly IReadOnlyList<string> Topics = ["registration", "submission", "verification", "acceptance"];

    public static IServiceCollection AddWorkflows(this IServiceCollection services)
    {
        services.AddOptions<WorkflowsSettings>().BindConfiguration("Workflows").ValidateDataAnnotations().ValidateOnStart();
        services.AddHttpClient(OwnerCalls.ClientName, http => http.Timeout = OwnerCalls.Patience);
        return services
            .AddMail().AddSingleton<Addressees>().AddSingleton<TaskWords>().AddSingleton<LetterBook>().AddHostedService<AddressNotices>().AddHostedService<SendLetters>()
            .AddSingleton<Calendars>().AddSingleton<Releases>().AddSingleton<Publishing>().AddSingleton<Shipped>().AddSingleton<Instances>().AddSingleton<Steering>().AddSingleton<FoldCheck>()
            .AddSingleton<Pictures>().AddSingleton<Overview>().AddSingleton<WaitingTimes>()
            .AddSingleton<Postbox>().AddSingleton<TaskTable>().AddSingleton<TaskDesk>().AddSingleton<Completions>().AddSingleton<Rounds>().AddSingleton<Substitutes>().AddSingleton<OwnerCalls>()
            .AddServiceToken("workflows", OwnerCalls.ClientName, p => p.GetRequiredService<IOptions<WorkflowsSettings>>().Value.ClientSecret)
            .AddSingleton<CaseData>().AddSingleton<Experts>().AddSingleton<Signers>().AddSingleton<StartFacts>().AddSingleton<Announcements>()
            .AddSingleton<IJobWorker, Notify>().AddSingleton<IJobWorker, PublishNotice>().AddSingleton<IJobWorker, CountRecommended>().AddSingleton<IJobWorker, RecordLapse>().AddSingleton<IJobWorker, PublishMessage>()
            .AddHostedService<FireTimers>().AddHostedService<WorkOnJobs>().AddHostedService<DeliverMessages>().AddHostedService<SettleCompletions>().AddHostedService<CheckNightly>();
    }

    public static void MapWorkflows(this IEndpointRouteBuilder routes)
    {
        routes.MapPublishDefinition();
        routes.MapStartInstance();
        routes.MapReadInstance();
        routes.MapReadSteering();
        routes.MapListInstances();
        routes.MapReadPicture();
        routes.MapReadOverview();
        routes.MapReadDefinitions();
        routes.MapCheckDraft();
        routes.MapTryDraft();
        routes.MapKeepNote();
        routes.MapExplainDeadline();
        routes.MapSuspendInstance();
        routes.MapRepairIncident();
        routes.MapMigrateInstances();
        routes.MapChangeSigners();
        routes.MapReadTasks();
        routes.MapClaimTask();
        routes.MapReassignTask();
        routes.MapDelegateTask();
        routes.MapUrgeTask();
        routes.MapCopyTask();
        routes.MapNameSubstitute();
        routes.MapCompleteTask();
        routes.MapAskPermit();
        routes.MapReadNotices();
        routes.MapMarkNoticesRead();
        routes.MapChooseMail();
        routes.MapReadLetters();
        routes.MapReadPublicity();
        routes.MapAnnounceCase();
        routes.MapOpenCampaign();
    }
}
