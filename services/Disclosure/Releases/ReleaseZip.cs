using System.IO.Compression;
using System.Text;
using PilotRegistry.Contracts;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Disclosure.Releases;

/// <summary>
/// A day's release as one ZIP file: a folder with the signed manifest, every file of the day wherever its bytes lie, and their hashes as
/// <c>sha256sum -c</c> reads them; beside it the keys. Packed as it is sent. What is signed is the manifest, not how it is packed.
/// </summary>
internal sealed class ReleaseZip(Archive archive, StoredRelease release, string keys) : IResult
{
    public const string FileName = "release.zip", SumsName = "SHA256SUMS";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (cancel, headers) = (httpContext.RequestAborted, httpContext.Response.Headers);
        (headers.AccessControlAllowOrigin, headers.CacheControl) = ("*", "public, max-age=3600");
        // The keys may change, and another version of the packer may pack otherwise.
        headers.ETag = $"W/\"{release.AsBefore.Sha256[..24]}{ReleaseFile.HashOf(Encoding.UTF8.GetBytes(keys))[..8]}\"";
        if (httpContext.Request.Headers.IfNoneMatch.Contains(headers.ETag.ToString()))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        // A file, since a whole country does not fit into the memory of many readers at once, and a packer waits for nobody.
        await using var packed = new FileStream(
            Path.GetTempFileName(), FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await PackAsync(packed, cancel);
        headers.ContentDisposition = $"attachment; filename=open-data-{Day}.zip";
        (httpContext.Response.ContentType, httpContext.Response.ContentLength) = ("application/zip", packed.Length);
        packed.Position = 0;
        await packed.CopyToAsync(httpContext.Response.Body, cancel);
    }

    private async Task PackAsync(Stream into, CancellationToken cancel)
    {
        await using var zip = await ZipArchive.CreateAsync(into, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel);
        await AddAsync(zip, "keys.txt", new MemoryStream(Encoding.UTF8.GetBytes(keys)), cancel);
        await AddAsync(zip, $"{Day}/{ReleaseManifest.FileName}", new MemoryStream(release.Note), cancel);
        await AddAsync(zip, $"{Day}/{SumsName}", new MemoryStream(Encoding.UTF8.GetBytes(Sums)), cancel);
        foreach (var file in release.Manifest.Files)
        {
            await AddAsync(zip, $"{Day}/{file.Name}", File.OpenRead(archive.PathOf(file.In, file.Name)), cancel);
        }
    }

    private string Day => ReleaseFile.NameOf(release.Day);

    private string Sums => string.Concat(release.Manifest.Files.Select(file => $"{file.Sha256}  {file.Name}\n"));

    /// <summary>Dated by the end of the day, so that nothing tells when it was packed.</summary>
    private async Task AddAsync(ZipArchive zip, string name, Stream bytes, CancellationToken cancel)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Beijing.StartOf(release.Day.AddDays(1));
        await using var packed = await entry.OpenAsync(cancel);
        await using (bytes)
        {
            await bytes.CopyToAsync(packed, cancel);
        }
    }
}
