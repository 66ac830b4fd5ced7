using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using PilotRegistry.ServiceDefaults.Sealing;

namespace PilotRegistry.ServiceDefaults;

/// <summary>A request under its key.</summary>
/// <param name="Id">From caller and key.</param>
/// <param name="Request">SHA-256 of all that makes it this request. If-Match is left out: who repeats a command may have looked again meanwhile.</param>
internal sealed record AskedCommand(Guid Id, Guid? Caller, string Method, string Path, byte[] Request)
{
    /// <summary>In memory; more goes through a temporary file.</summary>
    private const int InMemory = 256 * 1024;

    /// <summary>Reads the whole body, and leaves the request as if nobody had.</summary>
    public static async Task<AskedCommand> ReadAsync(HttpContext http, string key)
    {
        var request = http.Request;
        request.EnableBuffering(InMemory);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var path = request.PathBase + request.Path;
        hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\n', request.Method, path, request.QueryString, request.ContentType, "")));
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (int read; (read = await request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        request.Body.Position = 0;
        var caller = http.User.Identity?.IsAuthenticated == true ? http.User.Id() : (Guid?)null;
        return new(IdempotencyKey.IdOf(http, key), caller, request.Method, path, hash.GetHashAndReset());
    }
}

/// <summary>An answer as it went out: status, the headers that matter to a program, and the bytes.</summary>
internal sealed record KeptAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private static readonly string[] Kept = ["Content-Type", "Content-Language", "ETag", "Location", "Cache-Control", GivePromise.HeaderName];

    /// <summary>
    /// A rule has said yes or no. What reached no rule may turn out otherwise next time, and what broke must. An answer that nobody may
    /// store (RFC 9111, 5.2.2.5) is not stored here either: whoever repeats its command has it executed again, under the same ids.
    /// </summary>
    public static bool IsWorthKeeping(HttpResponse response) =>
        response.StatusCode is >= 200 and < 300 or 409 && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);

    public static KeptAnswer Of(HttpResponse response, byte[] body) => new(
        response.StatusCode, Kept.Where(response.Headers.ContainsKey).ToDictionary(name => name, name => response.Headers[name].ToString()), body);

    public async Task RepeatAsync(HttpContext http)
    {
        http.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            http.Response.Headers[name] = value;
        }

        http.Response.Headers[IdempotencyKey.Replayed] = "true";
        if (Body.Length > 0)
        {
            http.Response.ContentLength = Body.Length;
            await http.Response.Body.WriteAsync(Body, http.RequestAborted);
        }
    }
}
