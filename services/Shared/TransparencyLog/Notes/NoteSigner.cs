using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PilotRegistry.TransparencyLog;

/// <summary>The secret half of a key: signs texts under its name.</summary>
/// <param name="key">What others pin to check the signatures.</param>
/// <param name="sign">A signature over a text, as its type writes it.</param>
public sealed class NoteSigner(VerifierKey key, Func<byte[], byte[]> sign)
{
    public VerifierKey Key => key;

    /// <param name="secret">32 bytes.</param>
    public static NoteSigner Ed25519(string name, byte[] secret) => new(
        new(name, SignatureType.Ed25519, TransparencyLog.Ed25519.PublicKey(secret)),
        text => TransparencyLog.Ed25519.Sign(secret, text));

    /// <param name="pkcs8">A private key on P-256 in PKCS #8.</param>
    public static NoteSigner EcdsaP256(string name, byte[] pkcs8)
    {
        using var key = Open(pkcs8);
        return new(new(name, SignatureType.EcdsaP256, key.ExportSubjectPublicKeyInfo()), text =>
        {
            using var signing = Open(pkcs8);
            return signing.SignData(text, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        });
    }

    /// <summary>A witness: its signature says when it saw the text.</summary>
    public static NoteSigner Witness(string name, byte[] secret, TimeProvider clock) => new(
        new(name, SignatureType.Cosignature, TransparencyLog.Ed25519.PublicKey(secret)),
        text =>
        {
            var seconds = (ulong)clock.GetUtcNow().ToUnixTimeSeconds();
            var signature = new byte[sizeof(ulong) + TransparencyLog.Ed25519.SignatureLength];
            BinaryPrimitives.WriteUInt64BigEndian(signature, seconds);
            TransparencyLog.Ed25519.Sign(secret, VerifierKey.Cosigned(seconds, text)).CopyTo(signature, sizeof(ulong));
            return signature;
        });

    public NoteSignature Sign(string text) => new(key.Name, key.Id, sign(Encoding.UTF8.GetBytes(text)));

    private static ECDsa Open(byte[] pkcs8)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return key;
    }
}
