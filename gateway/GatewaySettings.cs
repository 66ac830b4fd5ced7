using System.ComponentModel.DataAnnotations;

namespace PilotRegistry.Gateway;

/// <summary>Configuration section <c>Gateway</c>.</summary>
public sealed class GatewaySettings : IValidatableObject
{
    /// <summary>As browsers see us; cookies are Secure when it begins with https.</summary>
    [Required, Url]
    public required string PublicUrl { get; init; }

    [Required]
    public required string ClientId { get; init; }

    [Required, MinLength(32)]
    public required string ClientSecret { get; init; }

    /// <summary>Base64 of 32 random bytes: the tokens of sessions are encrypted with it.</summary>
    [Required, Base64String]
    public required string TokenKey { get; init; }

    /// <summary>Where the built web pages lie.</summary>
    [Required]
    public required string WebRoot { get; init; }

    /// <summary>For one address, averaged; ten times as many may come at once.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; init; } = 200;

    /// <summary>For one signed-in browser, averaged; ten times as many may come at once.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecondOfSession { get; init; } = 100;

    /// <summary>For one address: passwords and token requests.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; init; } = 120;

    /// <summary>Proxies in front of us whose X-Forwarded-For is believed, as addresses.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    public bool IsSecure => PublicUrl.StartsWith("https:", StringComparison.Ordinal);

    public string Origin => new Uri(PublicUrl).GetLeftPart(UriPartial.Authority);

    public string RedirectUri => $"{PublicUrl.TrimEnd('/')}/bff/callback";

    public string AfterSignOut => $"{PublicUrl.TrimEnd('/')}/";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Convert.FromBase64String(TokenKey).Length != 32)
            yield return new("Gateway:TokenKey must be base64 of 32 random bytes.", [nameof(TokenKey)]);
    }
}
