using System.Globalization;

namespace PilotRegistry.Bench.Installation;

/// <summary>The whole registry that <c>./registry bench</c> has started for the benches that need one.</summary>
internal static class Installation
{
    /// <summary>The gateway's public address.</summary>
    public static Uri Address => new(Setting("BASE_URL"));

    /// <summary>Whatever a bench puts here, Disclosure serves below <c>/bench</c>.</summary>
    public static string Files => Setting("REGISTRY_BENCH_FILES");

    /// <summary>Its database, for who may do everything there.</summary>
    public static string Database => Setting("REGISTRY_BENCH_DATABASE");

    /// <summary>The first process of PostgreSQL.</summary>
    public static int Postgres => int.Parse(Setting("REGISTRY_BENCH_POSTGRES"), CultureInfo.InvariantCulture);

    /// <summary>Where <c>up</c> remembers the processes it started, one file each.</summary>
    public static string Processes => Path.Combine(Setting("REGISTRY_STATE"), "run");

    private static string Setting(string name) => Environment.GetEnvironmentVariable(name)
        ?? throw new InvalidOperationException($"{name} is not set: run this bench by ./registry bench, which starts an installation for it.");
}
