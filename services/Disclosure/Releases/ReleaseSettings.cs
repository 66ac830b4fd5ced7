using System.ComponentModel.DataAnnotations;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Disclosure.Releases;

/// <summary>Configuration section <c>Releases</c>: where the daily releases of the open data are kept, and in whose name they are signed. No key has a default.</summary>
public sealed class ReleaseSettings : IValidatableObject
{
    /// <summary>Where the releases lie; any web server can serve it. Copies of the service share it. Without it no releases are made, and none are shown.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The register's address without scheme. It stands in every release.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Base64 of 32 random bytes: an Ed25519 key that signs releases and nothing else.</summary>
    [Base64String]
    public string Key { get; init; } = "";

    /// <summary>Public keys that signed earlier releases, as <c>keys.txt</c> showed them, with white space between them.</summary>
    public string FormerKeys { get; init; } = "";

    public bool IsOn => Folder.Length > 0;

    /// <summary>Not public, like what follows: whoever binds and validates settings reads every public member, before there is a key.</summary>
    internal NoteSigner Signer => NoteSigner.Ed25519(ReleaseManifest.KeyName(Origin), Convert.FromBase64String(Key));

    /// <summary>The key that signs, then those that did, a line each.</summary>
    internal string KeysText => string.Concat(FormerKeys.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Prepend(Signer.Key.ToString()).Select(key => $"{key}\n"));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsOn)
        {
            yield break;
        }

        if (Origin.Length == 0)
        {
            yield return new("Releases__Origin is missing: the register's address without scheme.", [nameof(Origin)]);
        }

        if (!Convert.TryFromBase64String(Key, new byte[Key.Length], out var length) || length != 32)
        {
            yield return new("Releases__Key is missing or is not base64 of 32 bytes: make it once (openssl rand -base64 32) and keep it with the other secrets.", [nameof(Key)]);
        }
    }
}
