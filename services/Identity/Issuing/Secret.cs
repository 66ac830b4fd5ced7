using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PilotRegistry.Identity;

/// <summary>Random strings that are shown once and kept as a hash. 256 random bits need no salt and no slow hash.</summary>
public static class Secret
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>In a time that does not depend on where the two differ.</summary>
    public static bool Matches(string secret, byte[] hash) => CryptographicOperations.FixedTimeEquals(Hash(secret), hash);
}
