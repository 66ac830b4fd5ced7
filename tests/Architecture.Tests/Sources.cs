using PilotRegistry.Testing;

namespace PilotRegistry.Architecture;

/// <summary>A file of the repository.</summary>
/// <param name="Path">From its root, with forward slashes.</param>
public sealed record Source(string Path, string Text)
{
    public string Extension => System.IO.Path.GetExtension(Path);

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public int Lines => Text.AsSpan().Count('\n');
}

/// <summary>What people wrote: everything but what is built, fetched or made by a run.</summary>
public static class Sources
{
    private static readonly HashSet<string> NotWritten =
        ["bin", "obj", "node_modules", "dist", ".git", ".local", ".vs", ".idea", "test-results", "playwright-report", "TestResults", "coverage"];

    private static readonly HashSet<string> Text =
    [
        ".cs", ".csproj", ".props", ".sln", ".slnf", ".json", ".md", ".sql", ".csv", ".yaml", ".yml", ".mjs", ".js", ".ts", ".tsx", ".css",
        ".html", ".svg", ".sh", ".txt", ".editorconfig", ".gitignore", ".gitattributes", ".npmrc", "",
    ];

    public static readonly IReadOnlyList<Source> All = [.. Find(Repository.Root)];

    /// <summary>C# of services, gateway, methodology and workflows.</summary>
    public static IEnumerable<Source> Product => All.Where(s => s.Extension == ".cs" && s.Path.Split('/')[0] is "services" or "gateway" or "methodology" or "workflows" && s.Extension == ".cs");

    private static IEnumerable<Source> Find(string folder) =>
    [
        .. Directory.EnumerateFiles(folder).Where(f => Text.Contains(Path.GetExtension(f))).Order(StringComparer.Ordinal)
            .Select(f => new Source(Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'), File.ReadAllText(f))),
        .. Directory.EnumerateDirectories(folder).Where(f => !NotWritten.Contains(Path.GetFileName(f))).Order(StringComparer.Ordinal).SelectMany(Find),
    ];
}
