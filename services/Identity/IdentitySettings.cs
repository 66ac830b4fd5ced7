using System.ComponentModel.DataAnnotations;

namespace PilotRegistry.Identity;

/// <summary>Configuration section <c>Identity</c>.</summary>
public sealed class IdentitySettings : IValidatableObject
{
    /// <summary>Base64 of 32 random bytes. Whoever has it and the database can sign tokens: keep them apart.</summary>
    [Required, Base64String]
    public required string KeyEncryptionKey { get; init; }

    /// <summary>For one name, in each process.</summary>
    [Range(1, 100_000)]
    public int SignInTriesPerMinute { get; init; } = 20;

    /// <summary>Read by <c>--migrate</c>.</summary>
    public Dictionary<string, ClientSettings> Clients { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Runs only when the attributes hold: it is base64.
        if (Convert.FromBase64String(KeyEncryptionKey).Length != 32)
            yield return new("Identity:KeyEncryptionKey must be base64 of 32 random bytes.", [nameof(KeyEncryptionKey)]);
    }
}
