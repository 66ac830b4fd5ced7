namespace PilotRegistry.Workflows.Host;

/// <summary>What the host of the processes is made of.</summary>
public static class WorkflowsSetup
{
    public static IServiceCollection AddWorkflows(this IServiceCollection services) => services
        .AddSingleton<Calendars>().AddSingleton<Releases>().AddSingleton<Publishing>().AddSingleton<Instances>().AddSingleton<FoldCheck>();
}
