using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using PilotRegistry.Contracts;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>A public answer as it will be sent: its path, its bytes, and a tag over the bytes.</summary>
public sealed record PublicPage(string Path, string ETag, byte[] Body)
{
    public static PublicPage Of<T>(string path, T answer)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, RegistryJson.Http);
        return new(path, TagOf(body), body);
    }

    public static string TagOf(ReadOnlySpan<byte> body) => $"\"{Base64Url.EncodeToString(SHA256.HashData(body).AsSpan(0, 12))}\"";
}
