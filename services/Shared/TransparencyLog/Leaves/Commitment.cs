using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// A promise of one value that shows nothing of it (RFC 9901 §4.2): the log holds <see cref="Digest"/>; whoever is shown
/// <see cref="Disclosure"/> can check the value, and once salt and value are erased nobody can guess it.
/// </summary>
/// <param name="Disclosure">base64url(["salt","name",value]).</param>
public sealed record Commitment(string Name, string Disclosure)
{
    private const int SaltLength = 32;

    /// <summary>SHA-256 of the disclosure's characters.</summary>
    public Digest Digest { get; } = new(SHA256.HashData(Encoding.ASCII.GetBytes(Disclosure)));

    /// <summary>Commits to a value with a salt of its own, 256 bits.</summary>
    /// <exception cref="OutOfProfileException">The value cannot be written in the profile's JSON.</exception>
    public static Commitment To(string name, JsonNode value) => To(name, value, RandomNumberGenerator.GetBytes(SaltLength));

    /// <param name="salt">32 bytes that nobody can guess and that are used once.</param>
    public static Commitment To(string name, JsonNode value, ReadOnlySpan<byte> salt) =>
        new(name, Base64Url.Encode(LeafJson.Write(new JsonArray(Base64Url.Encode(salt), name, value.DeepClone()))));

    /// <summary>The value that a disclosure shows, once it is the one committed to.</summary>
    /// <exception cref="FormatException">It is another value, another name, or no disclosure.</exception>
    public static JsonNode Open(string name, in Digest committed, string disclosure) =>
        new Commitment(name, disclosure).Digest == committed
        && Read(disclosure) is [_, JsonValue named, { } value]
        && named.TryGetValue(out string? written) && written == name
            ? value.DeepClone()
            : throw new FormatException($"That is not what '{name}' was committed to.");

    private static JsonArray? Read(string disclosure)
    {
        try
        {
            var json = Base64Url.Decode(disclosure);
            return Utf8.IsValid(json) ? JsonNode.Parse(json, documentOptions: new() { AllowDuplicateProperties = false }) as JsonArray : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>Unpadded base64url (RFC 4648 §5) in its one spelling.</summary>
internal static class Base64Url
{
    public static string Encode(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    /// <exception cref="FormatException">Not base64url, padded, or with stray bits.</exception>
    public static byte[] Decode(string text)
    {
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(text);
        return Encode(bytes) == text ? bytes : throw new FormatException($"'{text}' is not unpadded base64url.");
    }

    /// <exception cref="FormatException">Not base64url of 32 bytes.</exception>
    public static Digest Digest(string text) => Decode(text) is { Length: TransparencyLog.Digest.Length } bytes
        ? new Digest(bytes)
        : throw new FormatException($"'{text}' is not a SHA-256 value.");
}
