using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>A log's public files: behind an address, in a folder, or on a stick that somebody was handed.</summary>
public sealed class PublicLog : IDisposable
{
    private readonly HttpClient? http;
    private readonly string folder;

    /// <param name="place">An http(s) address, or a folder.</param>
    /// <exception cref="RegistryException">There is no such folder.</exception>
    public PublicLog(string place)
    {
        var isAddress = Uri.TryCreate(place.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        http = isAddress ? new() { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) } : null;
        folder = place;
        if (!isAddress && !Directory.Exists(place))
        {
            throw new RegistryException($"{place} is neither an address nor a folder.");
        }
    }

    /// <summary>Whether the log itself answers, and not a copy of unknown age.</summary>
    public bool IsAsked => http is not null;

    public async Task<bool> HasAsync(string path)
    {
        try
        {
            await ReadAsync(path);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public async Task<byte[]> ReadAsync(string path)
    {
        if (http is null)
        {
            var file = Path.Combine(folder, path);
            return File.Exists(file) ? await File.ReadAllBytesAsync(file) : throw new FileNotFoundException($"{path} is not there");
        }

        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync() : throw new FileNotFoundException($"{path} is not there ({(int)answer.StatusCode})");
    }

    /// <summary>A tile or bundle. A partial one may be gone once the whole one is there; then it is cut from that.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadAsync(TileAddress address)
    {
        try
        {
            return await ReadAsync(address.Path);
        }
        catch (FileNotFoundException) when (address.IsPartial)
        {
            var whole = await ReadAsync((address with { Width = TileAddress.FullWidth }).Path);
            return address.Level is null ? EntryBundle.Write([.. EntryBundle.Read(whole, TileAddress.FullWidth).Take(address.Width)]) : whole.AsMemory(0, address.Width * Digest.Length);
        }
    }

    public void Dispose() => http?.Dispose();
}
