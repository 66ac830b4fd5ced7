using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Identity;

/// <summary>Private keys at rest: AES-256-GCM, with the key's id authenticated so that rows cannot be swapped.</summary>
public sealed class KeyEncryption(IOptions<IdentitySettings> settings)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public byte[] Encrypt(string keyId, ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[NonceLength + plain.Length + TagLength];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = NewCipher();
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceLength, plain.Length), sealedBytes.AsSpan(^TagLength..), Encoding.ASCII.GetBytes(keyId));
        return sealedBytes;
    }

    public byte[] Decrypt(string keyId, ReadOnlySpan<byte> sealedBytes)
    {
        var plain = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = NewCipher();
        aes.Decrypt(sealedBytes[..NonceLength], sealedBytes[NonceLength..^TagLength], sealedBytes[^TagLength..], plain, Encoding.ASCII.GetBytes(keyId));
        return plain;
    }

    private AesGcm NewCipher() => new(Convert.FromBase64String(settings.Value.KeyEncryptionKey), TagLength);
}
