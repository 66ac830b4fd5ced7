using System.ComponentModel.DataAnnotations;

namespace PilotRegistry.ServiceDefaults;

/// <summary>
/// Which issuer is trusted (configuration section <c>Auth</c>). Any OpenID provider that writes the same claims can take
/// the place of our own by these three settings.
/// </summary>
public sealed class TokenIssuer
{
    /// <summary>The <c>iss</c> claim: the public base address, compared character by character (RFC 9068, 4).</summary>
    [Required, Url]
    public required string Issuer { get; init; }

    /// <summary>Where discovery is read from; an internal address, since the public one may not be reachable from here.</summary>
    [Required, Url]
    public required string Discovery { get; init; }

    /// <summary>The <c>aud</c> claim that marks a token as meant for the registry.</summary>
    [Required]
    public required string Audience { get; init; }

    public string DiscoveryAddress => $"{Discovery.TrimEnd('/')}/.well-known/openid-configuration";

    /// <summary>Discovery speaks of public addresses; from behind the gateway the same path is asked for at the internal one.</summary>
    public string Reach(string address) =>
        address.StartsWith(Issuer, StringComparison.Ordinal) ? Discovery.TrimEnd('/') + address[Issuer.TrimEnd('/').Length..] : address;

    /// <summary>How far two clocks may differ.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(60);
}
