namespace PilotRegistry.Testing;

/// <summary>The checkout these tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string? folder) => folder switch
    {
        null => throw new InvalidOperationException("PilotRegistry.sln was not found above the test assembly."),
        _ when File.Exists(Path.Combine(folder, "PilotRegistry.sln")) => folder,
        _ => Find(Path.GetDirectoryName(folder))
    };
}
