using System.Xml.Linq;
using PilotRegistry.Testing;

namespace PilotRegistry.Architecture;

/// <summary>Who may know whom (STYLE 30).</summary>
public sealed class DependencyTests
{
    private static readonly string[] Shared = ["EventStore", "Messaging", "ServiceDefaults", "Contracts", "TransparencyLog", "WorkingDays", "Mail"];

    private static readonly string[] Services = ["Registration", "Submission", "Verification", "Acceptance", "Disclosure", "Identity", "Ledger"];

    [Fact]
    public void A_service_knows_the_shared_parts_and_the_methodology_and_no_other_service()
    {
        foreach (var service in Services)
        {
            Assert.Empty(Projects($"services/{service}/{service}.csproj").Except([.. Shared, "Methodology", "Workbook"]));
        }
    }

    [Fact]
    public void The_gateway_knows_the_shared_parts_only() => Assert.Empty(Projects("gateway/Gateway.csproj").Except(Shared));

    [Fact]
    public void The_methodology_knows_nobody_and_its_workbook_only_the_methodology()
    {
        Assert.Empty(Projects("methodology/Methodology/Methodology.csproj"));
        Assert.Equal(["Methodology"], Projects("methodology/Workbook/Workbook.csproj"));
    }

    [Fact]
    public void The_event_store_knows_nobody_and_nothing_of_the_web()
    {
        Assert.Empty(Projects("services/Shared/EventStore/EventStore.csproj"));
        Assert.DoesNotContain(Assemblies(typeof(EventStore.DomainEvent)), name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }

    [Fact]
    public void The_formats_of_the_log_know_nobody() => Assert.Empty(Projects("services/Shared/TransparencyLog/TransparencyLog.csproj"));

    [Fact]
    public void The_methodology_reads_no_clock_no_network_and_no_database() => Assert.DoesNotContain(
        Assemblies(typeof(Methodology.Result)),
        name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name is "System.Net.Http" or "System.Data.Common" or "Npgsql");

    [Fact]
    public void The_host_of_the_workflows_knows_the_engine_and_the_shared_parts() => Assert.Empty(Projects("workflows/Host/Host.csproj").Except([.. Shared, "Engine"]));

    [Fact]
    public void The_engine_of_the_workflows_knows_the_calendar_alone_and_reads_no_file_no_clock_no_network_and_no_database()
    {
        Assert.Equal(["WorkingDays"], Projects("workflows/Engine/Engine.csproj"));
        Assert.Empty(Projects("services/Shared/WorkingDays/WorkingDays.csproj"));
        Assert.DoesNotContain(
            Assemblies(typeof(Workflows.Engine.Step)),
            name => name.StartsWith("Microsoft.", StringComparison.Ordinal) || name is "System.Net.Http" or "System.Data.Common" or "Npgsql" or "System.Console");
        Assert.Empty(Sources.All.Where(s => s.Path.StartsWith("workflows/Engine/", StringComparison.Ordinal) && s.Extension == ".cs"
            && new[] { ".UtcNow", "DateTime.Now", "DateTimeOffset.Now", "TimeProvider", "File.", "Random", "Guid.NewGuid", "CreateVersion7" }.Any(word => s.Text.Contains(word, StringComparison.Ordinal))).Select(s => s.Path));
    }

    [Fact]
    public void Contracts_are_events_and_clients_without_a_web() => Assert.Equal(
        ["EventStore", "Methodology"], Projects("services/Shared/Contracts/Contracts.csproj").Order(StringComparer.Ordinal));

    [Fact]
    public void Versions_of_packages_stand_in_one_place() => Assert.Empty(
        Sources.All.Where(s => s.Extension == ".csproj" && XDocument.Parse(s.Text).Descendants("PackageReference").Any(p => p.Attribute("Version") is not null))
            .Select(s => s.Path));

    private static IEnumerable<string> Projects(string project) =>
        XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("ProjectReference")
            .Select(p => Path.GetFileNameWithoutExtension(((string)p.Attribute("Include")!).Replace('\\', '/')));

    private static IEnumerable<string> Assemblies(Type type) => type.Assembly.GetReferencedAssemblies().Select(a => a.Name!);
}
