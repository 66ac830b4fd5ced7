namespace PilotRegistry.Disclosure.Releases;

internal static class ReleaseSetup
{
    /// <summary>The archive, and where <c>Releases__Folder</c> is set whoever adds to it.</summary>
    public static IServiceCollection AddReleases(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReleaseSettings>().BindConfiguration("Releases").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Archive>().AddSingleton<ReleasedDays>().AddSingleton<DayFacts>().AddSingleton<ReleaseMaker>();
        return configuration["Releases:Folder"] is { Length: > 0 } ? services.AddHostedService<MakeReleases>() : services;
    }
}
