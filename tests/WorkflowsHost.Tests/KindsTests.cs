using System.Text.RegularExpressions;
using PilotRegistry.Testing;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>What the program does with a task is what the page of processes says.</summary>
public sealed partial class KindsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "processes.md"));

    private static readonly Dictionary<string, string[]> Rows = Page.Split("## ").Single(part => part.StartsWith("Tasks", StringComparison.Ordinal)).Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]).Where(cells => cells.Length == 4)
        .ToDictionary(cells => Quoted().Match(cells[0]).Groups[1].Value);

    public static TheoryData<string> Names => [.. Kinds.Names];

    [Fact]
    public void The_page_and_the_program_know_the_same_kinds() => Assert.Equal(Rows.Keys.Order(StringComparer.Ordinal), Kinds.Names.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_kinds_roles_outcomes_and_events_are_those_of_the_page(string name)
    {
        var (kind, row) = (Kinds.Find(name), Rows[name]);
        Assert.Equal(row[1], string.Join(", ", kind.Roles));
        Assert.Equal(row[2], string.Join(", ", kind.Outcomes.Select(each => each.Value is { } owned ? $"`{each.Key}` → {owned.Service} `POST {owned.Path}`" : $"`{each.Key}`")));
        Assert.Equal(Quoted().Matches(row[3]).Select(each => each.Groups[1].Value), kind.Heard.Select(each => each.Message));
        var said = Variables.Of(("passed", FeelValue.False), ("opinion", FeelValue.Of("its opinion")));
        Assert.All(kind.Heard, each => Assert.Contains(each.Outcome(said)!, row[3], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_ends_a_task_from_outside_is_one_of_its_outcomes_or_it_has_none(string name)
    {
        var kind = Kinds.Find(name);
        Assert.True(kind.Outcomes.Count > 0 || kind.Heard.Count > 0);
        if (kind.Outcomes.Count == 0) return;
        Assert.All(kind.Heard, each => Assert.Contains(each.Outcome(Variables.Of(("passed", FeelValue.True)))!, kind.Outcomes.Keys));
    }

    [Fact]
    public void Every_task_of_a_shipped_drawing_is_of_a_known_kind()
    {
        var forms = Directory.EnumerateFiles(Path.Combine(Repository.Root, "workflows"), "*.bpmn", SearchOption.AllDirectories)
            .SelectMany(file => BpmnReader.Read(File.ReadAllText(file)).File!.Processes).SelectMany(process => process.Nodes)
            .Select(node => node.Task?.Form).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(forms, Kinds.Names.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
