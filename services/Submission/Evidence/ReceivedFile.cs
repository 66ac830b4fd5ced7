using System.Security.Cryptography;

namespace PilotRegistry.Submission.Evidence;

/// <summary>
/// A large file on its way into the store: written to disk and hashed as it comes, so that it never stands in memory. Nothing of
/// it stays unless it is kept.
/// </summary>
public sealed class ReceivedFile : IAsyncDisposable
{
    private readonly FileStream content;
    private readonly EvidenceStore store;

    private ReceivedFile(FileStream content, EvidenceStore store, string sha256) => (this.content, this.store, Sha256) = (content, store, sha256);

    public string Sha256 { get; }

    public long Size => content.Length;

    /// <summary>Stands at its beginning.</summary>
    public Stream Content => content;

    /// <param name="body">What is sent; the route limits its size.</param>
    public static async Task<ReceivedFile> OfAsync(Stream body, EvidenceStore store, CancellationToken cancel)
    {
        var content = store.Begin();
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var part = new byte[64 * 1024];
            for (int read; (read = await body.ReadAsync(part, cancel)) > 0;)
            {
                hash.AppendData(part, 0, read);
                await content.WriteAsync(part.AsMemory(0, read), cancel);
            }

            content.Position = 0;
            return new(content, store, Convert.ToHexStringLower(hash.GetHashAndReset()));
        }
        catch
        {
            await DropAsync(content);
            throw;
        }
    }

    /// <summary>The file lies in the store under its hash.</summary>
    public void Keep()
    {
        content.Flush(flushToDisk: true);
        store.Adopt(content.Name, Sha256);
    }

    public ValueTask DisposeAsync() => DropAsync(content);

    private static async ValueTask DropAsync(FileStream content)
    {
        await content.DisposeAsync();
        File.Delete(content.Name);
    }
}
