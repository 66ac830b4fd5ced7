using PilotRegistry.ServiceDefaults;

namespace PilotRegistry.Gateway;

/// <summary>
/// Paths of a service that are for its neighbours only: Dapr's protocol, event delivery, health. They are never forwarded,
/// however they are written. Empty segments are refused, since two readers may disagree on what they mean.
/// </summary>
public static class InsidePaths
{
    private static readonly HashSet<string> Inside = new(StringComparer.OrdinalIgnoreCase) { "v1.0", "dapr", "events", "healthz", "openapi", "leaves" };

    public static Task RefuseAsync(HttpContext http, RequestDelegate next) =>
        IsInside(http.Request.Path) ? Problems.WriteAsync(http, 404, "not-found", "There is no such thing here.") : next(http);

    /// <summary>What people ask of one leaf: <c>/api/{service}/v1/leaves/{event}/promise</c>, in one spelling.</summary>
    private static bool IsOfOneLeaf(string[] segments) =>
        segments is ["", _, _, "leaves", var id, "promise" or "disclosure" or "erasure"] && Guid.TryParseExact(id, "D", out _);

    /// <summary><c>/api/{service}/v1/{first}/…</c>, judged by its first segment.</summary>
    internal static bool IsInside(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase, out var rest)
        && rest.Value!.Split('/') is var segments
        && !IsOfOneLeaf(segments)
        && (segments.Skip(1).SkipLast(1).Contains("") || segments is [_, _, _, var first, ..] && Inside.Contains(Uri.UnescapeDataString(first)));
}
