using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PilotRegistry.EventStore;

namespace PilotRegistry.Workflows.Host;

/// <summary>A task in words: its name as the drawing gives it in both languages, its last day and why that one.</summary>
public sealed partial class TaskWords(EventDatabase database, TaskTable tasks, Instances instances, Releases releases)
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> english = [];

    public sealed record Said(string? Task, string? Due, string? Why);

    public async Task<Said> OfAsync(Guid instance, Guid? task, string? process, string? node, DateTimeOffset? due, string language, CancellationToken cancel)
    {
        var last = due is { } end ? Day(WorkingCalendar.DayOf(end.AddTicks(-1)), language) : null;
        if (process is null || node is null || await instances.ReadAsync(instance, cancel) is not { } known) return new(null, last, null);
        var release = await releases.LoadAsync(known.State.Process.Release, cancel);
        if (release.Find(process)?.Find(node) is not { } drawn) return new(node, last, null);
        var name = language == "zh" ? drawn.Name : (await EnglishAsync(release[process].Hash, cancel)).GetValueOrDefault(node);
        var opened = task is { } id ? (await tasks.FindAsync(id, cancel))?.Opened : null;
        return new(name ?? drawn.Name ?? node, last, last is null || opened is null ? null : Why(drawn.Task?.Due?.Fixed ?? drawn.Task?.Due?.Text, WorkingCalendar.DayOf(opened.Value), language));
    }

    /// <summary>Periods of days are explained; where the day itself was set, it needs no reason.</summary>
    internal static string? Why(string? period, DateOnly first, string language)
    {
        if (Period().Match(period ?? "") is not { Success: true } match) return null;
        var (days, working) = (match.Groups[1].Value, match.Groups[2].Length > 0);
        return language == "zh"
            ? $"自{Day(first, language)}起{days}个{(working ? "工作日" : "自然日")}，当日不计入"
            : $"{days} {(working ? "working days" : "days")} from {Day(first, language)}, that day not counted";
    }

    private static string Day(DateOnly day, string language) => language == "zh"
        ? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)
        : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The first line of a node's documentation is its English name (docs/processes.md).</summary>
    private async Task<IReadOnlyDictionary<string, string>> EnglishAsync(string hash, CancellationToken cancel)
    {
        if (english.TryGetValue(hash, out var known)) return known;
        await using var command = database.Source.Command("select xml from files where hash = $1", Sql.Of(hash));
        var drawing = XDocument.Parse((string)(await command.ExecuteScalarAsync(cancel))!);
        return english[hash] = drawing.Descendants()
            .Select(element => (Id: element.Attribute("id")?.Value, Text: element.Elements().FirstOrDefault(child => child.Name.LocalName == "documentation")?.Value))
            .Where(each => each.Id is not null && !string.IsNullOrWhiteSpace(each.Text))
            .ToDictionary(each => each.Id!, each => each.Text!.Trim().Split('\n')[0].Trim(), StringComparer.Ordinal);
    }

    [GeneratedRegex("^=?\"?P([0-9]+)(W?)D\"?$")]
    private static partial Regex Period();
}
