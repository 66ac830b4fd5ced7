using System.Reflection;
using PilotRegistry.EventStore;

namespace PilotRegistry.Architecture;

/// <summary>The assemblies of the product, and what their documentation says.</summary>
public static class Programs
{
    /// <summary>Every assembly of ours that runs in production.</summary>
    public static readonly IReadOnlyList<Assembly> All =
    [
        typeof(Registration.ApplicationState).Assembly, typeof(Submission.SubmissionState).Assembly,
        typeof(Verification.VerificationState).Assembly, typeof(Acceptance.AcceptanceState).Assembly,
        typeof(Disclosure.ParkPages).Assembly, typeof(Identity.IdentitySettings).Assembly, typeof(Ledger.LedgerSettings).Assembly, typeof(Gateway.GatewaySettings).Assembly,
        typeof(DomainEvent).Assembly, typeof(Messaging.SidecarOnly).Assembly, typeof(Mail.Letter).Assembly, typeof(ServiceDefaults.Roles).Assembly,
        typeof(Contracts.ParkEvent).Assembly, typeof(Methodology.Result).Assembly, typeof(Workbook.YearWorkbook).Assembly,
        typeof(TransparencyLog.Leaf).Assembly, typeof(WorkingDays.WorkingCalendar).Assembly, typeof(Workflows.Engine.Step).Assembly, typeof(Workflows.Host.InstanceState).Assembly,
    ];

    /// <summary>Types that people wrote.</summary>
    public static IEnumerable<Type> Types => All.SelectMany(a => a.GetTypes())
        .Where(t => t.Namespace?.StartsWith("PilotRegistry", StringComparison.Ordinal) == true && !t.Name.Contains('<', StringComparison.Ordinal));

    /// <summary>Events by stored name.</summary>
    public static IReadOnlyList<(string Alias, Type Type)> Events =>
    [
        .. Types.Where(t => t.IsSubclassOf(typeof(DomainEvent)) && !t.IsAbstract)
            .Select(t => (t.GetCustomAttribute<StoredAsAttribute>()!.Alias, t)).OrderBy(e => e.Alias, StringComparer.Ordinal)
    ];
}
