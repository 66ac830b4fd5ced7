using System.Reflection;
using System.Runtime.Loader;

/// <summary>
/// Lets a bench serve files from inside Disclosure without a line of the bench in the product: .NET calls this before Main when
/// DOTNET_STARTUP_HOOKS names this assembly. The name and the place, in no namespace, are the runtime's.
/// </summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        // The variable is inherited by every program of the installation; one of them serves the files.
        if (Assembly.GetEntryAssembly()?.GetName().Name != "PilotRegistry.Disclosure")
        {
            return;
        }

        var mine = typeof(StartupHook).Assembly;
        AssemblyLoadContext.Default.Resolving += (_, name) => name.Name == mine.GetName().Name ? mine : null;
        Environment.SetEnvironmentVariable("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", mine.GetName().Name);
    }
}
