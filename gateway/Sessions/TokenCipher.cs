using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace PilotRegistry.Gateway;

/// <summary>AES-256-GCM over JSON. What it belongs to is authenticated with it, so that nothing can be moved to another place.</summary>
public sealed class TokenCipher(IOptions<GatewaySettings> settings)
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public byte[] Seal<T>(T value, ReadOnlySpan<byte> belongsTo)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(value);
        var box = new byte[NonceLength + plain.Length + TagLength];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceLength));
        using var aes = NewCipher();
        aes.Encrypt(box.AsSpan(0, NonceLength), plain, box.AsSpan(NonceLength, plain.Length), box.AsSpan(^TagLength..), belongsTo);
        return box;
    }

    /// <summary>Null when it was not sealed by us for this.</summary>
    public T? Open<T>(ReadOnlySpan<byte> box, ReadOnlySpan<byte> belongsTo)
        where T : class
    {
        if (box.Length < NonceLength + TagLength) return null;
        var plain = new byte[box.Length - NonceLength - TagLength];
        try
        {
            using var aes = NewCipher();
            aes.Decrypt(box[..NonceLength], box[NonceLength..^TagLength], box[^TagLength..], plain, belongsTo);
            return JsonSerializer.Deserialize<T>(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private AesGcm NewCipher() => new(Convert.FromBase64String(settings.Value.TokenKey), TagLength);
}
