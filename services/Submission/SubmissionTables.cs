using PilotRegistry.Submission.Certificates;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Evidence;
using PilotRegistry.Submission.Matching;
using PilotRegistry.Submission.OverTime;

namespace PilotRegistry.Submission;

/// <summary>What this service keeps beside the record, and what it looks up around a year.</summary>
internal static class SubmissionTables
{
    public static IServiceCollection AddSubmissionTables(this IServiceCollection services)
    {
        services.AddOptions<EvidenceSettings>().BindConfiguration("Evidence").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<DraftTable>().AddSingleton<CertificateTable>().AddSingleton<EvidenceTable>().AddSingleton<EvidenceStore>()
            .AddSingleton<HourlyTable>().AddSingleton<Surroundings>().AddScoped<EngagedBody>();
    }
}
