using System.Globalization;
using System.Text;
using PilotRegistry.Testing;

namespace PilotRegistry.Bench;

/// <summary>Prints what was found and keeps it in <c>docs/bench.md</c>, where each bench has its own section.</summary>
public static class Report
{
    private static readonly string FilePath = Path.Combine(Repository.Root, "docs", "bench.md");

    private const string Head =
        """
        # What we claim about speed and memory

        Measured by `./registry bench [name]`, which writes this page and fails when a target is missed. Every ratio compares two
        things in the same run on the same machine; absolute numbers only say what that machine is.

        """;

    public static void Print(string name, Findings findings, string busy)
    {
        Console.WriteLine($"{name} · {Machine.Description} · {Today}\n{busy}".TrimEnd());
        foreach (var m in findings.Measurements)
        {
            Console.WriteLine($"  {m.Name,-44} {m.Shown,12}  {m.Target,-7} {m.Verdict,-7} {m.Detail}");
        }
    }

    /// <summary>Replaces the bench's section, or adds it; the others stay as they were.</summary>
    public static async Task WriteAsync(string name, Findings findings, string busy)
    {
        var text = File.Exists(FilePath) ? await File.ReadAllTextAsync(FilePath) : Head;
        var (begin, end) = ($"<!-- {name} -->\n", $"<!-- end of {name} -->\n");
        var section = $"{begin}{Section(findings, busy)}{end}";
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        text = from < 0 || to < from ? $"{text.TrimEnd()}\n\n{section}" : $"{text[..from]}{section}{text[(to + end.Length)..]}";
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        await File.WriteAllTextAsync(FilePath, text);
    }

    private static string Today => DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Section(Findings findings, string busy)
    {
        var text = new StringBuilder($"## {findings.Title}\n\n{Today} · {Machine.Description}\n\n{findings.Method.Trim()}\n\n");
        text.Append(busy.Length > 0 ? $"**{busy}**\n\n" : "");
        text.Append("| measured | value | target | | detail |\n|---|---:|---|---|---|\n");
        foreach (var m in findings.Measurements)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {m.Name} | {m.Shown} | {m.Target} | {m.Verdict} | {m.Detail} |\n");
        }

        return text.ToString();
    }
}
