using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>A park's timeline beside what the log holds of it.</summary>
/// <param name="logged">Entries that name the park or are on its timeline.</param>
/// <param name="now">What is younger than <see cref="OnItsWay"/> may still be under way from one to the other.</param>
public sealed class ParkComparison(Guid park, IReadOnlyList<LoggedEvent> logged, DateTimeOffset now)
{
    /// <summary>From a service to the public pages it takes a second or two.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    /// <summary>What the public sees of a year only once that version of it is disclosed; the fact that names the version.</summary>
    private static readonly Dictionary<string, string> WithTheYear = new(StringComparer.Ordinal)
    {
        ["submission.year-submitted.v1"] = "version",
        ["verification.body-engaged.v1"] = "submission_version",
        ["verification.statement-signed.v1"] = "submission_version",
        ["acceptance.restatement-noted.v1"] = "version",
    };

    /// <summary>What no timeline shows: that somebody began to write, and what has pages of its own, disputes and the course of a process.</summary>
    private static readonly HashSet<string> NotShown =
        ["registration.application-started.v1", "submission.year-opened.v1", "disclosure.dispute-raised.v1", "workflows.process-stepped.v1", "workflows.case-announced.v1"];

    /// <summary>The public answers' names of facts where they are not the log's in another spelling.</summary>
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal) { ["submission_version"] = "version" };

    private readonly List<string> notes = [];

    private readonly HashSet<(long Year, long Version)> disclosed =
        [.. logged.Where(e => e.Leaf.Type == "submission.year-disclosed.v1").Select(e => (Number(e.Leaf, "year"), Number(e.Leaf, "version")))];

    /// <summary>What was passed over, and why.</summary>
    public IReadOnlyList<string> Notes => notes;

    public IEnumerable<AuditFault> Of(ShownTimeline timeline)
    {
        var entries = logged.GroupBy(e => e.Leaf.Id).ToDictionary(e => e.Key, e => e.First());
        var shown = timeline.Items.Select(i => i.EventId).ToHashSet();
        return
        [
            .. timeline.Items.SelectMany(item => entries.TryGetValue(item.EventId, out var entry) ? Differences(item, entry) : Missing(item)),
            .. timeline.Items.GroupBy(i => i.EventId).Where(i => i.Count() > 1).Select(i => new AuditFault(Index: null, $"The timeline shows the event {i.Key} more than once.")),
            .. logged.Where(e => e.Leaf.Names(park) && !shown.Contains(e.Leaf.Id)).SelectMany(Hidden),
        ];
    }

    private IEnumerable<AuditFault> Missing(ShownEvent item)
    {
        if (item.LogIndex is null && now - item.At < RecordOrder.LongestDelay)
        {
            notes.Add($"{item.Type} of {item.At:u} is not in the log yet; it must be within an hour");
            return [];
        }

        return [new(item.LogIndex, $"The timeline shows {item.Type} of {item.At:u} ({item.EventId}), of which the log holds nothing.")];
    }

    private IEnumerable<AuditFault> Hidden(LoggedEvent entry)
    {
        var (index, leaf) = entry;
        if (NotShown.Contains(leaf.Type) || (WithTheYear.TryGetValue(leaf.Type, out var version) && !disclosed.Contains((Number(leaf, "year"), Number(leaf, version)))))
        {
            return [];
        }

        if (now - leaf.At < OnItsWay)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"entry {index}, {leaf.Type}, is on its way to the timeline"));
            return [];
        }

        return [new(index, $"{leaf.Type} of {leaf.At:u} by {leaf.Actor} ({leaf.Id}) is in the log and not on the park's timeline: it is hidden.{Reasons(leaf)}")];
    }

    private IEnumerable<AuditFault> Differences(ShownEvent item, LoggedEvent entry)
    {
        var (index, leaf) = entry;
        (string Name, string? Shown, string? Logged)[] heads =
        [
            ("type", item.Type, leaf.Type), ("actor", item.Actor.Length > 0 ? item.Actor : "registry", leaf.Actor), ("at", Text(item.At), Text(leaf.At)),
            ("logIndex", item.LogIndex is { } at ? Text(at) : null, Text(index)), ("parkId", park.ToString(), (string?)leaf.Public["park_id"]),
        ];
        return heads.Concat(leaf.Public.Where(f => f.Key is not ("park_id" or "backfilled")).Select(f => Fact(item, f.Key, f.Value!)))
            .Where(f => f.Shown is not null && f.Shown != f.Logged)
            .Select(f => new AuditFault(index, $"{leaf.Type} ({leaf.Id}): the timeline says {f.Name} '{f.Shown}', the log '{f.Logged}'."));
    }

    /// <summary>A fact of the log beside the timeline's; long text stands in the log by its hash.</summary>
    private static (string Name, string? Shown, string? Logged) Fact(ShownEvent item, string name, JsonNode logged)
    {
        const string Hashed = "_sha256";
        if (!name.EndsWith(Hashed, StringComparison.Ordinal))
        {
            return (name, item.Facts.GetValueOrDefault(NameOf(name)), Text(logged));
        }

        var shown = item.Facts.GetValueOrDefault(NameOf(name[..^Hashed.Length]));
        return (name, shown is null ? null : System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(shown))), Text(logged));
    }

    private static string NameOf(string name) => Renamed.GetValueOrDefault(name)
        ?? string.Concat(name.Split('_').Select((word, n) => n == 0 || word.Length == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    private static string Reasons(Leaf leaf) => leaf.Public["reasons"] is { } reasons ? $" Its reasons: {Text(reasons)}" : "";

    /// <summary>As the public answers write it.</summary>
    private static string Text(JsonNode fact) => fact.GetValueKind() == System.Text.Json.JsonValueKind.String ? fact.GetValue<string>() : fact.ToJsonString();

    /// <summary>Leaves are cut to the millisecond.</summary>
    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Text(ulong number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(Leaf leaf, string fact) => leaf.Public[fact] is JsonValue value && value.TryGetValue(out long number) ? number : 0;
}

internal static class LeafOfPark
{
    public static bool Names(this Leaf leaf, Guid park) => leaf.Public["park_id"] is JsonValue value && value.TryGetValue(out string? id) && id == park.ToString();
}
