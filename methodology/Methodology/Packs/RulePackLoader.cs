namespace PilotRegistry.Methodology;

/// <summary>Reads packs from disk: the only input and output of this project. A pack is a folder with a <c>pack.yaml</c>.</summary>
public static class RulePackLoader
{
    /// <summary>The packs that were copied beside the program.</summary>
    public static RulePacks LoadInstalled() => Load(Path.Combine(AppContext.BaseDirectory, "packs"));

    /// <exception cref="RulePackException">A pack is faulty; every fault is named.</exception>
    public static RulePacks Load(string directory)
    {
        var found = Directory.EnumerateFiles(directory, "pack.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        var packs = found.Select(file => PackReader.Read(ReadFiles(Path.GetDirectoryName(file)!))).ToList();
        var doubled = packs.GroupBy(pack => (pack.Id, pack.Version)).Where(same => same.Count() > 1).ToList();
        return doubled.Count == 0
            ? new RulePacks(packs)
            : throw new RulePackException([.. doubled.Select(same => $"{same.Key.Id}@{same.Key.Version} exists twice in {directory}.")]);
    }

    public static PackFiles ReadFiles(string folder) => new(folder, Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes));
}

/// <summary>A rule pack that cannot be trusted to compute with, and every reason.</summary>
public sealed class RulePackException(IReadOnlyList<string> faults) : Exception(string.Join('\n', faults))
{
    public IReadOnlyList<string> Faults => faults;
}
