using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Tests;

/// <summary>The drawings that the registry ships: national processes, and what provinces draw into their slots.</summary>
internal static partial class Shipped
{
    public static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /// <summary>This project's folder.</summary>
    public static readonly string Project = AppContext.BaseDirectory[..AppContext.BaseDirectory.LastIndexOf($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)];

    private static readonly string Root = Path.GetFullPath(Path.Combine(Project, "..", "..", "workflows"));

    public static IReadOnlyList<string> National { get; } = Found("national");

    /// <summary><c>slots/{slot}/{adcode or _base}.bpmn</c>.</summary>
    public static IReadOnlyList<string> Slots { get; } = Found("slots");

    public static IEnumerable<string> All => National.Concat(Slots);

    public static string FullPath(string file) => Path.Combine(Root, file);

    public static string Text(string file) => File.ReadAllText(FullPath(file));

    public static SlotContract Contract(string file) =>
        JsonSerializer.Deserialize<SlotContract>(File.ReadAllText(Path.Combine(Path.GetDirectoryName(FullPath(file))!, "contract.json")), JsonSerializerOptions.Web)!;

    /// <summary>What a case of a province runs on: the national process, and in each slot it calls the province's file or, without one, the base.</summary>
    public static Release Release(string national, string province)
    {
        var process = Case.Models(Text($"national/{national}.bpmn")).Single();
        var called = process.Nodes.Where(node => node.Call is not null).Select(node => node.Call!.Process.Fixed!).Distinct();
        return Engine.Release.Of(called.Select(slot => Slots.FirstOrDefault(file => file == $"slots/{slot}/{province}.bpmn") ?? $"slots/{slot}/_base.bpmn").SelectMany(file => Case.Models(Text(file))).Append(process));
    }

    /// <summary>
    /// Virtual people play a case: <c>task:outcome(variable=value)</c> completes a task or job, <c>+14</c> lets days pass, <c>~name</c> delivers a message.
    /// </summary>
    public static Case Play(this Case c, string script)
    {
        foreach (var word in script.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] == '+') c.Wait(TimeSpan.FromDays(int.Parse(word, CultureInfo.InvariantCulture)));
            else if (word[0] == '~') c.Message(word[1..]);
            else Act(c, Word().Match(word));
        }

        return c;
    }

    /// <summary>The end events that were reached, of the national process and of what it called, in order.</summary>
    public static string Ends(this Case c) => string.Join(" ", c.Events
        .Select(happened => happened switch { NodePassed passed => passed.Node, ElementEntered entered => entered.Node, _ => "" })
        .Where(node => c.Release.Processes.Any(process => process.Find(node)?.Kind == NodeKind.EndEvent)));

    private static void Act(Case c, Match word)
    {
        Assert.True(word.Success);
        var results = new List<(string, object?)>();
        if (word.Groups["outcome"] is { Success: true } outcome) results.Add(("outcome", outcome.Value));
        if (word.Groups["name"] is { Success: true } name)
        {
            var value = word.Groups["value"].Value;
            results.Add((name.Value, int.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number : value));
        }

        // A slot may name a task as the nation names the call of the slot.
        var open = c.Keys(word.Groups["node"].Value).FirstOrDefault(key => c.State.Tasks.ContainsKey(key) || c.State.Jobs.ContainsKey(key));
        Assert.True(open != 0, $"{word.Value}: open are {c.Open}; incidents: {c.Incidents}");
        c.Do(c.Completing(open, Case.Values([.. results])));
    }

    private static List<string> Found(string folder) =>
        [.. Directory.GetFiles(Path.Combine(Root, folder), "*.bpmn", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"^(?<node>[a-z-]+)(:(?<outcome>[a-z-]+))?(\((?<name>\w+)=(?<value>[^)]*)\))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();
}
