using System.Globalization;

namespace PilotRegistry.TransparencyLog;

/// <summary>The release of the day before, by its manifest's bytes: whoever holds the newest release holds the whole row of them.</summary>
/// <param name="Sha256">In hexadecimal.</param>
public sealed record ReleaseBefore(DateOnly Day, string Sha256);

/// <summary>
/// What a day's open data was: its files with their hashes, the release before it, and the log at that time. Signed as a note with a key that
/// signs releases and nothing else.
/// </summary>
/// <param name="Origin">The register: its address without scheme.</param>
/// <param name="Day">The day in Beijing at whose end this was public.</param>
/// <param name="Before">Null for the first.</param>
/// <param name="Log">The log's state when the release was made: every place that a file names lies below its size. Null where there is no log.</param>
/// <param name="Files">By name.</param>
public sealed record ReleaseManifest(string Origin, DateOnly Day, ReleaseBefore? Before, Checkpoint? Log, IReadOnlyList<ReleaseFile> Files)
{
    /// <summary>What the file of the signed manifest is called.</summary>
    public const string FileName = "manifest";

    private const string Kind = "/releases";

    /// <summary>Whether nothing differs from the day before: the release is its manifest alone.</summary>
    public bool IsUnchanged => Files.All(f => f.In != Day);

    /// <summary>The name of the key that signs a register's releases.</summary>
    public static string KeyName(string origin) => origin + Kind;

    public string ToText() => string.Concat(
    [
        $"{KeyName(Origin)}\nday {ReleaseFile.NameOf(Day)}\n",
        Before is null ? "" : $"before {ReleaseFile.NameOf(Before.Day)} {Before.Sha256}\n",
        Log is null ? "" : string.Create(CultureInfo.InvariantCulture, $"log {Log.Origin} {Log.Size} {Log.Root}\n"),
        .. Files.Select(f => f.ToLine()),
    ]);

    public SignedNote SignedBy(NoteSigner signer) => new(ToText(), [signer.Sign(ToText())]);

    /// <summary>The manifest, once one of the keys that sign releases of its register has signed it.</summary>
    /// <exception cref="FormatException">Not a manifest, or not signed by such a key.</exception>
    public static ReleaseManifest Open(SignedNote note, IEnumerable<VerifierKey> keys)
    {
        var manifest = Parse(note.Text);
        return note.Verify(keys.Where(k => k.Type == SignatureType.Ed25519 && k.Name == KeyName(manifest.Origin))).Count > 0
            ? manifest
            : throw new FormatException($"The manifest is not signed by a known key that signs releases of {manifest.Origin}.");
    }

    /// <exception cref="FormatException">Not a manifest, or one spelled in another way than <see cref="ToText"/>.</exception>
    public static ReleaseManifest Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines is [var kind, ['d', 'a', 'y', ' ', .. var name], .. var rest, ""]
            && kind.Length > Kind.Length && kind.EndsWith(Kind, StringComparison.Ordinal) && ReleaseFile.TryDay(name, out var day))
        {
            var before = rest.Length > 0 ? ReadBefore(rest[0]) : null;
            rest = before is null ? rest : rest[1..];
            var log = rest.Length > 0 ? ReadLog(rest[0]) : null;
            rest = log is null ? rest : rest[1..];
            var files = rest.Select(ReleaseFile.Read).OfType<ReleaseFile>().ToArray();
            var manifest = new ReleaseManifest(kind[..^Kind.Length], day, before, log, files);
            if (manifest.IsSound() && manifest.ToText() == text)
            {
                return manifest;
            }
        }

        throw new FormatException("A manifest is: origin/releases, its day, the release before it, the log, and a line for each file, by name.");
    }

    /// <summary>Files by name and each once; nothing from a later day.</summary>
    private bool IsSound() =>
        Files.Zip(Files.Skip(1)).All(pair => string.CompareOrdinal(pair.First.Name, pair.Second.Name) < 0)
        && Files.All(f => f.In <= Day) && (Before is null || Before.Day < Day);

    private static ReleaseBefore? ReadBefore(string line) =>
        line.Split(' ') is ["before", var name, var hash] && ReleaseFile.TryDay(name, out var day) && ReleaseFile.IsHash(hash) ? new(day, hash) : null;

    private static Checkpoint? ReadLog(string line) =>
        line.Split(' ') is ["log", { Length: > 0 } origin, var size, var root]
        && ulong.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var entries) && Digest.TryParse(root, out var digest)
            ? new(origin, entries, digest)
            : null;
}
