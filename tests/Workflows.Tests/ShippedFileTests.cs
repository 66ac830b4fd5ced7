using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>Every drawing that is shipped can be read, linted, explained in both languages and traced to its sources.</summary>
public sealed partial class ShippedFileTests
{
    /// <summary>The role values of Identity; who is meant within a role, the host derives from the case.</summary>
    private static readonly string[] Roles = ["park", "city", "province", "national", "expert", "verifier", "verifier-lead"];

    private static readonly string[] Named = ["process", "userTask", "serviceTask", "callActivity", "subProcess", "startEvent", "endEvent", "intermediateCatchEvent", "boundaryEvent"];

    public static TheoryData<string> Files => [.. Shipped.All];

    public static TheoryData<string> SlotFiles => [.. Shipped.Slots];

    public static TheoryData<string> NationalFiles => [.. Shipped.National];

    [Fact]
    public void The_five_national_processes_and_the_slots_with_their_variants_are_there()
    {
        Assert.Equal(["acceptance", "annual-report", "application", "construction-watch", "surveillance"], Shipped.National.Select(Path.GetFileNameWithoutExtension));
        Assert.Equal(
            ["city-review/520000", "city-review/_base", "construction-midterm/510000", "construction-midterm/_base", "provincial-review/370000", "provincial-review/520000", "provincial-review/_base", "provincial-self-evaluation/_base"],
            Shipped.Slots.Select(file => file["slots/".Length..^".bpmn".Length]));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_lies_in_the_subset_and_nothing_is_to_be_said_about_it(string file) => Assert.Empty(BpmnReader.Read(Shipped.Text(file)).Problems);

    [Theory]
    [MemberData(nameof(SlotFiles))]
    public void A_slot_keeps_its_contract_always_completes_and_stays_within_its_days(string file)
    {
        var (outcome, contract) = (SlotCheck.Run(Shipped.Text(file), Shipped.Contract(file)), Shipped.Contract(file));
        Assert.Equal("", string.Join("\n", outcome.Problems.Select(problem => $"{problem.Problem} by {string.Join(" ", problem.Path.Select(step => step.Node))}")));
        Assert.InRange(outcome.WorkingDays!.Value, 0, contract.MostWorkingDays);
    }

    [Theory]
    [MemberData(nameof(NationalFiles))]
    public void A_national_process_always_completes_with_what_every_province_draws(string file)
    {
        var provinces = Shipped.Slots.Select(slot => Path.GetFileNameWithoutExtension(slot)!).Distinct();
        var process = Path.GetFileNameWithoutExtension(file);
        foreach (var release in provinces.Select(province => Shipped.Release(process, province)).DistinctBy(release => release.Id)) Assert.Null(SlotCheck.Sound(release, process));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_part_has_a_Chinese_name_and_an_English_one_in_its_documentation(string file)
    {
        foreach (var element in Elements(file).Where(element => Named.Contains(element.Name.LocalName) || element.Attribute("name") is not null && element.Element(Shipped.Bpmn + "documentation") is not null))
        {
            Assert.Matches("[一-鿿]", (string?)element.Attribute("name") ?? "");
            Assert.Matches(Named.Contains(element.Name.LocalName) ? "^[A-Z][A-Za-z ,:()'-]+$" : "^[A-Za-z][A-Za-z ]+", English(element));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_period_says_where_it_comes_from_and_how_sure_that_is(string file)
    {
        var timed = Elements(file).Where(element => element.Name.LocalName != "process" && element.Name.LocalName != "subProcess" && element.Name.LocalName != "extensionElements"
            && element.Descendants().Any(part => part.Name.LocalName is "taskSchedule" or "timerEventDefinition"));
        foreach (var element in timed)
        {
            var period = Documentation(element).FirstOrDefault(line => line.StartsWith("Period: ", StringComparison.Ordinal));
            Assert.True(period is not null, $"{file} {element.Attribute("id")?.Value} says nothing of its period");
            Assert.True(Mark().IsMatch(period) || Set().IsMatch(period), $"{file} {element.Attribute("id")?.Value}: {period}");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_task_of_a_person_has_a_kind_a_role_and_a_day(string file)
    {
        foreach (var task in Case.Models(Shipped.Text(file)).Single().Nodes.Where(node => node.Kind == NodeKind.UserTask))
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", task.Task!.Form);
            Assert.Contains(task.Task.CandidateGroups!.Fixed, Roles);
            Assert.NotNull(task.Task.Due);
        }
    }

    [Fact]
    public void The_page_of_processes_names_every_kind_with_its_role_and_every_job_and_message()
    {
        var page = File.ReadAllText(Path.Combine(Shipped.Project, "..", "..", "docs", "processes.md"));
        var nodes = Shipped.All.SelectMany(file => Case.Models(Shipped.Text(file))).SelectMany(model => model.Nodes).ToList();
        foreach (var task in nodes.Where(node => node.Task is not null))
        {
            Assert.Contains(page.Split('\n'), line => line.StartsWith('|') && line.Split('|') is [_, var kinds, var roles, ..] && kinds.Contains($"`{task.Task!.Form}`", StringComparison.Ordinal) && roles.Contains(task.Task.CandidateGroups!.Fixed!, StringComparison.Ordinal));
        }

        var others = nodes.Select(node => node.Job?.Type.Fixed).Concat(nodes.Select(node => (node.Trigger as Trigger.Message)?.Name)).Where(name => name is not null).Distinct();
        Assert.All(others, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_drawings_lint_clean_for_Zeebe()
    {
        var lint = Path.Combine(Shipped.Project, "Lint");
        if (!Directory.Exists(Path.Combine(lint, "node_modules"))) await RunAsync(lint, OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
        Assert.Equal("", await RunAsync(lint, "node", ["run.mjs", .. Shipped.All.Select(Shipped.FullPath)]));
    }

    private static IEnumerable<XElement> Elements(string file) => XDocument.Parse(Shipped.Text(file)).Descendants(Shipped.Bpmn + "process").DescendantsAndSelf().Where(element => element.Name.Namespace == Shipped.Bpmn);

    private static string[] Documentation(XElement element) => (element.Element(Shipped.Bpmn + "documentation")?.Value ?? "").Split('\n');

    private static string English(XElement element) => Documentation(element)[0];

    private static async Task<string> RunAsync(string folder, string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
    }

    /// <summary>A confidence mark.</summary>
    [GeneratedRegex(@"\[(V|V2|S|U)(, mirror)?\]")]
    private static partial Regex Mark();

    /// <summary>A date that a person, the campaign or the park's own facts set; or the same period as the one beside it.</summary>
    [GeneratedRegex("^Period: (dueOn|conditionDue|midterm)\\b|as the hearing")]
    private static partial Regex Set();
}
