using System.Text.RegularExpressions;

namespace PilotRegistry.Methodology.Tests;

/// <summary>Refusal codes and signal ids are API: the README lists each of them and no other.</summary>
public sealed partial class CodesAreListedTests
{
    private static readonly string Methodology = Path.Combine(RepositoryRoot(), "methodology");

    [Fact]
    public void Every_refusal_code_is_listed()
    {
        var used = Sources("Input", "Checking", "Indicators").SelectMany(text => KebabCode().Matches(text)).Select(code => code.Groups[1].Value);

        Assert.Equal(used.Append("missing").Append("negative").Append("exponent").Distinct().Order(), Listed("Refusals"));
    }

    [Fact]
    public void Every_signal_is_listed()
    {
        var used = Sources("Signals", "Matching").SelectMany(text => SignalId().Matches(text)).Select(id => id.Groups[1].Value);

        Assert.Equal(used.Distinct().Order(), Listed("Signals"));
    }

    private static IEnumerable<string> Sources(params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Methodology, "Methodology", folder), "*.cs", SearchOption.AllDirectories))
        .Select(File.ReadAllText);

    private static IEnumerable<string> Listed(string chapter)
    {
        var text = File.ReadAllText(Path.Combine(Methodology, "README.md")).Split($"## {chapter}\n")[1].Split("\n## ")[0];
        return TableCode().Matches(text).Select(code => code.Groups[1].Value).Order();
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "PilotRegistry.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex("\"([a-z0-9]+(?:-[a-z0-9]+)+)\"")]
    private static partial Regex KebabCode();

    [GeneratedRegex("Saw\\.(?:Info|Warning)\\(\"([A-Za-z0-9]+)\"")]
    private static partial Regex SignalId();

    [GeneratedRegex("`([A-Za-z0-9-]+)`")]
    private static partial Regex TableCode();
}
