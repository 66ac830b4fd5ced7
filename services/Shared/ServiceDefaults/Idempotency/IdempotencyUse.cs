using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// Which routes take an Idempotency-Key: every POST that has a name, so every command of people and their machines and none of
/// the sidecar's. PUT and DELETE need none, since sending them again changes nothing more.
/// </summary>
public static class IdempotencyUse
{
    /// <summary>A POST that only asks: it may be sent again as it is, and a key is passed over.</summary>
    public static TBuilder ChangesNothing<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Exempt(HoldsSecret: false));

    /// <summary>Request or answer holds a secret, which is kept nowhere, not for a day either: a key is refused.</summary>
    public static TBuilder HoldsSecret<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Exempt(HoldsSecret: true));

    internal static bool IsTaken(string? method, IEnumerable<object> metadata) =>
        method == HttpMethods.Post && metadata.OfType<IEndpointNameMetadata>().Any() && !metadata.OfType<Exempt>().Any();

    internal static bool IsRefused(IEnumerable<object> metadata) => metadata.OfType<Exempt>().Any(exempt => exempt.HoldsSecret);

    private sealed record Exempt(bool HoldsSecret);
}
