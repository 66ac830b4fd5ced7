using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Gateway;

/// <summary>One built file in the three forms it is sent in; compressed when first asked for.</summary>
public sealed class WebFile(byte[] plain, string type, string cacheControl)
{
    private readonly Lazy<byte[]> brotli = new(() => Compress(plain, stream => new BrotliStream(stream, CompressionLevel.SmallestSize)));
    private readonly Lazy<byte[]> gzip = new(() => Compress(plain, stream => new GZipStream(stream, CompressionLevel.SmallestSize)));

    public string Type { get; } = type;

    public string CacheControl { get; } = cacheControl;

    /// <summary>Of the content; each encoding has its own, since they are different bytes (RFC 9110, 8.8.3).</summary>
    public string Hash { get; } = Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12));

    public (byte[] Body, string? Encoding) For(string acceptEncoding) =>
        plain.Length < 1000 || !IsText(Type) ? (plain, null)
        : Accepts(acceptEncoding, "br") ? (brotli.Value, "br")
        : Accepts(acceptEncoding, "gzip") ? (gzip.Value, "gzip")
        : (plain, null);

    /// <summary>RFC 9110, 12.5.3, as far as browsers use it: named, and not with weight zero.</summary>
    private static bool Accepts(string header, string encoding) => header.Split(',', StringSplitOptions.TrimEntries)
        .Any(one => one.Split(';', StringSplitOptions.TrimEntries) is [var name, .. var weight]
            && name.Equals(encoding, StringComparison.OrdinalIgnoreCase) && weight is not ["q=0" or "q=0.0", ..]);

    private static bool IsText(string type) => type.StartsWith("text/", StringComparison.Ordinal)
        || type is "application/json" or "image/svg+xml" or "application/javascript" or "application/manifest+json";

    private static byte[] Compress(byte[] plain, Func<Stream, Stream> with)
    {
        var result = new MemoryStream();
        using (var stream = with(result)) stream.Write(plain);
        return result.ToArray();
    }
}

/// <summary>
/// The built web pages, held in memory: a few megabytes, read once, so that no path of a request ever reaches the disk.
/// Files in assets/ carry a hash in their name and never change; everything else is asked for again each time.
/// </summary>
public sealed class WebFiles(IOptions<GatewaySettings> settings)
{
    private const string Desk = "/desk.html";
    private const string Public = "/index.html";

    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly FrozenDictionary<string, WebFile> files = Read(settings.Value.WebRoot);

    /// <summary>The public pages' own shell, unfilled.</summary>
    public WebFile? Shell => files.GetValueOrDefault(Public);

    /// <summary>The file of that path, or the page that draws it: the desk, or the way in. Null where Disclosure fills a page, or says that there is none.</summary>
    public WebFile? Find(PathString path) =>
        files.GetValueOrDefault(path.Value!)
        ?? (path.StartsWithSegments("/desk") ? files.GetValueOrDefault(Desk) : path == "/sign-in" ? Shell : null);

    private static FrozenDictionary<string, WebFile> Read(string root) => !Directory.Exists(root)
        ? FrozenDictionary<string, WebFile>.Empty
        : Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden })
            .ToFrozenDictionary(file => "/" + Path.GetRelativePath(root, file).Replace('\\', '/'), file => Load(root, file));

    private static WebFile Load(string root, string file) => new(
        File.ReadAllBytes(file),
        Types.TryGetContentType(file, out var type) ? type : "application/octet-stream",
        Path.GetRelativePath(root, file).StartsWith("assets" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable" : "no-cache");
}
