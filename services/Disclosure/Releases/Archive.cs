using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Options;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Disclosure.Releases;

/// <summary>A release as it lies there: what its manifest says, and the signed bytes.</summary>
internal sealed record StoredRelease(ReleaseManifest Manifest, byte[] Note)
{
    public DateOnly Day => Manifest.Day;

    public ReleaseBefore AsBefore => new(Day, ReleaseFile.HashOf(Note));
}

/// <summary>
/// The folder of the releases, a folder for each day. A day is written aside, forced to the disk and given its name at the very end, and
/// never touched again: it is there whole or not at all.
/// </summary>
public sealed class Archive(IOptions<ReleaseSettings> options)
{
    /// <summary>How systems say that another process has a file (EWOULDBLOCK, ERROR_SHARING_VIOLATION).</summary>
    private const int Taken = 11, TakenOnMac = 35, TakenOnWindows = unchecked((int)0x80070020);

    private const string Aside = ".making", Lock = ".held", Keys = "keys.txt";

    private readonly ReleaseSettings settings = options.Value;
    private readonly ConcurrentDictionary<DateOnly, StoredRelease> known = new();

    /// <summary>Told of each step before it is taken: a test ends there.</summary>
    internal Action<string> Before { get; init; } = _ => { };

    /// <summary>The days that were released, oldest first.</summary>
    public IReadOnlyList<DateOnly> Days => settings.IsOn && Directory.Exists(settings.Folder)
        ? [.. Directory.EnumerateDirectories(settings.Folder).Select(path => ReleaseFile.TryDay(Path.GetFileName(path), out var day) ? day : (DateOnly?)null).OfType<DateOnly>().Order()]
        : [];

    /// <summary>Null before the first one.</summary>
    /// <exception cref="InvalidDataException">A day's folder has lost its manifest.</exception>
    internal StoredRelease? Newest => Days is [.., var last]
        ? Find(last) ?? throw new InvalidDataException($"{PathOf(last, ReleaseManifest.FileName)} is missing: bring the folder back from a copy. Nothing is released until then.")
        : null;

    /// <summary>Null when that day was not released.</summary>
    internal StoredRelease? Find(DateOnly day)
    {
        if (known.TryGetValue(day, out var found))
        {
            return found;
        }

        return settings.IsOn && File.Exists(PathOf(day, ReleaseManifest.FileName))
            ? known.GetOrAdd(day, Read(File.ReadAllBytes(PathOf(day, ReleaseManifest.FileName))))
            : null;
    }

    /// <summary>The release of that day as it lies on the disk now, whatever was read before; null when there is none.</summary>
    public ReleaseBefore? Look(DateOnly day) => File.Exists(PathOf(day, ReleaseManifest.FileName)) ? new(day, ReleaseFile.HashOf(File.ReadAllBytes(PathOf(day, ReleaseManifest.FileName)))) : null;

    /// <summary>Where a file lies.</summary>
    public string PathOf(DateOnly day, string name) => Path.GetFullPath(Path.Combine(settings.Folder, ReleaseFile.NameOf(day), name));

    /// <summary>The bytes of a file of that release; null when it has none of that name.</summary>
    internal byte[]? Read(StoredRelease release, string name) =>
        release.Manifest.Files.FirstOrDefault(f => f.Name == name) is { } file ? File.ReadAllBytes(PathOf(file.In, name)) : null;

    /// <summary>The rows of a table on that day, each as wide as the table is now.</summary>
    internal IReadOnlyList<OpenRow> Rows(StoredRelease release, OpenTable table)
    {
        if (Read(release, table.CsvName) is not { } csv || Read(release, table.JsonName) is not { } json)
        {
            return [];
        }

        var lines = ReleaseRows.OfCsv(csv).Select(line => Encoding.UTF8.GetString(line.Span)).ToArray();
        var missing = new string(',', Math.Max(0, table.Columns.Count - lines[0].Split(',').Length));
        return
        [
            .. lines.Skip(1).Zip(
                ReleaseRows.OfJsonLines(json),
                (line, row) => table.Row(missing.Length == 0 ? line : $"{line[..^2]}{missing}\r\n", Encoding.UTF8.GetString(row.Span))),
        ];
    }

    /// <summary>The right to add releases, which one process has at a time and which ends with it; null when another one has it.</summary>
    internal IDisposable? TryHold()
    {
        Directory.CreateDirectory(settings.Folder);
        try
        {
            return new FileStream(Path.Combine(settings.Folder, Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (taken.HResult is Taken or TakenOnMac or TakenOnWindows)
        {
            return null;
        }
    }

    /// <summary>Adds a day; called by whoever holds the folder.</summary>
    /// <param name="files">Those that are stored with this day, by name.</param>
    /// <param name="note">The signed manifest.</param>
    /// <exception cref="IOException">The day was released before, or the disk is full.</exception>
    internal void Publish(DateOnly day, IEnumerable<KeyValuePair<string, byte[]>> files, byte[] note)
    {
        var aside = Path.Combine(settings.Folder, Aside);
        Before("clear");
        if (Directory.Exists(aside))
        {
            Directory.Delete(aside, recursive: true);
        }

        Before("begin");
        Directory.CreateDirectory(aside);
        foreach (var (name, bytes) in files.Append(new(ReleaseManifest.FileName, note)))
        {
            Before(name);
            DurableFile.Replace(Path.Combine(aside, name), bytes);
        }

        Before("keys");
        DurableFile.Replace(Path.Combine(settings.Folder, Keys), Encoding.UTF8.GetBytes(settings.KeysText));
        Before("publish");
        DurableFile.Publish(aside, Path.Combine(settings.Folder, ReleaseFile.NameOf(day)));
        Before("published");
    }

    private static StoredRelease Read(byte[] note) => new(ReleaseManifest.Parse(SignedNote.Parse(note).Text), note);
}
