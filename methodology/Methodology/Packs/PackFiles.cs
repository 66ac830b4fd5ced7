using System.Security.Cryptography;
using System.Text;

namespace PilotRegistry.Methodology;

/// <summary>A pack's files by path relative to its folder, with <c>/</c> between folders.</summary>
public sealed record PackFiles(string Folder, IReadOnlyDictionary<string, byte[]> Contents)
{
    public string Text(string path) => Contents.TryGetValue(path, out var bytes) ? Encoding.UTF8.GetString(bytes) : "";

    /// <summary>
    /// The same as <c>find * -type f | LC_ALL=C sort | xargs sha256sum | sha256sum</c> in the folder, so that anyone can
    /// repeat it with coreutils.
    /// </summary>
    public string Hash()
    {
        var listing = new StringBuilder();
        foreach (var path in Contents.Keys.OrderBy(Encoding.UTF8.GetBytes, ByteOrder))
            listing.Append(Hex(Contents[path])).Append("  ").Append(path).Append('\n');
        return $"sha256:{Hex(Encoding.UTF8.GetBytes(listing.ToString()))}";
    }

    private static readonly Comparer<byte[]> ByteOrder =
        Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
