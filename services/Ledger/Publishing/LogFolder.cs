using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Ledger.Publishing;

/// <summary>The public files on this disk, under the paths that the public asks for; any web server can serve them.</summary>
/// <param name="folder">Created when missing.</param>
public sealed class LogFolder(string folder)
{
    public string Root { get; } = Directory.CreateDirectory(folder).FullName;

    /// <summary>Puts a file there, whole and for good.</summary>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        DurableFile.Replace(file, bytes);
    }

    public byte[] Read(string path) => File.ReadAllBytes(Path.Combine(Root, path));

    public bool Has(string path) => File.Exists(Path.Combine(Root, path));

    public ValueTask<ReadOnlyMemory<byte>> ReadAsync(TileAddress address) => new(Read(address.Path));

    /// <summary>The narrower files of a tile go once the whole one is published.</summary>
    public void RemovePartial(TileAddress whole)
    {
        var partial = Path.Combine(Root, $"{whole.Path}.p");
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }
    }
}
