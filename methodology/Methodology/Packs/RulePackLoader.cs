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
        return Load(found.Select(file => ReadFiles(Path.GetDirectoryName(file)!)), directory);
    }

    /// <summary>National packs and titles stand by themselves; a refinement needs the pack it refines.</summary>
    /// <exception cref="RulePackException">A pack is faulty; every fault is named.</exception>
    public static RulePacks Load(IEnumerable<PackFiles> folders, string directory)
    {
        var kinds = folders.ToLookup(PackKind.Of);
        var national = kinds[PackKind.Kind.National].Select(PackReader.Read).ToList();
        var refined = kinds[PackKind.Kind.Refinement].Select(files => RefinementReader.Read(files, new(national)));
        var catalogue = new RulePacks([.. national, .. refined], [.. kinds[PackKind.Kind.Title].Select(TitleReader.Read)]);
        var doubled = catalogue.All.Select(pack => pack.Reference).Concat(catalogue.Titles.Select(title => title.Reference))
            .GroupBy(pack => $"{pack.Id}@{pack.Version}").Where(same => same.Count() > 1).ToList();
        return doubled.Count == 0
            ? catalogue
            : throw new RulePackException([.. doubled.Select(same => $"{same.Key} exists twice in {directory}.")]);
    }

    /// <summary>One pack that is not in the catalogue; a refinement finds there what it refines.</summary>
    /// <exception cref="RulePackException">The pack is faulty; every fault is named.</exception>
    public static (RulePack? Pack, ProvincialTitle? Title) LoadFolder(string folder, RulePacks catalogue)
    {
        var files = ReadFiles(folder);
        return PackKind.Of(files) switch
        {
            PackKind.Kind.Title => (null, TitleReader.Read(files)),
            PackKind.Kind.Refinement => (RefinementReader.Read(files, catalogue), null),
            _ => (PackReader.Read(files), null)
        };
    }

    public static PackFiles ReadFiles(string folder) => new(folder, Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes));
}

/// <summary>A rule pack that cannot be trusted to compute with, and every reason.</summary>
/// <param name="faults">Each begins with the file, and where it can the line.</param>
/// <param name="folder">The pack's folder, which the message puts before each.</param>
public sealed class RulePackException(IReadOnlyList<string> faults, string folder = "")
    : Exception(string.Join('\n', faults.Select(fault => Path.Combine(folder, fault))))
{
    public IReadOnlyList<string> Faults => faults;
}
