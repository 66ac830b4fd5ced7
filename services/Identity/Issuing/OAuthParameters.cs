using Microsoft.Extensions.Primitives;

namespace PilotRegistry.Identity;

/// <summary>The parameters of an OAuth request. An empty one counts as left out (RFC 6749, 3.1).</summary>
public sealed class OAuthParameters
{
    private const int LongestValue = 4096;

    private readonly Dictionary<string, string> given;

    private OAuthParameters(Dictionary<string, string> given) => this.given = given;

    public string? this[string name] => given.GetValueOrDefault(name);

    public IEnumerable<KeyValuePair<string, string?>> All => given.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value));

    /// <summary>From the query of a GET, the form of a POST; null when a parameter is repeated (RFC 6749, 3.1), too long, or there is no form.</summary>
    public static async Task<OAuthParameters?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (HttpMethods.IsGet(request.Method)) return From(request.Query);
        return request.HasFormContentType ? From(await request.ReadFormAsync(ct)) : null;
    }

    private static OAuthParameters? From(IEnumerable<KeyValuePair<string, StringValues>> pairs)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in pairs)
        {
            if (values.Count > 1 || values.ToString().Length > LongestValue) return null;
            if (values.ToString() is { Length: > 0 } value && !given.TryAdd(name, value)) return null;
        }
        return new(given);
    }
}
