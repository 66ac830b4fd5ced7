using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Submission.Evidence;

/// <summary>Where evidence lies on disk.</summary>
public sealed class EvidenceSettings
{
    /// <summary>A folder that every copy of this service shares and that is backed up with the database.</summary>
    [Required]
    public string Folder { get; set; } = "";
}

/// <summary>
/// Files by the SHA-256 of their content, each stored once. A file appears under its name only when it is whole and on disk, so
/// a crash leaves nothing half written; what lies there never changes.
/// </summary>
public sealed class EvidenceStore(IOptions<EvidenceSettings> settings)
{
    /// <summary>The largest file taken.</summary>
    public const long MostBytes = 50 * 1024 * 1024;

    /// <summary>Keeps the bytes and gives their SHA-256, 64 lower-case hexadecimal digits.</summary>
    public async Task<string> KeepAsync(byte[] file, CancellationToken cancel)
    {
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        var path = PathOf(sha256);
        if (File.Exists(path)) return sha256;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var begun = $"{path}.{Guid.NewGuid():N}";
        await using (var writing = new FileStream(begun, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await writing.WriteAsync(file, cancel);
            writing.Flush(flushToDisk: true);
        }

        // Two who bring the same file at once bring the same bytes.
        File.Move(begun, path, overwrite: true);
        return sha256;
    }

    /// <summary>A place beside the files for one that is on its way.</summary>
    internal FileStream Begin()
    {
        Directory.CreateDirectory(settings.Value.Folder);
        return new(Path.Combine(settings.Value.Folder, $"{Guid.NewGuid():N}.part"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete);
    }

    /// <summary>A whole file that lies beside the others becomes one of them.</summary>
    internal void Adopt(string begun, string sha256)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(sha256))!);
        File.Move(begun, PathOf(sha256), overwrite: true);
    }

    /// <summary>The file, or null when there is none.</summary>
    public FileStream? Open(string sha256) => File.Exists(PathOf(sha256)) ? File.OpenRead(PathOf(sha256)) : null;

    private string PathOf(string sha256) => Path.Combine(settings.Value.Folder, sha256[..2], sha256);
}
