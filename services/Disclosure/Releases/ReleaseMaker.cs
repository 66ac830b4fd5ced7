using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Disclosure.Features;
using PilotRegistry.Disclosure.Folding;
using PilotRegistry.Disclosure.LogIndexes;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Disclosure.Releases;

/// <summary>
/// Makes the releases that are due, oldest first and none left out: what was public when a day of Beijing ended. Once anything is
/// public the archive begins with the day that had ended then, though it may be empty: from then on every day has one before it.
/// </summary>
public sealed class ReleaseMaker(Archive archive, ReleasedDays released, DayFacts facts, LogState log, IOptions<ReleaseSettings> options, TimeProvider clock)
{
    /// <summary>So long services have to tell of what happened at the very end of a day.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    internal const string ChangesName = "changes.json";

    private readonly ReleaseSettings settings = options.Value;

    /// <summary>The days that were released now; none while another process does it.</summary>
    /// <exception cref="InvalidDataException">The folder is not the one that the last release was put into.</exception>
    public async Task<IReadOnlyList<DateOnly>> CatchUpAsync(CancellationToken cancel)
    {
        using var held = archive.TryHold();
        if (held is null)
        {
            return [];
        }

        await released.CompareAsync(archive, cancel);
        var made = new List<DateOnly>();
        while (await NextAsync(cancel) is { } day)
        {
            await MakeAsync(day, cancel);
            made.Add(day);
        }

        return made;
    }

    private static DateTimeOffset EndOf(DateOnly day) => Beijing.StartOf(day.AddDays(1));

    /// <summary>The next day that can be released; null when there is none yet.</summary>
    private async Task<DateOnly?> NextAsync(CancellationToken cancel)
    {
        var days = archive.Days;
        var day = days.Count > 0 ? days[^1].AddDays(1) : clock.Today().AddDays(-1);
        var since = clock.GetUtcNow() - EndOf(day);
        var isDue = since >= Grace
            && (days.Count > 0 || await facts.IsAnythingPublicAsync(cancel))
            && (since >= RecordOrder.LongestDelay || !log.HasLog || !await facts.IsPlaceMissingAsync(EndOf(day), cancel));
        return isDue ? day : null;
    }

    private async Task MakeAsync(DateOnly day, CancellationToken cancel)
    {
        var tables = await facts.ReadAsync(EndOf(day), cancel);
        // After the rows: a place that they name lies below its size.
        var checkpoint = await log.ReadAsync(cancel);
        var before = archive.Newest;
        var contents = Contents(tables).Concat(before is null ? [] : Differences(day, before, tables)).OrderBy(c => c.Name, StringComparer.Ordinal).ToArray();
        var files = contents.Select(c => Unless(before, ReleaseFile.Of(c.Name, c.Bytes, c.Rows, day))).ToArray();
        var manifest = new ReleaseManifest(settings.Origin, day, before?.AsBefore, checkpoint, files);
        archive.Publish(
            day, contents.Zip(files).Where(pair => pair.Second.In == day).Select(pair => KeyValuePair.Create(pair.First.Name, pair.First.Bytes)),
            manifest.SignedBy(settings.Signer).ToBytes());
        await released.RememberAsync(archive.Newest!.AsBefore, CancellationToken.None);
    }

    /// <summary>The same file where it already lies, or this one.</summary>
    private static ReleaseFile Unless(StoredRelease? before, ReleaseFile file) =>
        before?.Manifest.Files.FirstOrDefault(f => f.Name == file.Name && f.Sha256 == file.Sha256) is { } same ? same : file;

    private static IEnumerable<Content> Contents(IReadOnlyDictionary<OpenTable, IReadOnlyList<OpenRow>> tables) =>
    [
        .. tables.SelectMany(table => new[]
        {
            new Content(table.Key.CsvName, ReadColumns.WithMark(Csv.Line(table.Key.Columns) + string.Concat(table.Value.Select(row => row.Csv))), table.Value.Count),
            new Content(table.Key.JsonName, Encoding.UTF8.GetBytes(string.Concat(table.Value.Select(row => row.Json + "\n"))), table.Value.Count),
        }),
        new("dictionary.csv", ReadColumns.File, ReleaseRows.OfCsv(ReadColumns.File).Count - 1),
    ];

    /// <summary>A file for each table that differs, and one that says all of it for the page; none when nothing differs.</summary>
    private IEnumerable<Content> Differences(DateOnly day, StoredRelease before, IReadOnlyDictionary<OpenTable, IReadOnlyList<OpenRow>> tables)
    {
        var differing = tables.Select(table => DayDifference.Of(table.Key, archive.Rows(before, table.Key), table.Value)).Where(d => d.Pairs.Count > 0).ToArray();
        return differing.Length == 0 ? [] :
        [
            .. differing.Select(d => new Content($"changes-{d.Table.CsvName}", ReadColumns.WithMark(d.ToCsv()), d.Lines)),
            new(ChangesName, JsonSerializer.SerializeToUtf8Bytes(new DayChanges(day, before.Day, [.. differing.Select(d => d.Summary())]), RegistryJson.Http), differing.Sum(d => d.Pairs.Count)),
        ];
    }

    private sealed record Content(string Name, byte[] Bytes, long Rows);
}
