using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>
/// A day's open data: whether the manifest is signed by the register's key for releases, whether every file is the one that it names, whether
/// the release before it is the one it follows, and, where a log is given, whether that log begins with the one that the manifest names.
/// </summary>
public sealed partial class ReleaseCheck(PublicLog place, Question asked)
{
    private readonly List<string> done = [];
    private readonly List<AuditFault> faults = [];

    /// <param name="place">A folder of the archive, an address of a release, or of its page.</param>
    public static async Task<Findings> RunAsync(string place, Question asked)
    {
        var time = Stopwatch.StartNew();
        using var files = new PublicLog(ReleasePage().Replace(place.TrimEnd('/'), "/api/public/v1/open-data/releases/$1"));
        var check = new ReleaseCheck(files, asked);
        var manifest = await check.ManifestAsync();
        if (manifest is not null)
        {
            await check.FilesAsync(manifest);
            await check.BeforeAsync(manifest);
            await check.LogAsync(manifest);
        }

        return new(
            check.faults.Count == 0, manifest?.Origin, manifest?.Log?.Size, manifest?.Log?.Root.ToString(),
            manifest is null ? [] : [$"{ReleaseManifest.KeyName(manifest.Origin)}, the open data of {ReleaseFile.NameOf(manifest.Day)}"], check.done, check.faults, time.Elapsed.TotalSeconds);
    }

    /// <summary>The manifest, once a key for releases has signed it; null when there is none, or another signed it.</summary>
    private async Task<ReleaseManifest?> ManifestAsync()
    {
        try
        {
            var (text, isNew) = await KeysAsync();
            var keys = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(VerifierKey.Parse).ToArray();
            var manifest = ReleaseManifest.Open(SignedNote.Parse(await place.ReadAsync(ReleaseManifest.FileName)), keys);
            if (isNew)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Remembered))!);
                DurableFile.Replace(Remembered, Encoding.UTF8.GetBytes(text));
            }

            return manifest;
        }
        catch (Exception wrong) when (wrong is FormatException or IOException)
        {
            Fault(wrong.Message);
            return null;
        }
    }

    /// <summary>Those that were given, or remembered; on the first visit those beside the release.</summary>
    private async Task<(string Text, bool IsNew)> KeysAsync()
    {
        if (asked.Keys is { } file)
        {
            return File.Exists(file) ? (await File.ReadAllTextAsync(file), false) : throw new RegistryException($"{file} is not there.");
        }

        if (File.Exists(Remembered))
        {
            return (await File.ReadAllTextAsync(Remembered), false);
        }

        done.Add("first visit: the key is the one that lies beside the release. Compare it with the key published elsewhere, or give --keys FILE");
        return (Encoding.UTF8.GetString(await place.ReadAsync("../keys.txt")), true);
    }

    /// <summary>Beside what is remembered of the log.</summary>
    private string Remembered => Path.ChangeExtension(asked.State, ".releases");

    private async Task FilesAsync(ReleaseManifest manifest)
    {
        var before = faults.Count;
        foreach (var file in manifest.Files)
        {
            if (await FindAsync(manifest, file) is not { } bytes)
            {
                Fault($"{file.Name} is not there.");
            }
            else if (ReleaseFile.HashOf(bytes) != file.Sha256)
            {
                Fault($"{file.Name} is not the file that was released: its SHA-256 is {ReleaseFile.HashOf(bytes)}, the manifest names {file.Sha256}.");
            }
            else if (bytes.Length != file.Bytes || (ReleaseRows.Count(file.Name, bytes) ?? file.Rows) != file.Rows)
            {
                Fault(string.Create(CultureInfo.InvariantCulture, $"{file.Name} has not the {file.Bytes} bytes and {file.Rows} rows that the manifest names."));
            }
        }

        if (faults.Count == before)
        {
            done.Add(string.Create(CultureInfo.InvariantCulture, $"{manifest.Files.Count} files against their hashes, sizes and rows"));
            done.AddRange(manifest.IsUnchanged ? ["nothing differs from the day before"] : []);
        }
    }

    /// <summary>With the release, as an address gives it; or with the day that holds it, as the archive keeps it.</summary>
    private async Task<byte[]?> FindAsync(ReleaseManifest manifest, ReleaseFile file) =>
        await FindAsync(file.Name) ?? (file.In == manifest.Day ? null : await FindAsync($"../{ReleaseFile.NameOf(file.In)}/{file.Name}"));

    private async Task<byte[]?> FindAsync(string path)
    {
        try
        {
            return await place.ReadAsync(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private async Task BeforeAsync(ReleaseManifest manifest)
    {
        if (manifest.Before is not { } before)
        {
            done.Add("it is the first release");
        }
        else if (await FindAsync($"../{ReleaseFile.NameOf(before.Day)}/{ReleaseManifest.FileName}") is not { } note)
        {
            done.Add($"the release of {ReleaseFile.NameOf(before.Day)} that it follows is not here: not compared");
        }
        else if (ReleaseFile.HashOf(note) != before.Sha256)
        {
            Fault($"The release of {ReleaseFile.NameOf(before.Day)} is not the one that this release follows: one of them was replaced.");
        }
        else
        {
            done.Add($"it follows the release of {ReleaseFile.NameOf(before.Day)}, unchanged");
        }
    }

    private async Task LogAsync(ReleaseManifest manifest)
    {
        if (asked.Log is not { } at)
        {
            return;
        }

        if (manifest.Log is not { } named)
        {
            Fault("The release names no log.");
            return;
        }

        using var log = new PublicLog(at);
        var visit = new LogVisit(log, asked with { Keys = null });
        var found = await visit.RunAsync(async (checkpoint, _) =>
        {
            await visit.CompareAsync(new("that the release names", named, At: null), checkpoint);
            return [];
        });
        done.AddRange(found.Checked.Select(what => $"the log: {what}"));
        faults.AddRange(found.Faults);
    }

    private void Fault(string what) => faults.Add(new(Index: null, what));

    [GeneratedRegex("(?<=^https?://[^/]+)(?:/en)?/data/releases/([0-9-]+)$")]
    private static partial Regex ReleasePage();
}
