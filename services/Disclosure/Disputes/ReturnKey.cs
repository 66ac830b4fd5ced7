using System.Security.Cryptography;
using System.Text;

namespace PilotRegistry.Disclosure;

/// <summary>
/// What whoever came the protected way, or follows by mail, returns with: 24 letters and digits drawn at random (more than 116 bits),
/// shown or mailed once. The register keeps its hash alone, so that nobody who reads the database can come back in their place.
/// </summary>
public sealed class ReturnKey
{
    /// <summary>Without what is easily read for something else: I, L, O, U, 0 and 1.</summary>
    private const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private const int Length = 24;

    private readonly string text;

    private ReturnKey(string text) => this.text = text;

    /// <summary>SHA-256 in 64 lower-case hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    public static ReturnKey New() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Reads a key as people copy it: in any case, with or without its hyphens and with blanks. Null when it is none.</summary>
    public static ReturnKey? Read(string typed)
    {
        var plain = new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return plain.Length == Length && plain.All(Alphabet.Contains) ? new(plain) : null;
    }

    /// <summary>In groups of four.</summary>
    public override string ToString() => string.Join('-', text.Chunk(4).Select(group => new string(group)));
}
