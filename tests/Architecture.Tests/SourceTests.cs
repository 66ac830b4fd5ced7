using System.Text.RegularExpressions;

namespace PilotRegistry.Architecture;

/// <summary>What the house style asks of files and names (STYLE 5–9), and what no file may hold.</summary>
public sealed partial class SourceTests
{
    /// <summary>Files that are longer than they should be, each with its reason. None today.</summary>
    private static readonly IReadOnlyDictionary<string, string> Longer = new Dictionary<string, string>();

    /// <summary>Names that end in a forbidden word, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> Named = new Dictionary<string, string>
    {
        ["RegistryService"] = "the process itself: what every service has",
    };

    private static readonly string[] Written = [".cs", ".ts", ".tsx", ".mjs", ".js", ".css", ".sql", ".sh", ""];
    private static readonly string[] Forbidden = ["Manager", "Helper", "Helpers", "Util", "Utils", "Base", "Impl", "Service", "Dto"];

    [Fact]
    public void A_file_is_at_most_two_hundred_lines_long() => Assert.Empty(
        Sources.All.Where(s => Written.Contains(s.Extension) && s.Name != "LICENSE" && s.Lines > 200 && !IsGenerated(s) && !Longer.ContainsKey(s.Path))
            .Select(s => $"{s.Path}: {s.Lines} lines"));

    [Fact]
    public void A_program_is_at_most_forty_lines_long() => Assert.Empty(
        Sources.All.Where(s => s.Path.EndsWith("/Program.cs", StringComparison.Ordinal) && s.Lines > 40).Select(s => $"{s.Path}: {s.Lines} lines"));

    [Fact]
    public void No_exception_outlives_its_reason() => Assert.Empty(
        Longer.Keys.Where(path => Sources.All.All(s => s.Path != path || s.Lines <= 200)).Concat(Named.Keys.Where(name => Programs.Types.All(t => t.Name != name))));

    [Fact]
    public void Names_say_what_a_thing_is_and_not_that_it_helps() => Assert.Empty(
        Programs.Types.Where(t => Forbidden.Any(word => t.Name.EndsWith(word, StringComparison.Ordinal)) && !Named.ContainsKey(t.Name)).Select(t => t.FullName));

    [Fact]
    public void A_file_of_the_web_does_not_help_either() => Assert.Empty(
        Sources.All.Where(s => s.Path.StartsWith("web/src/", StringComparison.Ordinal) && WebHelp().IsMatch(s.Name)).Select(s => s.Path));

    [Fact]
    public void A_feature_is_a_file_of_its_own_name() => Assert.Empty(
        Sources.Product.Where(s => s.Path.Contains("/Features/", StringComparison.Ordinal) && !Regex.IsMatch(s.Text, $@"\b(class|record|struct|interface|enum) {s.Name}\b"))
            .Select(s => s.Path));

    [Fact]
    public void There_are_no_regions() => Assert.DoesNotContain(Sources.All, s => s.Extension == ".cs" && s.Path != Own && s.Text.Contains("#region", StringComparison.Ordinal));

    [Fact]
    public void No_file_names_a_machines_path_or_a_package_registry() => Assert.Empty(
        Sources.All.Where(s => s.Path != Own).SelectMany(s => Foreign().Matches(s.Text).Select(m => $"{s.Path}: {m.Value}")));

    [Fact]
    public void Lock_files_name_versions_and_no_addresses() => Assert.Empty(
        Sources.All.Where(s => s.Path.EndsWith("-lock.json", StringComparison.Ordinal) || s.Path.EndsWith(".lock.json", StringComparison.Ordinal))
            .Where(s => s.Text.Contains("\"resolved\": \"http", StringComparison.Ordinal)).Select(s => s.Path));

    private const string Own = "tests/Architecture.Tests/SourceTests.cs";

    private static bool IsGenerated(Source source) => source.Path.EndsWith(".d.ts", StringComparison.Ordinal) && source.Text.StartsWith("// Generated", StringComparison.Ordinal);

    [GeneratedRegex("(^|[-.])(helpers?|utils?|manager)$", RegexOptions.IgnoreCase)]
    private static partial Regex WebHelp();

    /// <summary>Homes of people and machines, and hosts that packages come from.</summary>
    [GeneratedRegex(@"(?<![\w.<>{}$*])/(home|Users|root|work)/[\w.-]+|[A-Z]:\\Users\\|(registry\.npmjs|api\.nuget|nuget\.org|registry\.yarnpkg|artifactory|jfrog|verdaccio|nexus\.)[\w./-]*")]
    private static partial Regex Foreign();
}
