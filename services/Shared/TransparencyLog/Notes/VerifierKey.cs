using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PilotRegistry.TransparencyLog;

/// <summary>How a key signs (C2SP signed-note, signature types); the numbers are part of the format.</summary>
public enum SignatureType : byte
{
    Ed25519 = 0x01,

    /// <summary>ECDSA on P-256 over SHA-256, DER.</summary>
    EcdsaP256 = 0x02,

    /// <summary>A witness's Ed25519 with the time it saw the checkpoint (C2SP tlog-cosignature).</summary>
    Cosignature = 0x04
}

/// <summary>The public half of a key, as people pin it: <c>name+keyid+base64(type ‖ key)</c>.</summary>
/// <param name="Name">Whose key; a log's is its origin.</param>
/// <param name="Key">32 bytes of Ed25519, or the SubjectPublicKeyInfo of P-256.</param>
public sealed record VerifierKey(string Name, SignatureType Type, byte[] Key)
{
    /// <summary>The first four bytes of a hash over name, type and key; for ECDSA over the key alone.</summary>
    public uint Id { get; } = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Type == SignatureType.EcdsaP256
        ? Key
        : [.. Encoding.UTF8.GetBytes(Name), (byte)'\n', (byte)Type, .. Key]));

    public bool Equals(VerifierKey? other) => other is not null && other.ToString() == ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Name}+{Id:x8}+{Convert.ToBase64String([(byte)Type, .. Key])}";

    /// <exception cref="FormatException">Not such a key, or its id is not the key's.</exception>
    public static VerifierKey Parse(string text)
    {
        if (text.Split('+', 3) is not [var name, var id, var encoded]
            || !KeyName.IsValid(name)
            || !StrictBase64.TryDecode(encoded, out var bytes)
            || bytes is not [var type, .. var key]
            || !IsKey((SignatureType)type, key))
        {
            throw new FormatException($"'{text}' is not a verifier key.");
        }

        var parsed = new VerifierKey(name, (SignatureType)type, key);
        return id == parsed.Id.ToString("x8", CultureInfo.InvariantCulture) ? parsed : throw new FormatException($"'{text}' has the id of another key.");
    }

    /// <summary>What the signature says; null when it is not this key's signature of the text.</summary>
    internal VerifiedSignature? Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) => Type switch
    {
        SignatureType.Ed25519 => Ed25519.Verify(Key, text, signature) ? new(this, At: null) : null,
        SignatureType.EcdsaP256 => VerifyEcdsa(text, signature) ? new(this, At: null) : null,
        SignatureType.Cosignature => VerifyCosignature(text, signature) is { } at ? new(this, at) : null,
        _ => null
    };

    private bool VerifyEcdsa(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(Key, out _);
        return key.VerifyData(text, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private DateTimeOffset? VerifyCosignature(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != sizeof(ulong) + Ed25519.SignatureLength)
        {
            return null;
        }

        var seconds = BinaryPrimitives.ReadUInt64BigEndian(signature);
        return seconds <= (ulong)DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            && Ed25519.Verify(Key, Cosigned(seconds, text), signature[sizeof(ulong)..])
                ? DateTimeOffset.FromUnixTimeSeconds((long)seconds)
                : null;
    }

    /// <summary>What a witness signs: that at this time this was the longest text it had seen.</summary>
    internal static byte[] Cosigned(ulong seconds, ReadOnlySpan<byte> text) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {seconds}\n")), .. text];

    private static bool IsKey(SignatureType type, byte[] key) => type switch
    {
        SignatureType.Ed25519 or SignatureType.Cosignature => key.Length == Ed25519.KeyLength,
        SignatureType.EcdsaP256 => IsP256(key),
        _ => false
    };

    private static bool IsP256(byte[] key)
    {
        try
        {
            using var read = ECDsa.Create();
            read.ImportSubjectPublicKeyInfo(key, out _);
            return read.KeySize == 256 && read.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key);
        }
        catch (Exception none) when (none is CryptographicException or PlatformNotSupportedException)
        {
            // The second is what .NET says of a point that is not on the curve.
            return false;
        }
    }
}
