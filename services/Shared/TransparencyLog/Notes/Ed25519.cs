using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PilotRegistry.TransparencyLog;

/// <summary>
/// Ed25519 (RFC 8032) of OpenSSL's libcrypto, which .NET itself rests on here and offers no class for. The first use computes a published
/// case and refuses to go on when the library answers another value.
/// </summary>
internal static partial class Ed25519
{
    public const int KeyLength = 32;
    public const int SignatureLength = 64;

    private const string Crypto = "libcrypto";
    private const int Algorithm = 1087;

    static Ed25519()
    {
        NativeLibrary.SetDllImportResolver(typeof(Ed25519).Assembly, (name, _, _) => Load(name));
        var secret = Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        var open = Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        if (!PublicKey(secret).AsSpan().SequenceEqual(open) || !Verify(open, [], Sign(secret, [])) || Verify(open, [0], Sign(secret, [])))
        {
            throw new CryptographicException("libcrypto does not compute Ed25519 as RFC 8032 §7.1 says.");
        }
    }

    public static byte[] PublicKey(ReadOnlySpan<byte> secret)
    {
        using var key = PrivateKey(secret);
        var (open, length) = (new byte[KeyLength], (nuint)KeyLength);
        Check(EVP_PKEY_get_raw_public_key(key, open, ref length));
        return open;
    }

    public static byte[] Sign(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> text)
    {
        using var key = PrivateKey(secret);
        using var context = EVP_MD_CTX_new();
        Check(EVP_DigestSignInit(context, 0, 0, 0, key));
        var (signature, length) = (new byte[SignatureLength], (nuint)SignatureLength);
        Check(EVP_DigestSign(context, signature, ref length, text, (nuint)text.Length));
        return signature;
    }

    public static bool Verify(ReadOnlySpan<byte> open, ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength)
        {
            return false;
        }

        using var key = EVP_PKEY_new_raw_public_key(Algorithm, 0, open, (nuint)open.Length);
        using var context = EVP_MD_CTX_new();
        return !key.IsInvalid
            && EVP_DigestVerifyInit(context, 0, 0, 0, key) == 1
            && EVP_DigestVerify(context, signature, (nuint)signature.Length, text, (nuint)text.Length) == 1;
    }

    private static Key PrivateKey(ReadOnlySpan<byte> secret)
    {
        var key = EVP_PKEY_new_raw_private_key(Algorithm, 0, secret, (nuint)secret.Length);
        return key.IsInvalid ? throw new CryptographicException("Not an Ed25519 key: it has 32 bytes.") : key;
    }

    private static void Check(int answer)
    {
        if (answer != 1)
        {
            throw new CryptographicException("libcrypto refused to sign.");
        }
    }

    private static IEnumerable<string> Names() => OperatingSystem.IsWindows()
        ? ["libcrypto-3-x64.dll", "libcrypto-3-arm64.dll"]
        : OperatingSystem.IsMacOS() ? ["libcrypto.3.dylib", "libcrypto.dylib"] : ["libcrypto.so.3", "libcrypto.so.1.1"];

    private static nint Load(string name) =>
        name == Crypto ? Names().Select(n => NativeLibrary.TryLoad(n, out var handle) ? handle : 0).FirstOrDefault(h => h != 0) : 0;

    [LibraryImport(Crypto)]
    private static partial Key EVP_PKEY_new_raw_private_key(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Crypto)]
    private static partial Key EVP_PKEY_new_raw_public_key(int type, nint engine, ReadOnlySpan<byte> key, nuint length);

    [LibraryImport(Crypto)]
    private static partial int EVP_PKEY_get_raw_public_key(Key key, Span<byte> open, ref nuint length);

    [LibraryImport(Crypto)]
    private static partial void EVP_PKEY_free(nint key);

    [LibraryImport(Crypto)]
    private static partial Context EVP_MD_CTX_new();

    [LibraryImport(Crypto)]
    private static partial void EVP_MD_CTX_free(nint context);

    [LibraryImport(Crypto)]
    private static partial int EVP_DigestSignInit(Context context, nint keyContext, nint digest, nint engine, Key key);

    [LibraryImport(Crypto)]
    private static partial int EVP_DigestSign(Context context, Span<byte> signature, ref nuint length, ReadOnlySpan<byte> text, nuint textLength);

    [LibraryImport(Crypto)]
    private static partial int EVP_DigestVerifyInit(Context context, nint keyContext, nint digest, nint engine, Key key);

    [LibraryImport(Crypto)]
    private static partial int EVP_DigestVerify(Context context, ReadOnlySpan<byte> signature, nuint length, ReadOnlySpan<byte> text, nuint textLength);

    internal sealed class Key() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            EVP_PKEY_free(handle);
            return true;
        }
    }

    internal sealed class Context() : SafeHandle(0, ownsHandle: true)
    {
        public override bool IsInvalid => handle == 0;

        protected override bool ReleaseHandle()
        {
            EVP_MD_CTX_free(handle);
            return true;
        }
    }
}
