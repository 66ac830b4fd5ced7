using System.Security.Cryptography;

namespace PilotRegistry.Ledger.Keys;

/// <summary>
/// <c>--new-keys</c> and <c>--rotate-keys</c>: fresh secrets as settings, for the installation's own store of secrets. They are written
/// nowhere else.
/// </summary>
public static class NewKeys
{
    /// <param name="next">As the keys that will follow those in use.</param>
    public static string Write(bool next)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var prefix = next ? "Next" : "";
        return $"Ledger__{prefix}Ed25519Key={Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n"
            + $"Ledger__{prefix}EcdsaKey={Convert.ToBase64String(ecdsa.ExportPkcs8PrivateKey())}\n";
    }
}
