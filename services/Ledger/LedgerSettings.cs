using System.ComponentModel.DataAnnotations;

namespace PilotRegistry.Ledger;

/// <summary>Configuration section <c>Ledger</c>. No key has a default.</summary>
public sealed class LedgerSettings
{
    /// <summary>Which log: its address without scheme. It stands in every checkpoint and never changes.</summary>
    [Required]
    public required string Origin { get; init; }

    /// <summary>Where the public files lie.</summary>
    [Required]
    public required string Folder { get; init; }

    /// <summary>The file that remembers what was signed; on another disk than the folder and the database.</summary>
    [Required]
    public required string Guard { get; init; }

    /// <summary>Base64 of 32 random bytes: the Ed25519 key.</summary>
    [Required, Base64String]
    public required string Ed25519Key { get; init; }

    /// <summary>Base64 of a PKCS #8 private key on P-256: the second key, of another family.</summary>
    [Required, Base64String]
    public required string EcdsaKey { get; init; }

    /// <summary>The keys that will follow, as <c>--rotate-keys</c> gives them; set both or none.</summary>
    [Base64String]
    public string NextEd25519Key { get; init; } = "";

    /// <summary>See <see cref="NextEd25519Key"/>.</summary>
    [Base64String]
    public string NextEcdsaKey { get; init; } = "";

    /// <summary>A C2SP policy's <c>witness</c>, <c>group</c> and <c>quorum</c> lines; empty while there are no witnesses.</summary>
    public string Witnesses { get; init; } = "";

    /// <summary>Whose leaves are sequenced.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Sources { get; init; } = ["registration", "submission", "verification", "acceptance", "disclosure", "workflows"];

    /// <summary>The client with which the log reads the services' leaves.</summary>
    [Required, MinLength(32)]
    public required string ClientSecret { get; init; }
}
